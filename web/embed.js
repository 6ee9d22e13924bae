// Runs in a page /embed/{id}, which is shown in a frame of another page (the embedding
// page). It sends the frame's height to the embedding page, in the message formats of AMP,
// Pym.js, Embedly and WordPress. It also receives the fragment of the embedding page's
// address, such as "#q=…", which names a quote. If the page is not in a frame, the script
// does nothing.
//
// Messages are sent to any origin, because the origin of a sandboxed page is opaque, so it
// cannot be named. They contain only numbers, and an address that the embedding page knows
// already. Messages from any other window are ignored.
if (parent !== window) {
	const { pathname, search, hash } = location;
	// The answers to Pym.js and WordPress must repeat a value that the embedding page has
	// put into the frame's address. For Pym.js it is a name, in the query. For WordPress it
	// is a secret, in the fragment.
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
	// If a frame is far from the window, the browser does not render it. Then the observer
	// below reports nothing. So the height is sent here first.
	sendHeight();
	new ResizeObserver(() => measure() !== sent && sendHeight()).observe(document.documentElement);

	// A frame as high as its content cannot scroll. So the frame asks the embedding page
	// to scroll to the quoted turn. When the WebAssembly program starts, it may report
	// the same turn again. The frame does not ask a second time then, because the reader
	// may have scrolled to another place meanwhile.
	/** @type {string | undefined} */
	let shown; // the fragment whose turn has been shown
	let live = false;
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
	// The embedding page may send the fragment of its address too early, before the
	// element can mark the turn that the fragment names. So show is called again later.
	for (const type of ["load", "qt-ready"]) addEventListener(type, () => location.hash !== hash && show());
	addEventListener("qt-ready", () => (live = true)); // last, so that show does not scroll again

	addEventListener("message", ({ source, data }) => {
		if (source !== parent) return;
		if (data?.type === "frames-init" || (typeof data === "string" && data.startsWith("pymx"))) sendHeight();
		if (data?.sentinel !== "quoteline" || data.type !== "link" || typeof data.hash !== "string") return;
		// The embedding page has already added an entry to the browser's history for this
		// new fragment. location.replace adds no second entry.
		if (/^#(.*[&?])?q=/.test(data.hash) && data.hash !== location.hash) location.replace(data.hash);
	});
}
