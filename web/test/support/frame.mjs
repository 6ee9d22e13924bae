// How tests wait for a page in any engine, and for what a frame in it shows.
import { setTimeout as sleep } from "node:timers/promises";

/** What a page is waited for, in milliseconds. */
const patience = 30_000;

/** Waits until test() gives something true, and returns it. */
export async function until(test, what) {
	const deadline = Date.now() + patience;
	while (true) {
		const found = await test();
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`never: ${what}`);
		await sleep(50);
	}
}

/** In the page, or in a frame: whether the program runs. */
export const live = () =>
	Boolean(document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".ql[data-live]"));

/** The height of a frame, and of what is in it. */
export async function heights(view, selector) {
	const [outer, inner] = await Promise.all([
		view.run((selector) => document.querySelector(selector).offsetHeight, selector),
		view.runIn(selector, () => Math.ceil(document.documentElement.getBoundingClientRect().height)),
	]);
	return { outer, inner };
}

/** Waits until a frame has the height of its content, and returns that. */
export function fitted(view, selector) {
	const equal = async () => {
		const { outer, inner } = await heights(view, selector);
		return outer === inner && outer;
	};
	return until(equal, "the frame has the height of its content");
}

/** Scrolls to a frame, waits until the program runs there, and gives it the focus. */
export async function arrive(view, selector) {
	await view.run((selector) => document.querySelector(selector).scrollIntoView(), selector);
	await until(() => view.runIn(selector, live), "the program runs in the frame");
	await view.run(() => document.querySelector("iframe").focus());
}
