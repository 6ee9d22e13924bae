// Tests the two style sheets of the element. The first is enough for reading. The second
// is loaded together with the program, and must not move anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";

/**
 * The position and size of each part that is visible before the program runs. Each part
 * is one string.
 */
const places = (root) =>
	[
		...root.querySelectorAll(
			".head, .tools, .chip, .plotbox, .plotbox > svg, .scale, .list h3, .turn, .text, .foot",
		),
	].map((part) => {
		const { x, y, width, height } = part.getBoundingClientRect();
		return [part.className.baseVal ?? part.className, x, y + scrollY, width, height].join(" ");
	});

eachWidget("Style", (site) => {
	for (const width of [320, 390, 700, 1280]) {
		test(`nothing moves when the program takes over, at ${width} px`, async () => {
			const visit = { path: `/t/${interview.split("/").at(-1)}`, width };
			const before = [];
			const still = { ...visit, live: false, answers: (url) => (/program/.test(url) ? "abort" : undefined) };
			still.errors = [/Failed to load resource/, /qt-error/];
			await site.visit(still, async (_, timeline) => {
				await timeline.shown();
				before.push(...(await timeline.read(places)));
			});
			assert.ok(before.length > 60);
			await site.visit(visit, async (_, timeline) => assert.deepEqual(await timeline.read(places), before));
		});
	}
});
