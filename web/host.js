// In the page around frames of /embed/{id}: gives each the height of its content,
// passes the page's #q= in, and scrolls to the quote that a frame shows. One copy
// serves all frames of a page, also those that come later.

const { origin } = new URL(import.meta.url);
const framed = () =>
	[...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${origin}/embed/`));

// Sandboxed frames have no origin that could be named.
const say = ({ contentWindow }, message) => contentWindow.postMessage(message, "*");
const link = (frame) =>
	/[#&]q=/.test(location.hash) && say(frame, { sentinel: "quoteline", type: "link", hash: location.hash });

const known = new WeakSet(); // frames that have had a height of their own
const waiting = new Map(); // the first heights of the others
const grow = (frame, height) => {
	frame.style.height = `${height}px`;
	known.add(frame);
	waiting.delete(frame);
};

// Nothing that is read moves: a frame grows for the first time while its end is
// below the window, or when the reader is inside. Until then it scrolls.
const settle = () => {
	for (const [frame, height] of waiting)
		if (frame.getBoundingClientRect().bottom > innerHeight || document.activeElement === frame)
			grow(frame, height);
};
// "blur" tells that the focus has gone into a frame.
for (const type of ["scroll", "blur"]) addEventListener(type, () => requestAnimationFrame(settle));

addEventListener("message", ({ source, data }) => {
	const frame = framed().find(({ contentWindow }) => contentWindow === source);
	if (!frame) return;
	const { sentinel, type, height, offset } = data ?? {};
	if (sentinel === "amp" && type === "embed-size" && height > 0) {
		if (known.has(frame)) return grow(frame, height);
		if (!waiting.has(frame)) link(frame);
		waiting.set(frame, height);
		settle();
	} else if (sentinel === "quoteline" && type === "scroll" && offset >= 0) {
		if (waiting.has(frame)) grow(frame, waiting.get(frame));
		const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
		scrollBy(0, frame.getBoundingClientRect().top + offset - above);
	}
});
addEventListener("hashchange", () => framed().forEach(link));

// Frames that were ready before this script tell their heights again.
for (const frame of framed()) say(frame, { sentinel: "amp", type: "frames-init" });
