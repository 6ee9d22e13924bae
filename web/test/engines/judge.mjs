// What a reader has of a snippet in a page: everything, the words, a link, or
// nothing.

/** @typedef {"interactive" | "readable" | "link" | "broken"} Outcome */

/**
 * In the page or in a frame: what the part that the selector finds gives.
 *
 * @param {string} selector
 * @param {string} words of the transcript
 * @returns {Promise<Outcome>}
 */
async function look(selector, words) {
	const part = document.querySelector(selector);
	if (!part) return "broken";
	const root = part.querySelector("quote-timeline")?.shadowRoot;
	// biome-ignore lint/performance/useDomNodeTextContent: what is not shown does not count
	if (part.innerText.includes("{")) return "broken"; // the text of a style sheet
	const visible = (node) => node.checkVisibility() && node.getBoundingClientRect().height > 0;
	// The program has taken over, and a press of a speaker's chip hides the others' turns.
	const chip = root?.querySelector(".ql[data-live] .chips button[data-act=speaker]");
	if (chip && visible(chip)) {
		const pressed = () => chip.getAttribute("aria-pressed");
		const before = pressed();
		chip.click();
		await new Promise((resolve) => setTimeout(resolve, 30));
		const after = pressed();
		chip.click();
		if (before !== after) return "interactive";
	}
	const says = (tree) =>
		[...tree.querySelectorAll("p")].some((p) => p.textContent.includes(words) && visible(p));
	if (root ? says(root) : says(part)) return "readable";
	return [...part.querySelectorAll("a[href*='/t/']")].some(visible) ? "link" : "broken";
}

/**
 * What a snippet gives: the best of a frame, where there is one, and of what
 * stands around it.
 *
 * @param page of any engine
 * @param {string} selector of the part that holds the snippet
 * @param {string} words of the transcript
 * @returns {Promise<Outcome>}
 */
export async function judge(page, selector, words) {
	const around = await page.run(look, selector, words);
	const frame = `${selector} iframe`;
	const framed = await page.run((frame) => document.querySelector(frame)?.checkVisibility() ?? false, frame);
	if (!framed) return around;
	const inside = await page.runIn(frame, look, "body", words).catch(() => "broken");
	return ["interactive", "readable"].includes(inside) ? inside : around;
}
