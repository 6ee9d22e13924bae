// In the page around frames of /embed/{id}: gives each the height of its content,
// passes the page's #q= in, and scrolls to the quote that a frame shows. One copy
// serves all frames of a page, also those that come later.

const { origin } = new URL(import.meta.url);
const framed = () =>
	[...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/embed/`));

/**
 * Posts a message to a frame: to any origin, since a sandboxed frame has none to name.
 *
 * @param {HTMLIFrameElement} frame
 * @param {object} message
 */
const say = ({ contentWindow }, message) => contentWindow?.postMessage(message, "*");
/** @param {HTMLIFrameElement} frame */
const link = (frame) =>
	/[#&]q=/.test(location.hash) && say(frame, { sentinel: "quoteline", type: "link", hash: location.hash });

const known = new WeakSet(); // frames that have got the height of their content
/** @type {Map<HTMLIFrameElement, number>} */
const waiting = new Map(); // the first heights of the others
/** @type {(frame: HTMLIFrameElement, height: number) => void} */
const grow = (frame, height) => {
	frame.style.height = `${height}px`;
	known.add(frame);
	waiting.delete(frame);
};

// The layout never shifts under the reader: a frame grows for the first time while its
// end is below the window, or when the reader is inside. Until then it scrolls.
const growWaiting = () => {
	for (const [frame, height] of waiting)
		if (frame.getBoundingClientRect().bottom > innerHeight || document.activeElement === frame)
			grow(frame, height);
};
// "blur" means that the focus may have moved into a frame.
for (const type of ["scroll", "blur"]) addEventListener(type, () => requestAnimationFrame(growWaiting));

addEventListener("message", ({ source, data }) => {
	const frame = framed().find(({ contentWindow }) => contentWindow === source);
	if (!frame) return;
	const { sentinel, type, height, offset } = data ?? {};
	if (sentinel === "amp" && type === "embed-size" && height > 0) {
		if (known.has(frame)) return grow(frame, height);
		if (!waiting.has(frame)) link(frame);
		waiting.set(frame, height);
		growWaiting();
	} else if (sentinel === "quoteline" && type === "scroll" && offset >= 0) {
		const first = waiting.get(frame);
		if (first) grow(frame, first);
		const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
		scrollBy(0, frame.getBoundingClientRect().top + offset - above);
	}
});
addEventListener("hashchange", () => framed().forEach(link));

// Frames that were ready before this script send their heights again.
for (const frame of framed()) say(frame, { sentinel: "amp", type: "frames-init" });
