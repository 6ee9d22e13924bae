// Tests the filter by speaker and topic. It hides turns, and shows a stub (one-line
// placeholder) instead of each run of hidden turns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { focused } from "../support/timeline.mjs";

/**
 * The rows of the interview when the reader has chosen only the speaker Mira Murati:
 * her answers, the questions before them, and stubs (placeholders for hidden turns).
 */
const murati = [
	"8 turns hidden Show turns 1 to 8",
	9,
	10,
	"14 turns hidden Show turns 11 to 24",
	25,
	26,
	"4 turns hidden Show turns 27 to 30",
];
const all = Array.from({ length: 30 }, (_, i) => i + 1);

eachWidget("Filter", (site) => {
	test("choosing only one speaker", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.press("only Mira Murati");
			assert.deepEqual(await timeline.rows(), murati);
			assert.match(await timeline.text(".active"), /^Mira Murati: 2 of 30 turns, with questions Show all$/);
			await timeline.until(
				(root) => root.querySelector("[role=status]").textContent === "4 of 30 turns shown",
			);
		});
	});

	test("switching the others off shows the same", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.click('.switch[data-lane="0"]');
			await timeline.click('.switch[data-lane="1"]');
			assert.deepEqual(await timeline.rows(), murati);
			const pressed = await timeline.read((root) =>
				[...root.querySelectorAll(".switch")].map((chip) => chip.getAttribute("aria-pressed")),
			);
			assert.deepEqual(pressed, ["false", "false", "true"]);
		});
	});

	test("hidden turns keep their place on the line, hollow", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.press("only Mira Murati");
			const solid = await timeline.read((root) =>
				[...root.querySelectorAll(".seg:not(.off)")].map((segment) => Number(segment.dataset.n)),
			);
			assert.deepEqual(solid, [9, 10, 25, 26]);
			assert.equal(await timeline.read((root) => root.querySelectorAll(".seg").length), 30);
		});
	});

	test("a stub shows its turns, and the focus goes to the first", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await timeline.press("14 turns hidden Show turns 11 to 24");
			assert.deepEqual(await timeline.rows(), [
				"8 turns hidden Show turns 1 to 8",
				...all.slice(8, 26),
				"4 turns hidden Show turns 27 to 30",
			]);
			assert.equal(await focused(page), "link Turn 11");
		});
	});

	test("a link to a hidden turn shows that turn alone", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await timeline.click('.seg[data-n="22"]');
			assert.equal(await focused(page), "link Turn 22");
			assert.deepEqual(await timeline.rows(), [
				...murati.slice(0, 3),
				"11 turns hidden Show turns 11 to 21",
				22,
				"2 turns hidden Show turns 23 to 24",
				...murati.slice(4),
			]);
		});
	});

	test("choosing only one topic", async () => {
		await site.visit("/", async (_, timeline) => {
			await (await timeline.find(".choice select")).select("staff");
			assert.deepEqual(await timeline.rows(), [
				"16 turns hidden Show turns 1 to 16",
				17,
				18,
				"12 turns hidden Show turns 19 to 30",
			]);
			assert.equal(await timeline.text(".active"), "Staff: 2 of 30 turns Show all");
		});
	});

	test("with every speaker off, one stub holds all turns", async () => {
		await site.visit("/", async (_, timeline) => {
			for (const lane of [0, 1, 2]) await timeline.click(`.switch[data-lane="${lane}"]`);
			assert.deepEqual(await timeline.rows(), ["30 turns hidden Show turns 1 to 30"]);
			assert.match(await timeline.text(".active"), /^No speaker: 0 of 30 turns/);
		});
	});

	test("“Show all” restores what was there, to the byte", async () => {
		await site.visit("/", async (page, timeline) => {
			const before = await timeline.markup();
			await timeline.press("only Mira Murati");
			await (await timeline.find(".choice select")).select("safety");
			assert.notEqual(await timeline.markup(), before);
			await timeline.press("Show all");
			assert.deepEqual(await timeline.rows(), all);
			assert.equal(await focused(page), "searchbox Search the interview");
			assert.equal(await timeline.markup(), before);
		});
	});
});
