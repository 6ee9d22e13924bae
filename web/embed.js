// Runs inside a frame, in the page /embed/{id}. It sends the frame's height to the page around
// the frame, in the messages of AMP, Pym.js, Embedly and WordPress. It also receives that page's
// "#q=", which names a quote. If there is no page around, it does nothing.
//
// Messages are sent to any origin, since a sandbox may make origins opaque. They contain
// only numbers, and an address that the page around knows already. Only messages from the
// page around are read.
if (parent !== window) {
	const { pathname, search, hash } = location;
	// Pym.js passes a name in the frame's query. WordPress passes a secret in its fragment.
	const name = new URLSearchParams(search).get("childId") ?? pathname.split("/").pop();
	const secret = /[?&]secret=([a-z0-9]+)/i.exec(hash)?.[1];
	const src = location.href;

	/** @param {object | string} message */
	const post = (message) => parent.postMessage(message, "*");

	let sent = 0; // the height that was sent last
	const measure = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
	const sendHeight = () => {
		const height = measure();
		sent = height;
		post({ sentinel: "amp", type: "embed-size", height }); // AMP, @newswire/frames
		post(`pymxPYMx${name}xPYMxheightxPYMx${height}`); // Pym.js
		post(JSON.stringify({ src, context: "iframe.resize", height })); // Embedly, Medium
		if (secret) post({ message: "height", value: height, secret }); // WordPress
	};
	// If a frame is far from the window, the browser does not render it, and the
	// observer reports nothing. So the height is sent here first.
	sendHeight();
	new ResizeObserver(() => measure() !== sent && sendHeight()).observe(document.documentElement);

	// The page around scrolls to the turn, because a frame as high as its content cannot
	// scroll. It scrolls once for each fragment: when the program starts later, the
	// reader may have scrolled elsewhere.
	/** @type {string | undefined} */
	let shown; // the fragment whose turn has been shown
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
		// The address replaces the frame's entry in the history, because the page
		// around has an entry for the same step.
		if (/^#(.*&)?q=/.test(data.hash) && data.hash !== location.hash) location.replace(data.hash);
	});
}
