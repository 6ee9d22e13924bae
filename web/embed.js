// Inside a frame, at /embed/{id}: sends its height to the page around it, in the
// messages of AMP, Pym.js, Embedly and WordPress, and takes from that page the part of
// the address that names a quote. Without a page around it, it does nothing.
//
// A sandbox may make this page's origin opaque, so messages go to any origin. They
// hold numbers, and an address that the host knows already. Only messages of the
// parent are read.
if (parent !== window) {
	const { pathname, search, hash } = location;
	// Pym.js gives its frames a name; WordPress gives them a secret.
	const name = new URLSearchParams(search).get("childId") ?? pathname.split("/").pop();
	const secret = /[?&]secret=([a-z0-9]+)/i.exec(hash)?.[1];
	const src = location.href;

	/** @param {object | string} message */
	const post = (message) => parent.postMessage(message, "*");

	let sent = 0; // the height
	const measure = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
	const sendHeight = () => {
		const height = measure();
		sent = height;
		post({ sentinel: "amp", type: "embed-size", height }); // AMP, @newswire/frames
		post(`pymxPYMx${name}xPYMxheightxPYMx${height}`); // Pym.js
		post(JSON.stringify({ src, context: "iframe.resize", height })); // Embedly, Medium
		if (secret) post({ message: "height", value: height, secret }); // WordPress
	};
	// Far from the window a frame is not rendered, and the observer is silent there.
	sendHeight();
	new ResizeObserver(() => measure() !== sent && sendHeight()).observe(document.documentElement);

	// The host scrolls to the turn: a frame of its full height has nothing to scroll.
	// It does that once: when the program starts, the reader may have scrolled on.
	/** @type {string | undefined} */
	let shown; // the fragment whose turn it has shown
	let live = false;
	addEventListener("qt-ready", () => (live = true));
	const show = () => {
		const early = !live;
		setTimeout(() => {
			if (early && shown === location.hash) return;
			const turn = document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".linked");
			if (!turn) return;
			shown = location.hash;
			post({ sentinel: "quoteline", type: "scroll", offset: turn.getBoundingClientRect().top + scrollY });
		});
	};
	for (const type of ["hashchange", "qt-select"]) addEventListener(type, show);

	addEventListener("message", ({ source, data }) => {
		if (source !== parent) return;
		if (data?.type === "frames-init" || (typeof data === "string" && data.startsWith("pymx"))) sendHeight();
		if (data?.sentinel !== "quoteline" || data.type !== "link" || typeof data.hash !== "string") return;
		// It replaces the frame's entry in the history: the host has one for the same step.
		if (/^#(.*&)?q=/.test(data.hash) && data.hash !== location.hash) location.replace(data.hash);
	});
}
