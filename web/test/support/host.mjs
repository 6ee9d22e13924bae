// A page that holds an element of the interview as the Worker serves it.
import { interview } from "./browser.mjs";

/**
 * Where to visit such a page.
 *
 * @param {string} origin of the Worker
 * @param {string} attributes of the element
 * @param {{fragment?: string, src?: string}} [more]
 */
export function hosting(origin, attributes, { fragment = "", src = `src="${interview}"` } = {}) {
	const page = `<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page of its own</title>
<link rel="icon" href="data:,">
<quote-timeline ${src} ${attributes}></quote-timeline>
<script type="module" async src="/quote-timeline.js"></script>`;
	const answer = { contentType: "text/html; charset=utf-8", body: page };
	return {
		path: `/host${fragment}`,
		answers: (url) => (url.split("#")[0] === `${origin}/host` ? answer : undefined),
	};
}

/** In the page, before its scripts: counts the element's events. */
export function countEvents() {
	globalThis.failed = 0;
	globalThis.ready = 0;
	addEventListener("qt-error", () => failed++);
	addEventListener("qt-ready", () => ready++);
}

/** In the page, before its scripts: the WebAssembly waits until goOn() is called. */
export function held() {
	const { fetch } = globalThis;
	const released = new Promise((resolve) => {
		globalThis.goOn = resolve;
	});
	globalThis.fetch = async (...request) => {
		if (String(request[0]).endsWith(".wasm")) await released;
		return fetch(...request);
	};
}

/** Waits until the page has not scrolled for some frames. */
export const atRest = (page) =>
	page.evaluate(async () => {
		for (let still = 0, y = scrollY; still < 12; y = scrollY) {
			await new Promise((painted) => requestAnimationFrame(painted));
			still = scrollY === y ? still + 1 : 0;
		}
	});
