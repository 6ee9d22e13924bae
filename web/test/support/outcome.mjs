// Determines the outcome of a snippet (markup that a newsroom pastes) in a page. The
// reader gets one of four things: the running widget, only the words, a link, or nothing
// usable.

/**
 * What the reader gets: the running widget, only the words, a link, or nothing usable.
 *
 * @typedef {"interactive" | "readable" | "link" | "broken"} Outcome
 */

/**
 * These four constants have the expected outcomes for each kind of snippet. The constant
 * all is for a page without restrictions. The constant scripts has only the kinds of
 * snippets that run the element's script in the page. The constant words is for a page
 * where scripts do not run. The constant noFrames is for a page where neither scripts nor
 * frames work.
 */
export const all = {
	script: "interactive",
	quote: "interactive",
	iframe: "interactive",
	static: "readable",
	link: "link",
};
export const scripts = { script: all.script, quote: all.quote };
export const words = { ...all, script: "readable", quote: "readable" };
export const noFrames = { ...words, iframe: "link" };

/**
 * Runs in the page or in a frame. Returns the outcome of the snippet inside the element
 * that matches selector.
 *
 * @param {string} selector of the element that contains the snippet
 * @param {string} words of the transcript, to be found in a paragraph
 * @param {boolean} paper whether the page is prepared for print, so that nothing can be pressed
 * @returns {Promise<Outcome>}
 */
async function look(selector, words, paper) {
	const part = document.querySelector(selector);
	if (!part) return "broken";
	const root = part.querySelector("quote-timeline")?.shadowRoot;
	// biome-ignore lint/performance/useDomNodeTextContent: innerText leaves out hidden text, which the reader does not see
	if (part.innerText.includes("{")) return "broken"; // the text of a style sheet is visible
	const visible = (node) => node.checkVisibility() && node.getBoundingClientRect().height > 0;
	// The snippet is interactive if its program runs and the button of a speaker (chip)
	// reacts to a click. A second click undoes the first one.
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
 * Runs in a frame. Returns whether the browser has drawn the frame. No browser draws a frame
 * before the frame's style sheets have loaded or failed. Chromium and Firefox report that
 * they have drawn it ("first-contentful-paint"). WebKit does not report it in frames, but
 * calls requestAnimationFrame's callback when it draws the frame. If a style sheet is
 * missing, WebKit makes that call after five seconds, although it has not drawn the frame.
 * So this function returns false if a style sheet is missing.
 */
const drawn = () => {
	if (performance.getEntriesByName("first-contentful-paint").length > 0) return true;
	const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
	if (sheets.some((link) => !link.sheet)) return false;
	return new Promise((resolve) => {
		requestAnimationFrame(() => resolve(true));
		setTimeout(resolve, 3_000, false); // on a busy machine a frame is drawn late
	});
};

/**
 * Returns the outcome of a snippet. If the snippet contains a frame that is interactive
 * or readable, that is the outcome. Otherwise the markup around the frame decides.
 *
 * @param page of any engine (engines.mjs)
 * @param {string} selector of the element that contains the snippet
 * @param {string} words of the transcript, to be found in a paragraph
 * @param {boolean} [paper] whether the page is prepared for print, so that nothing can be pressed
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
