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

/** Runs in the page. Returns whether the program runs in all frames. */
const framesLive = () =>
	[...document.querySelectorAll("iframe")].every(({ contentDocument }) =>
		contentDocument?.querySelector("quote-timeline")?.shadowRoot?.querySelector("[data-live]"),
	);

/** Waits until the browser has drawn the page, and asserts that nothing has moved. */
async function assertStill(page) {
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
	assert.equal(await page.evaluate(() => globalThis.moved), 0);
}

eachWidget("Parents", (site) => {
	/** Returns the HTML of a snippet of this kind. The quote is that of the first turn. */
	async function snippet(kind) {
		const { turns } = await site.transcript();
		const query = new URLSearchParams({ kind, ...(kind === "quote" && { turn: turns[0].id }) });
		return (await (await fetch(`${site.origin}${interview}/embed?${query}`)).json()).html;
	}

	/** Returns the visit to a page. Each of snippets is the HTML of a parent with a snippet inside. */
	function visit(width, height, ...snippets) {
		const document = { contentType: "text/html; charset=utf-8", body: page(snippets.join("\n")) };
		const answers = (url) => (url === `${site.origin}/host` ? document : undefined);
		return { path: "/host", width, height, prepare: watchShifts, answers };
	}

	for (const width of [390, 1280]) {
		for (const [name, parent] of Object.entries(parents)) {
			test(`nothing moves in ${name} at ${width} px`, async () => {
				await site.visit(visit(width, 800, parent(await snippet("script"))), assertStill);
			});
		}

		test(`nothing moves around quotes and frames in any parent at ${width} px`, async () => {
			const kinds = await Promise.all(["quote", "iframe"].map(snippet));
			const section = (content) => `<section style="display:flow-root">${content}</section>`;
			const all = Object.values(parents).flatMap((parent) => kinds.map((html) => section(parent(html))));
			// The window is so high that all snippets are visible. Chromium warns of frames
			// that have the origin of the page around them.
			const opened = { ...visit(width, 20_000, ...all), live: false, errors: [/sandbox/] };
			await site.visit(opened, async (page) => {
				await page.waitForFunction(framesLive);
				await assertStill(page);
			});
		});
	}
});
