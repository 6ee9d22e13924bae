// Runs in a page that embeds transcripts in frames of /embed/{id}. It sets the height of
// each frame to the height of its content. It passes the fragment of the page's address
// ("#q=…", which names a quote) to the frames. It scrolls the page to the quote that a frame
// shows. One copy of the script is enough for all frames of a page, even those added later.

const { origin } = new URL(import.meta.url);
const framed = () =>
	[...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/embed/`));

/**
 * Posts a message to a frame. The message goes to any origin, because a sandboxed frame has
 * no origin that could be named.
 *
 * @param {HTMLIFrameElement} frame
 * @param {object} message
 */
const say = ({ contentWindow }, message) => contentWindow?.postMessage(message, "*");
/**
 * Sends the fragment of the page's address to a frame, if it names a quote ("#q=…").
 *
 * @param {HTMLIFrameElement} frame
 */
const link = (frame) =>
	/[#&?]q=/.test(location.hash) && say(frame, { sentinel: "quoteline", type: "link", hash: location.hash });

const known = new WeakSet(); // frames that have the height of their content
/** @type {Map<HTMLIFrameElement, number>} */
const waiting = new Map(); // by frame, the height that the frame has sent and does not have yet
/**
 * Sets the height of a frame, in pixels.
 *
 * @type {(frame: HTMLIFrameElement, height: number) => void}
 */
const grow = (frame, height) => {
	frame.style.height = `${height}px`;
	known.add(frame);
	waiting.delete(frame);
};

// The first message of a frame contains the height of its content. But the text that the
// reader sees must not move when the frame becomes higher. So the frame gets that height
// only while its lower edge is below the window, or when it has the focus. Until then it
// keeps its present height, and its content scrolls.
const growWaiting = () => {
	for (const [frame, height] of waiting)
		if (frame.getBoundingClientRect().bottom > innerHeight || document.activeElement === frame)
			grow(frame, height);
};
// When the focus moves into a frame, the window gets the event "blur". That frame may then
// get the height of its content.
for (const type of ["scroll", "blur"]) addEventListener(type, () => requestAnimationFrame(growWaiting));

/**
 * Whether a message comes from the site in the frame's address. The argument from is the
 * message's origin. It is another site's origin if the document in the frame has gone to
 * that site. It is "null" if the document is sandboxed: by the frame's attribute sandbox,
 * or because the page around the frame is itself sandboxed.
 *
 * @type {(frame: HTMLIFrameElement, from: string) => boolean}
 */
const isOwn = (frame, from) =>
	from === origin || (from === "null" && (frame.hasAttribute("sandbox") || self.origin === "null"));

/**
 * The largest height of a frame, in pixels. A transcript of 10,000 turns is not so high. The
 * content of a frame that has this height scrolls.
 */
const highest = 2_000_000;

addEventListener("message", ({ source, origin: from, data }) => {
	const frame = framed().find(({ contentWindow }) => contentWindow === source);
	if (!frame || !isOwn(frame, from)) return;
	const { sentinel, type, height, offset } = data ?? {};
	if (sentinel === "amp" && type === "embed-size" && Number.isFinite(height) && height > 0) {
		const capped = Math.min(height, highest);
		if (known.has(frame)) return grow(frame, capped);
		if (!waiting.has(frame)) link(frame);
		waiting.set(frame, capped);
		growWaiting();
	} else if (sentinel === "quoteline" && type === "scroll" && Number.isFinite(offset) && offset >= 0) {
		const first = waiting.get(frame);
		if (first) grow(frame, first);
		const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
		scrollBy(0, frame.getBoundingClientRect().top + Math.min(offset, frame.offsetHeight) - above);
	}
});
addEventListener("hashchange", () => framed().forEach(link));

// A frame may have sent its height before this script ran. So ask every frame to send its
// height again.
for (const frame of framed()) say(frame, { sentinel: "amp", type: "frames-init" });
