// Runs in a page that has frames of /embed/{id}. It gives each frame the height of its
// content, passes the page's "#q=", which names a quote, to the frames, and scrolls to
// the quote that a frame shows. One copy of the script serves all frames of a page, even
// those added later.

const { origin } = new URL(import.meta.url);
const framed = () =>
	[...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/embed/`));

/**
 * Posts a message to a frame. It goes to any origin, since a sandboxed frame has no origin
 * that could be named.
 *
 * @param {HTMLIFrameElement} frame
 * @param {object} message
 */
const say = ({ contentWindow }, message) => contentWindow?.postMessage(message, "*");
/** @param {HTMLIFrameElement} frame */
const link = (frame) =>
	/[#&]q=/.test(location.hash) && say(frame, { sentinel: "quoteline", type: "link", hash: location.hash });

const known = new WeakSet(); // frames that have the height of their content
/** @type {Map<HTMLIFrameElement, number>} */
const waiting = new Map(); // the first heights of the frames that do not have theirs yet
/** @type {(frame: HTMLIFrameElement, height: number) => void} */
const grow = (frame, height) => {
	frame.style.height = `${height}px`;
	known.add(frame);
	waiting.delete(frame);
};

// The layout must not shift under the reader. So a frame gets its first height only while its
// lower edge is below the window, or when the reader is inside it. Until then the frame scrolls.
const growWaiting = () => {
	for (const [frame, height] of waiting)
		if (frame.getBoundingClientRect().bottom > innerHeight || document.activeElement === frame)
			grow(frame, height);
};
// The event "blur" of the window means that the focus may have moved into a frame.
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

// Ask the frames that were ready before this script to send their heights again.
for (const frame of framed()) say(frame, { sentinel: "amp", type: "frames-init" });
