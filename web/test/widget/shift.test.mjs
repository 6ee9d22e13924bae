// Tests that no element of the page moves while the widget loads. Nothing may move when the
// widget shows the markup that the Worker (the server) has written. Nothing may move when
// the widget's program starts to control that markup.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";

/**
 * Runs in the page, before its own scripts. Records in globalThis.shifts the layout
 * shifts that the browser reports (Layout Instability API). Shifts just after an input
 * of the reader are left out.
 */
function watchShifts() {
	globalThis.shifts = [];
	new PerformanceObserver((list) => {
		for (const { hadRecentInput, sources } of list.getEntries()) {
			const place = ({ x, y, width, height }) => `${x} ${y} ${width} ${height}`;
			const moved = sources.map((from) => `${place(from.previousRect)} to ${place(from.currentRect)}`);
			// The layout shift API does not name nodes inside a shadow tree. So the test
			// records the positions of what has moved.
			if (!hadRecentInput) globalThis.shifts.push(moved.join(", "));
		}
	}).observe({ type: "layout-shift", buffered: true });
}

const pages = ["/", "/demo/two", "/t/altman-murati-2023"];

eachWidget("Layout shift", (site) => {
	for (const path of pages) {
		for (const width of [390, 1280]) {
			test(`nothing moves on ${path} at ${width} px`, async () => {
				await site.visit({ path, width, prepare: watchShifts }, async (page, timeline) => {
					await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
					await timeline.until((root) =>
						root.querySelector(".strip").checkVisibility({ visibilityProperty: true }),
					);
					await page.evaluate(() => scrollTo(0, 0));
					await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
					assert.deepEqual(await page.evaluate(() => shifts), []);
				});
			});
		}
	}
});
