// Tests the strip, the small timeline at the top of the window. It appears when the line
// (the large timeline graphic) has been scrolled out of the window.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { atRest } from "../support/host.mjs";
import { pageWith } from "../support/page.mjs";
import { focused } from "../support/timeline.mjs";

const visible = (root) => root.querySelector(".strip").checkVisibility({ visibilityProperty: true });

/**
 * Waits until the strip (the condensed timeline at the top of the window) shows exactly
 * these words, such as "22 of 30 Sam Altman".
 */
const says = (timeline, words) =>
	timeline.until((root, words) => root.querySelector(".where").textContent === words, words);

/**
 * The number of the turn that the strip (the condensed timeline at the top of the window)
 * shows.
 */
const place = (timeline) =>
	timeline.read((root) => Number.parseInt(root.querySelector(".where").textContent, 10));

eachWidget("Strip", (site) => {
	for (const width of [390, 1280]) {
		test(`the strip appears when the line is out of sight, names the current turn, and disappears, at ${width} px`, async () => {
			await site.visit({ path: "/", width }, async (page, timeline) => {
				assert.equal(await timeline.read(visible), false);
				await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
				await timeline.until(visible);
				await says(timeline, "22 of 30 Sam Altman");
				const { y, height } = await (await timeline.find(".strip")).boundingBox();
				assert.ok(Math.abs(y) < 1 && height < 100, `at ${y}, ${height} px high`);
				await page.evaluate(() => scrollTo(0, 0));
				await timeline.until(
					(root) => !root.querySelector(".strip").checkVisibility({ visibilityProperty: true }),
				);
			});
		});
	}

	test("no element moves when the strip appears", async () => {
		await site.visit("/", async (page, timeline) => {
			const height = await page.evaluate(() => document.documentElement.scrollHeight);
			await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
			const place = () =>
				timeline.read((root) => root.querySelector('li[value="22"]').getBoundingClientRect().top);
			const before = await place();
			await timeline.until(visible);
			assert.equal(await place(), before);
			assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
		});
	});

	test("the strip's buttons show the next and the previous turn below the strip", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
			await timeline.until(visible);
			await says(timeline, "22 of 30 Sam Altman");
			for (const [name, words] of [
				["Next turn", "23 of 30 Host"],
				["Next turn", "24 of 30 Sam Altman"],
				["Previous turn", "23 of 30 Host"],
			]) {
				await timeline.press(name);
				await says(timeline, words);
			}
			const [strip, turn] = await timeline.read((root) => [
				root.querySelector(".strip").getBoundingClientRect().bottom,
				root.querySelector('li[value="23"] .text').getBoundingClientRect().top,
			]);
			assert.ok(turn >= strip, "the turn's first line is not covered");
			assert.equal(await focused(page), "button Previous turn");
		});
	});

	for (const height of [390, 1800]) {
		test(`the strip names the turn that the reader has chosen, in a window of ${height} px`, async () => {
			await site.visit("/", async (page, timeline) => {
				await page.setViewport({ width: 844, height });
				await timeline.read((root) => root.querySelector('li[value="3"]').scrollIntoView());
				await timeline.until(visible);
				await atRest(page);
				for (let n = (await place(timeline)) + 1; n < 12; n++) {
					await timeline.press("Next turn");
					await atRest(page);
					assert.equal(await place(timeline), n);
				}
				await page.mouse.wheel({ deltaY: 2 * height });
				await timeline.until((root) => Number.parseInt(root.querySelector(".where").textContent, 10) > 11);
			});
		});
	}

	test("the strip names the turn of a search hit, and the turn in the address", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.search("board");
			await page.keyboard.press("Enter"); // goes to the hit in turn 2; the strip is not shown yet
			await page.keyboard.press("Enter");
			for (const [hit, n, speaker] of [
				[3, 5, "Host"],
				[4, 12, "Sam Altman"],
			]) {
				await page.keyboard.press("Enter");
				await says(timeline, `Hit ${hit} of 8, turn ${n} ${speaker}`);
				await atRest(page);
				assert.equal(await timeline.read((root) => root.querySelector("mark.now").closest("li").value), n);
			}
			await timeline.press("Next turn with a hit");
			await says(timeline, "Hit 5 of 8, turn 13 Host");
			const id = await timeline.read((root) => root.querySelector('li[value="22"]').id.replace("t-", ""));
			await page.evaluate((id) => (location.hash = `q=${id}`), id);
			await says(timeline, "22 of 30 Sam Altman");
			await atRest(page);
			assert.equal(await place(timeline), 22);
		});
	});

	test("the page's own fixed bar covers neither the strip nor the turns that the reader goes to", async () => {
		const where = pageWith(site.origin, conversation({ turns: 60 }), {
			attributes: 'style="--qt-top: 60px"',
		});
		for (const width of [390, 1280]) {
			await site.visit({ ...where, width }, async (_, timeline) => {
				const id = await timeline.read((root) => root.querySelector('li[value="18"]').id.replace("t-", ""));
				await timeline.element.evaluate((element, id) => element.goTo(id), id);
				await timeline.until(visible);
				const [strip, turn] = await timeline.read((root) =>
					[
						root.querySelector(".strip").getBoundingClientRect(),
						root.querySelector('li[value="18"] .turn').getBoundingClientRect(),
					].map(({ top, bottom }) => ({ top, bottom })),
				);
				assert.equal(Math.round(strip.top), 60);
				assert.ok(
					turn.top >= strip.bottom && turn.top < strip.bottom + 60,
					`${turn.top} under ${strip.bottom}`,
				);
			});
		}
	});

	test("the strip's magnifying glass leads to the search", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
			await timeline.until(visible);
			await timeline.click('[data-act="find"]');
			assert.equal(await focused(page), "searchbox Search the interview");
			await timeline.until((root) => {
				const { top, bottom } = root.querySelector(".search").getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight;
			});
		});
	});
});
