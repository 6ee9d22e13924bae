// Tests that no element moves while the widget appears in a parent element whose width
// depends on its content.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { parents } from "../support/parents.mjs";

/**
 * Runs in the page, before its own scripts: adds up in globalThis.moved the layout
 * shifts that the browser reports (Layout Instability API).
 */
function watchShifts() {
	globalThis.moved = 0;
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.moved += value;
	}).observe({ type: "layout-shift", buffered: true });
}

/**
 * A page with a paragraph, followed by the HTML of a parent element that contains the
 * snippet (the pasted markup).
 */
const page = (snippet) => `<!doctype html><html lang="en">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A parent</title><link rel="icon" href="data:,"><p>A paragraph before.</p>
${snippet}`;

eachWidget("Parents", (site) => {
	for (const [name, parent] of Object.entries(parents)) {
		for (const width of [390, 1280]) {
			test(`nothing moves in ${name} at ${width} px`, async () => {
				const answer = await fetch(`${site.origin}${interview}/embed?kind=script`);
				const body = page(parent((await answer.json()).html));
				const document = { contentType: "text/html; charset=utf-8", body };
				const answers = (url) => (url === `${site.origin}/host` ? document : undefined);
				await site.visit({ path: "/host", width, prepare: watchShifts, answers }, async (page) => {
					await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
					assert.equal(await page.evaluate(() => globalThis.moved), 0);
				});
			});
		}
	}
});
