// What a reader gets of a snippet in a page: everything, the words, a link, or
// nothing.

/** @typedef {"interactive" | "readable" | "link" | "broken"} Outcome */

/** The outcomes by kind of snippet: in a page that holds no snippet back, without scripts, and without frames too. */
export const all = {
	script: "interactive",
	quote: "interactive",
	iframe: "interactive",
	static: "readable",
	link: "link",
};
export const words = { ...all, script: "readable", quote: "readable" };
export const noFrames = { ...words, iframe: "link" };

/**
 * In the page or in a frame: what the part that the selector finds gives.
 *
 * @param {string} selector
 * @param {string} words of the transcript
 * @param {boolean} paper whether nothing can be pressed
 * @returns {Promise<Outcome>}
 */
async function look(selector, words, paper) {
	const part = document.querySelector(selector);
	if (!part) return "broken";
	const root = part.querySelector("quote-timeline")?.shadowRoot;
	// biome-ignore lint/performance/useDomNodeTextContent: what is not shown does not count
	if (part.innerText.includes("{")) return "broken"; // the text of a style sheet
	const visible = (node) => node.checkVisibility() && node.getBoundingClientRect().height > 0;
	// The program has taken over, and a press of a speaker's chip hides the others' turns.
	const chip = root?.querySelector(".ql[data-live] .chips button[data-act=speaker]");
	if (!paper && chip && visible(chip)) {
		const pressed = () => chip.getAttribute("aria-pressed");
		const before = pressed();
		chip.click();
		for (let waits = 0; waits < 20 && pressed() === before; waits++)
			await new Promise((resolve) => setTimeout(resolve, 30));
		const changed = pressed() !== before;
		chip.click();
		if (changed) return "interactive";
	}
	const says = (tree) =>
		[...tree.querySelectorAll("p")].some((p) => p.textContent.includes(words) && visible(p));
	if (root ? says(root) : says(part)) return "readable";
	return [...part.querySelectorAll("a[href*='/t/']")].some(visible) ? "link" : "broken";
}

/**
 * In a frame: whether it is drawn, which it is not before its style has come. WebKit
 * reports no paint in frames, but gives animation frames to what is drawn.
 */
const drawn = () =>
	performance.getEntriesByName("first-contentful-paint").length > 0 ||
	new Promise((resolve) => {
		requestAnimationFrame(() => resolve(true));
		setTimeout(resolve, 3_000, false); // a busy machine draws a frame late
	});

/**
 * What a snippet gives: the better of its frame, if it has one, and of the markup
 * around it.
 *
 * @param page of any engine
 * @param {string} selector of the part that holds the snippet
 * @param {string} words of the transcript
 * @param {boolean} [paper] whether nothing can be pressed
 * @returns {Promise<Outcome>}
 */
export async function outcomeOf(page, selector, words, paper = false) {
	const around = await page.run(look, selector, words, paper);
	const frame = `${selector} iframe`;
	const framed = await page.run((frame) => document.querySelector(frame)?.checkVisibility() ?? false, frame);
	if (!framed) return around;
	if (!(await page.runIn(frame, drawn).catch(() => false))) return around;
	const inside = await page.runIn(frame, look, "body", words, paper).catch(() => "broken");
	return ["interactive", "readable"].includes(inside) ? inside : around;
}
