// How tests in any browser engine wait for a page, and for the document in a frame.
import { setTimeout as sleep } from "node:timers/promises";

/** How long until() waits, in milliseconds. */
const patience = 30_000;

/**
 * Calls test() every 50 ms until it returns a truthy value, and returns that value.
 *
 * @param {() => unknown} test may return a promise
 * @param {string} what describes the awaited event, for the error after 30 seconds
 */
export async function until(test, what) {
	const deadline = Date.now() + patience;
	while (true) {
		const found = await test();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`never: ${what}`);
		await sleep(50);
	}
}

/**
 * Runs in the page or in a frame. Returns whether the widget's program runs in the
 * first <quote-timeline> element of that document.
 */
export const live = () =>
	Boolean(document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".ql[data-live]"));

/** The heights in pixels of a frame (outer) and of the document in it (inner). */
export async function heights(view, selector) {
	const [outer, inner] = await Promise.all([
		view.run((selector) => document.querySelector(selector).offsetHeight, selector),
		view.runIn(selector, () => Math.ceil(document.documentElement.getBoundingClientRect().height)),
	]);
	return { outer, inner };
}

/** Waits until a frame is exactly as high as the document in it. Returns that height. */
export function fitted(view, selector) {
	const equal = async () => {
		const { outer, inner } = await heights(view, selector);
		return outer === inner && outer;
	};
	return until(equal, "the frame has the height of its content");
}

/** Scrolls to a frame, waits until the widget's program runs in it, and moves the focus to it. */
export async function arrive(view, selector) {
	await view.run((selector) => document.querySelector(selector).scrollIntoView(), selector);
	await until(() => view.runIn(selector, live), "the program runs in the frame");
	await view.run(() => document.querySelector("iframe").focus());
}
