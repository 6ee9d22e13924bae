// Tests of the shortest, the longest and the strangest transcripts that are allowed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";

/**
 * Names with characters that reverse the direction of writing. Such a name would
 * reorder the text next to it if the element did not isolate it.
 */
const names = [
	"אברהם \u202Eכהן",
	"\u2067Speaker A (1)",
	"👩🏽‍🚀👨‍👩‍👧‍👦",
	"می‌خواهم",
	"क्‍ष",
	"Z\u0351\u036B\u0343a\u0300\u0301\u0302lgo",
];

// How many pixels a button's invisible edge around its icon may extend beyond the
// window.
const air = 13;

/**
 * Finds elements that extend beyond the left or right side of the window, except those
 * that an ancestor clips.
 */
const beyond = (timeline) =>
	timeline.read((root, air) => {
		const cut = (node) => node && (getComputedStyle(node).overflowX !== "visible" || cut(node.parentElement));
		return [...root.querySelectorAll("*")]
			.filter((node) => {
				const { left, right, width } = node.getBoundingClientRect();
				return width > 0 && (right > innerWidth + air || left < -air) && !cut(node.parentElement);
			})
			.map((node) => `${node.localName}.${node.getAttribute("class")}`);
	}, air);

/**
 * Fails if the page scrolls sideways. Also fails if some content extends beyond the
 * window, or below the element.
 */
async function fits(page, timeline) {
	assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false);
	assert.deepEqual(await beyond(timeline), []);
	const [element, below] = await page.evaluate(() => [
		document.querySelector("quote-timeline").getBoundingClientRect().bottom,
		document.querySelector("quote-timeline").shadowRoot.querySelector(".ql").getBoundingClientRect().bottom,
	]);
	assert.ok(below <= element + 1);
}

eachWidget("Extremes", (site) => {
	for (const width of [390, 1280]) {
		test(`names of any script do not reorder their neighbours, at ${width} px`, async () => {
			const where = pageWith(site.origin, conversation({ names }));
			await site.visit({ ...where, width }, async (page, timeline) => {
				const shown = await timeline.read((root) =>
					[...root.querySelectorAll(".name")].map((name) => ({
						text: name.textContent,
						apart: getComputedStyle(name.querySelector("bdi")).unicodeBidi,
					})),
				);
				assert.deepEqual(
					shown,
					Array.from({ length: 12 }, (_, i) => ({ text: names[i % names.length], apart: "isolate" })),
				);
				await fits(page, timeline);
			});
		});

		test(`500 speakers, of whom the last share a lane, at ${width} px`, async () => {
			const many = Array.from({ length: 500 }, (_, i) => `Speaker ${i + 1}`);
			const where = pageWith(site.origin, conversation({ names: many, turns: 1_000 }));
			await site.visit({ ...where, width }, async (page, timeline) => {
				assert.equal(await timeline.read((root) => root.querySelectorAll(".chip").length), 8);
				assert.match(await timeline.text(".chip:last-child .who"), /^493 /);
				await fits(page, timeline);
				await timeline.click('.switch[data-lane="7"]');
				assert.equal(await timeline.read((root) => root.querySelectorAll(".turn[hidden]").length > 0), true);
				await fits(page, timeline);
			});
		});

		test(`one turn, at ${width} px`, async () => {
			const where = pageWith(site.origin, conversation({ names: ["Host"], turns: 1 }));
			await site.visit({ ...where, width }, async (page, timeline) => {
				assert.deepEqual(await timeline.rows(), [1]);
				await timeline.search("words");
				assert.equal(await timeline.text(".count"), "1 turn");
				await fits(page, timeline);
			});
		});
	}

	test("a transcript without turns says that there are none, and keeps the page", async () => {
		const where = pageWith(site.origin, conversation({ turns: 0 }));
		await site.visit(where, async (page, timeline) => {
			assert.deepEqual(await timeline.rows(), []);
			assert.match(await timeline.text(".facts"), /^0 turns/);
			await timeline.search("words");
			await page.keyboard.press("Enter");
			await fits(page, timeline);
		});
	});
});
