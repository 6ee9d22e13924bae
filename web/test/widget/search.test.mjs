// Tests the search. It finds and marks words. It hides the turns without a hit only if
// the reader asks for that.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { focused } from "../support/timeline.mjs";

/** The numbers of the turns of the interview that contain the word "board". */
const board = [2, 3, 5, 12, 13, 19, 20, 22];
const all = Array.from({ length: 30 }, (_, i) => i + 1);

/**
 * Describes the current search hit: how many marks it has, which turn it is in, and
 * whether it is visible in the window.
 */
const current = (timeline) =>
	timeline.read((root) => {
		const marks = [...root.querySelectorAll("mark.now")];
		const { top, bottom } = marks[0]?.getBoundingClientRect() ?? {};
		return {
			marks: marks.length,
			turn: marks[0]?.closest("li").value,
			seen: top >= 0 && bottom <= innerHeight,
		};
	});

eachWidget("Search", (site) => {
	test("turns with the word are counted, marked and listed by speaker", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.search("board");
			assert.equal(await timeline.text(".count"), "8 turns");
			assert.deepEqual(await timeline.marked(), board);
			const words = await timeline.read(() =>
				[...CSS.highlights.get("quoteline-hit")].map(({ startContainer, startOffset, endOffset }) =>
					startContainer.data.slice(startOffset, endOffset).toLowerCase(),
				),
			);
			assert.deepEqual([...new Set(words)], ["board"]);
			assert.deepEqual(
				await timeline.read((root) => [...root.querySelectorAll(".share")].map((share) => share.textContent)),
				["4 of 15 turns", "4 of 13 turns", "0 of 2 turns"],
			);
			assert.deepEqual(await timeline.rows(), all);
			assert.equal(await timeline.read((root) => root.querySelectorAll(".hits .tick").length), 8);
			const bright = await timeline.read((root) =>
				[...root.querySelectorAll(".seg:not(.dim)")].map((segment) => Number(segment.dataset.n)),
			);
			assert.deepEqual(bright, board);
			await timeline.until(
				(root) => root.querySelector("[role=status]").textContent === "8 of 30 turns contain “board”",
			);
		});
	});

	test("marking changes no word of the text", async () => {
		const { turns } = await site.transcript();
		await site.visit("/", async (_, timeline) => {
			await timeline.search("board");
			const texts = await timeline.read((root) =>
				[...root.querySelectorAll(".text")].map((text) =>
					[...text.children].map((p) => p.textContent).join("\n"),
				),
			);
			assert.deepEqual(
				texts,
				turns.map(({ text }) => text),
			);
		});
	});

	test("Enter steps through the hits, and from the last to the first", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.search("board");
			for (const [i, turn] of [...board, board[0]].entries()) {
				await page.keyboard.press("Enter");
				assert.equal(await timeline.text(".count"), `${(i % 8) + 1} of 8 turns`);
				assert.deepEqual(await current(timeline), { marks: 1, turn, seen: true });
			}
			assert.equal(await focused(page), "searchbox Search the interview");
		});
	});

	test("a step to a hit in view does not move the page", async () => {
		await site.visit({ path: "/", height: 1000 }, async (page, timeline) => {
			await timeline.search("board");
			await page.keyboard.press("Enter");
			const before = await page.evaluate(() => scrollY);
			await page.keyboard.press("Enter");
			assert.deepEqual(await current(timeline), { marks: 1, turn: 3, seen: true });
			assert.equal(await page.evaluate(() => scrollY), before);
		});
	});

	test("the strip is there as soon as the field is above the window, if a search has hits", async () => {
		await site.visit("/", async (page, timeline) => {
			const shown = (root) => root.querySelector(".strip").checkVisibility({ visibilityProperty: true });
			const below = (root) => root.querySelector(".tools").getBoundingClientRect().bottom + 10;
			await timeline.search("board");
			assert.equal(await timeline.read(shown), false);
			await page.evaluate((y) => scrollBy(0, y), await timeline.read(below));
			await timeline.until(shown);
			assert.ok(
				await timeline.read((root) => root.querySelector(".line[part]").getBoundingClientRect().bottom > 0),
			);
		});
	});

	test("Shift+Enter steps back, and from the first to the last", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.search("board");
			await page.keyboard.press("Enter");
			await page.keyboard.down("Shift");
			for (const turn of [22, 20]) {
				await page.keyboard.press("Enter");
				assert.deepEqual(await current(timeline), { marks: 1, turn, seen: true });
			}
			await page.keyboard.up("Shift");
			assert.equal(await timeline.text(".count"), "7 of 8 turns");
		});
	});

	test("the buttons step too, and keep the focus", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.search("board");
			for (const turn of [2, 3, 5]) {
				await timeline.press("Next turn with a hit");
				assert.equal((await current(timeline)).turn, turn);
			}
			assert.equal(await timeline.text(".count"), "3 of 8 turns");
			assert.equal(await focused(page), "button Next turn with a hit");
			for (const turn of [3, 2, 22]) {
				await timeline.press("Previous turn with a hit");
				assert.equal((await current(timeline)).turn, turn);
			}
			await timeline.until(
				(root) => root.querySelector("[role=status]").textContent === "Hit 8 of 8, turn 22",
			);
		});
	});

	test("a hit in a hidden turn is shown when it is stepped to", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await timeline.search("board");
			assert.ok(!(await timeline.rows()).includes(2));
			await page.keyboard.press("Enter");
			assert.deepEqual(await current(timeline), { marks: 1, turn: 2, seen: true });
		});
	});

	test("“Only turns with a hit” shows these turns and their questions", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.search("board");
			await timeline.press("Only turns with a hit");
			const shown = (await timeline.rows()).filter((row) => typeof row === "number");
			assert.deepEqual(shown, [1, 2, 3, 5, 11, 12, 13, 19, 20, 21, 22]);
			assert.match(await timeline.text(".active"), /“board”: 8 of 30 turns, with questions/);
		});
	});

	for (const [how, clear] of [
		["Escape", (page) => page.keyboard.press("Escape")],
		["the cross", (_, timeline) => timeline.press("Clear the search")],
		[
			"Backspace",
			async (page) => {
				for (const _ of "board") await page.keyboard.press("Backspace");
			},
		],
	]) {
		test(`clearing by ${how} restores what was there, to the byte`, async () => {
			await site.visit("/", async (page, timeline) => {
				const before = await timeline.markup();
				await timeline.search("board");
				assert.notEqual(await timeline.markup(), before);
				await clear(page, timeline);
				assert.equal(await timeline.markup(), before);
				assert.equal(await timeline.read((root) => root.querySelector(".search input").value), "");
				assert.equal(await focused(page), "searchbox Search the interview");
			});
		});
	}

	test("if nothing is found the page says so, and offers two ways to continue", async () => {
		await site.visit("/", async (page, timeline) => {
			const before = await timeline.markup();
			await timeline.search("shareholders <b>");
			assert.equal(await timeline.text(".count"), "0 turns");
			assert.equal(await timeline.text(".empty h3"), "No turn contains “shareholders <b>”");
			assert.deepEqual(await timeline.rows(), all);
			const ways = await timeline.read((root) =>
				[...root.querySelectorAll(".empty button")].map((button) => button.textContent),
			);
			assert.deepEqual(ways, ["Clear the search", "Read from turn 1"]);
			await timeline.click(".empty button");
			assert.equal(await timeline.markup(), before);

			await timeline.search("shareholders");
			await timeline.press("Read from turn 1");
			assert.equal(await focused(page), "link Turn 1");
			assert.equal(await timeline.text(".empty"), "");
			assert.ok(await timeline.inView(1));
		});
	});

	test("the first key of a search moves neither the line nor the turns", async () => {
		await site.visit("/t/altman-murati-2023", async (_, timeline) => {
			const places = () =>
				timeline.read((root) =>
					[".tools", ".plot", ".axis", ".turn"].map(
						(part) => root.querySelector(part).getBoundingClientRect().top + scrollY,
					),
				);
			const before = await places();
			await timeline.search("b");
			await timeline.until((root) => root.querySelector(".hits .tick"));
			assert.deepEqual(await places(), before);
		});
	});

	test("on a phone no field has a text below 16 pixels", async () => {
		// The page makes all text of the element small. Pages with "html { font-size:
		// 62.5% }" do this.
		const prepare = () =>
			addEventListener("DOMContentLoaded", () => {
				document.querySelector("quote-timeline").style.setProperty("--qt-rem", "10px");
			});
		await site.visit({ path: "/", width: 390, prepare }, async (page, timeline) => {
			await page.evaluate(() => {
				navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
			});
			await timeline.click('[data-act="cite"]');
			await timeline.click('.menu [data-style="link"]');
			await timeline.until((root) => root.querySelector("textarea"));
			const sizes = await timeline.read((root) =>
				[...root.querySelectorAll("input[type=search], select, textarea")].map((field) =>
					Number.parseFloat(getComputedStyle(field).fontSize),
				),
			);
			assert.equal(sizes.length, 3);
			assert.ok(Math.min(...sizes) >= 16, sizes.join());
		});
	});
});
