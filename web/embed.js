// Inside a frame, at /embed/{id}: tells the page around it how high it is, in the
// messages that the hosts of this world listen for, and takes from it the part of
// the address that names a quote. Where nothing frames the page it is silent.
//
// A sandbox may make this page's origin opaque, so that messages go to any origin:
// they hold numbers and an address that the host knows already. What arrives is
// taken from the parent alone.
if (parent !== window) {
	const { pathname, search, hash } = location;
	// Pym.js gives its frames a name; WordPress gives them a secret.
	const name = new URLSearchParams(search).get("childId") ?? pathname.split("/").pop();
	const secret = /[?&]secret=([a-z0-9]+)/i.exec(hash)?.[1];
	const src = location.href;

	const post = (message) => parent.postMessage(message, "*");

	let told = 0;
	const measure = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
	const tell = () => {
		const height = measure();
		told = height;
		post({ sentinel: "amp", type: "embed-size", height }); // AMP, @newswire/frames
		post(`pymxPYMx${name}xPYMxheightxPYMx${height}`); // Pym.js
		post(JSON.stringify({ src, context: "iframe.resize", height })); // Embedly, Medium
		if (secret) post({ message: "height", value: height, secret }); // WordPress
	};
	// Far from the window a frame is not rendered, and nothing is observed there.
	tell();
	new ResizeObserver(() => measure() !== told && tell()).observe(document.documentElement);

	// The host scrolls to the turn: a frame of its full height has nothing to scroll.
	// Where it has done that, the program takes nobody back when it starts.
	let shown;
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
		if (data?.type === "frames-init" || (typeof data === "string" && data.startsWith("pymx"))) tell();
		if (data?.sentinel !== "quoteline" || data.type !== "link" || typeof data.hash !== "string") return;
		// In place of the entry in the history: the host's own entry is enough.
		if (/^#(.*&)?q=/.test(data.hash) && data.hash !== location.hash) location.replace(data.hash);
	});
}
