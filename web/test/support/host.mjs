// A test page with one <quote-timeline> element that shows the interview. The HTML of the
// page is made by the test. The transcript and the script come from the Worker (the server).
import { interview } from "./browser.mjs";

/**
 * Returns two fields of a Visit (how a test opens a page, see browser.mjs): the path of
 * a page with one element, and a function that answers the page's requests.
 *
 * @param {string} origin of the Worker
 * @param {string} attributes of the element, as markup
 * @param {{fragment?: string, src?: string}} [more] fragment: of the page's address, with its "#";
 *   src: markup instead of the interview's src attribute
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

/**
 * Runs in the page, before its own scripts: counts the element's qt-error and qt-ready
 * events, in globalThis.failed and globalThis.ready.
 */
export function countEvents() {
	globalThis.failed = 0;
	globalThis.ready = 0;
	addEventListener("qt-error", () => failed++);
	addEventListener("qt-ready", () => ready++);
}

/**
 * Runs in the page, before its own scripts: delays the loading of the WebAssembly file
 * until the test calls goOn().
 */
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

/** Waits until the page has kept its scroll position for twelve animation frames. */
export const atRest = (page) =>
	page.evaluate(async () => {
		for (let still = 0, y = scrollY; still < 12; y = scrollY) {
			await new Promise((painted) => requestAnimationFrame(painted));
			still = scrollY === y ? still + 1 : 0;
		}
	});
