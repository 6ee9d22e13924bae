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

const known = new WeakSet();
addEventListener("message", ({ source, data }) => {
	const frame = framed().find(({ contentWindow }) => contentWindow === source);
	if (!frame) return;
	const { sentinel, type, height, offset } = data ?? {};
	if (sentinel === "amp" && type === "embed-size" && height > 0) {
		frame.style.height = `${height}px`;
		if (!known.has(frame)) link(frame);
		known.add(frame);
	} else if (sentinel === "quoteline" && type === "scroll" && offset >= 0) {
		const above = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
		scrollBy(0, frame.getBoundingClientRect().top + offset - above);
	}
});
addEventListener("hashchange", () => framed().forEach(link));

// Frames that were ready before this script tell their heights again.
for (const frame of framed()) say(frame, { sentinel: "amp", type: "frames-init" });
