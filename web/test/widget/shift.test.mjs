// Tests that no element of the page moves while the widget loads. Nothing may move when the
// widget shows the markup that the Worker (the server) has written. Nothing may move when
// the widget's program starts to control that markup. And nothing may move at the first key
// of a search.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation, outdated } from "../support/conversation.mjs";
import { hosting } from "../support/host.mjs";
import { pageWith } from "../support/page.mjs";

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

/** Returns the vertical positions of what follows the search field, in pixels of the page. */
const following = (timeline) =>
	timeline.read((root) =>
		[".line", ".chips", ".plot", ".axis", ".list", ".turn", ".foot"].map(
			(part) => root.querySelector(part).getBoundingClientRect().top + scrollY,
		),
	);

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

	for (const lang of ["en", "de", "ar"]) {
		const html = outdated.replace("<div", `<div lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"`);
		const places = {
			"with topics": () => hosting(site.origin, `lang="${lang}"`),
			"without topics": () =>
				pageWith(site.origin, { ...conversation({ says: () => "On the board." }), html }),
		};
		for (const [name, place] of Object.entries(places)) {
			test(`${lang}, ${name}: the first key of a search moves nothing that follows`, async () => {
				await site.visit({ ...place(), width: 320 }, async (page, timeline) => {
					assert.equal(await timeline.read((root) => root.querySelector(".ql").lang), lang);
					for (const width of [320, 390, 600, 800, 1280]) {
						await page.setViewport({ width, height: 800 });
						const before = await following(timeline);
						await timeline.search("b");
						await timeline.until((root) => root.querySelector(".hits .tick"));
						assert.deepEqual(await following(timeline), before, `${width} px`);
						await page.keyboard.press("Enter");
						await timeline.until((root) => root.querySelector(".hits .now"));
						assert.deepEqual(await following(timeline), before, `${width} px, at the first hit`);
						await page.keyboard.press("Escape");
						await timeline.until((root) => !root.querySelector(".hits .tick"));
						assert.deepEqual(await following(timeline), before, `${width} px, after the search`);
					}
				});
			});
		}
	}
});
