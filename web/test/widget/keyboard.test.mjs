// Tests of use by keyboard. They do not use a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";
import { focused, tabTo } from "../support/timeline.mjs";

const board = [2, 3, 5, 12, 13, 19, 20, 22];

/** Presses the keys one after another. */
async function press(page, ...keys) {
	for (const key of keys) await page.keyboard.press(key);
}

/**
 * The number of the turn whose bar has the focus. The bar is part of the line (the
 * timeline graphic).
 */
const segment = async (page) => Number(/^link Turn (\d+), /.exec(await focused(page))?.[1]);

/**
 * Presses Tab until the focus is on the line (the timeline graphic). The whole line is
 * one tab stop. The bar of turn 1 gets the focus first.
 */
async function toLine(page) {
	await tabTo(page, "link Turn 1, Host, 30 words");
}

eachWidget("Keyboard", (site) => {
	test("Tab reaches search, topic, speakers, line and quotes, in this order", async () => {
		await site.visit("/", async (page) => {
			await tabTo(page, "searchbox Search the interview");
			await tabTo(page, "combobox Topic");
			for (const name of ["Host", "Sam Altman", "Mira Murati"]) await tabTo(page, `button only ${name}`);
			await toLine(page);
			await tabTo(page, "link Turn 1");
			await tabTo(page, "button Copy link to turn 1");
			await tabTo(page, "link Turn 2");
		});
	});

	test("the line is one tab stop", async () => {
		await site.visit("/", async (page) => {
			await toLine(page);
			await press(page, "Tab");
			assert.equal(await focused(page), "link Turn 1");
			await page.keyboard.down("Shift");
			await press(page, "Tab", "Tab");
			await page.keyboard.up("Shift");
			assert.equal(await focused(page), "link Lessons");
		});
	});

	test("arrows move by turn, Page keys by topic, Home and End to the ends", async () => {
		await site.visit("/", async (page) => {
			await toLine(page);
			for (const [key, turn] of [
				["ArrowLeft", 1],
				["ArrowRight", 2],
				["ArrowDown", 3],
				["ArrowUp", 2],
				["PageDown", 11],
				["PageDown", 17],
				["PageUp", 11],
				["ArrowRight", 12],
				["PageUp", 11],
				["PageUp", 1],
				["End", 30],
				["ArrowRight", 30],
				["PageDown", 30],
				["Home", 1],
			]) {
				await press(page, key);
				assert.equal(await segment(page), turn, key);
			}
		});
	});

	test("arrow keys skip notes: they go to the next turn with a speaker, at the end to the last one", async () => {
		const made = conversation({ turns: 12 });
		const script = JSON.parse(made.json);
		script.topics = ["one", "two", "three"].map((id) => ({ id, label: `Part ${id}` }));
		for (const [i, turn] of script.turns.entries()) {
			turn.topics = [script.topics[Math.floor(i / 4)].id];
			if ([0, 4, 11].includes(i)) Object.assign(turn, { speaker: "", kind: "note" });
		}
		const json = JSON.stringify(script);
		await site.visit(pageWith(site.origin, { ...made, json }), async (page) => {
			await tabTo(page, /^link Turn 2, /);
			for (const [key, turn] of [
				["PageDown", 6],
				["PageDown", 9],
				["PageDown", 11],
				["PageUp", 9],
				["PageUp", 6],
				["PageUp", 2],
				["End", 11],
				["Home", 2],
			]) {
				await press(page, key);
				assert.equal(await segment(page), turn, key);
			}
			await tabTo(page, "link Turn 1"); // the list's first turn; it is a note, so the timeline has no bar for it
			await press(page, "Escape");
			assert.equal(await segment(page), 2);
		});
	});

	test("the tab stop of a dense line is the current turn", async () => {
		await site.visit(pageWith(site.origin, conversation({ turns: 1000 })), async (page, timeline) => {
			await tabTo(page, /^link Turn 1, /);
			for (const [key, turn] of [
				["ArrowRight", 2],
				["End", 1000],
				["ArrowLeft", 999],
				["Home", 1],
			]) {
				await press(page, key);
				assert.match(await focused(page), new RegExp(`^link Turn ${turn.toLocaleString("en")}, `), key);
			}
			await press(page, "Tab");
			await timeline.read((root) => root.querySelector('li[value="40"]').scrollIntoView());
			await timeline.until((root) => root.querySelector(".seg").dataset.n > 35);
			const turns = () =>
				timeline.read((root) => {
					const number = (selector) => Number(root.querySelector(selector).dataset.n);
					return [number(".seg"), root.querySelectorAll(".seg[tabindex='0']").length];
				});
			const [reading, stops] = await turns();
			assert.equal(stops, 1);
			await timeline.read((root, n) => root.querySelector(`li[value="${n}"] .num`).focus(), reading);
			await press(page, "Escape");
			assert.equal(await segment(page), reading);
			await press(page, "ArrowRight");
			assert.equal(await segment(page), reading + 1);
		});
	});

	test("Enter goes from the line to the quote, Escape back, Escape again closes the preview", async () => {
		await site.visit("/", async (page, timeline) => {
			await toLine(page);
			await press(page, "End", "Enter");
			assert.equal(await focused(page), "link Turn 30");
			assert.deepEqual(await timeline.linked(), [30]);
			assert.ok(await timeline.inView(30));

			await press(page, "Escape");
			assert.equal(await segment(page), 30);
			const preview = () =>
				timeline.read((root) => root.querySelector(".preview").hasAttribute("data-shown"));
			assert.equal(await preview(), true);
			await press(page, "Escape");
			assert.equal(await preview(), false);
			assert.equal(await segment(page), 30);
		});
	});

	test("the line's tab stop stays where the reader was", async () => {
		await site.visit("/", async (page) => {
			await toLine(page);
			await press(page, "PageDown", "Tab");
			await page.keyboard.down("Shift");
			await press(page, "Tab");
			await page.keyboard.up("Shift");
			assert.equal(await segment(page), 11);
		});
	});

	test("searching, stepping and clearing", async () => {
		await site.visit("/", async (page, timeline) => {
			await tabTo(page, "searchbox Search the interview");
			await page.keyboard.type("board");
			await press(page, "Enter", "Enter", "Enter");
			assert.equal(await timeline.text(".count"), "3 of 8 turns");
			assert.deepEqual(await timeline.marked(), board);

			await tabTo(page, "button Next turn with a hit");
			await press(page, "Space");
			assert.equal(await timeline.text(".count"), "4 of 8 turns");
			await tabTo(page, "checkbox Only turns with a hit");
			await press(page, "Space");
			assert.equal((await timeline.rows()).includes(30), false);

			await page.keyboard.down("Shift");
			await press(page, "Tab"); // the button that clears the search
			await page.keyboard.up("Shift");
			await press(page, "Enter");
			assert.equal(await focused(page), "searchbox Search the interview");
			assert.deepEqual(await timeline.marked(), []);
			assert.equal((await timeline.rows()).length, 30);
		});
	});

	test("switching a speaker and a topic off, and undoing both", async () => {
		await site.visit("/", async (page, timeline) => {
			await tabTo(page, "combobox Topic");
			await press(page, "ArrowDown", "ArrowDown");
			assert.match(await timeline.text(".active"), /^The return: 6 of 30 turns/);
			await tabTo(page, "button only Host");
			await press(page, "Space");
			assert.match(await timeline.text(".active"), /^Host, The return: 3 of 30 turns/);
			await tabTo(page, "button Show all");
			await press(page, "Enter");
			assert.equal((await timeline.rows()).length, 30);
			assert.equal(await focused(page), "searchbox Search the interview");
		});
	});

	test("showing hidden turns again", async () => {
		await site.visit("/", async (page, timeline) => {
			await tabTo(page, "button only Mira Murati");
			await press(page, "Enter");
			await tabTo(page, "button 8 turns hidden Show turns 1 to 8");
			await press(page, "Enter");
			assert.equal(await focused(page), "link Turn 1");
			assert.ok((await timeline.rows()).includes(1));
		});
	});

	test("copying a link", async () => {
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			await tabTo(page, "button Copy link to turn 1");
			await press(page, "Enter");
			await timeline.until((root) => root.querySelector("[role=status]").textContent === "Copied");
			assert.equal(await focused(page), "button Copy link to turn 1");
		});
	});

	test("keys outside the element are the page's", async () => {
		await site.visit("/", async (page, timeline) => {
			const before = await timeline.markup();
			await press(page, "ArrowRight", "End", "Escape", "Enter", "Space", "b");
			assert.equal(await timeline.markup(), before);
			assert.equal(page.url(), `${site.origin}/`);
		});
	});

	test("Tab leads out of the element at its end, and Shift+Tab back in", async () => {
		await site.visit("/", async (page) => {
			await page.keyboard.down("Shift");
			for (const name of ["More demonstrations of Quoteline", "Data (JSON)", "Full transcript"]) {
				await press(page, "Tab");
				assert.equal(await focused(page), `link ${name}`);
			}
			await page.keyboard.up("Shift");
			await press(page, "Tab", "Tab");
			assert.equal(await focused(page), "link More demonstrations of Quoteline");
		});
	});

	test("a whole reading: search, step, filter to one speaker, follow the line, open a quote, share it, and leave", async () => {
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			await tabTo(page, "searchbox Search the interview");
			await page.keyboard.type("board");
			await press(page, "Enter", "Enter");
			assert.equal(await timeline.text(".count"), "2 of 8 turns");
			await press(page, "Escape");
			assert.equal((await timeline.rows()).length, 30);

			await tabTo(page, "button only Mira Murati");
			await press(page, "Enter");
			assert.equal((await timeline.rows()).length, 7);
			await tabTo(page, /^link Turn \d+, /); // a bar of the line (the timeline graphic)
			await press(page, "End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
			assert.equal(await segment(page), 26);
			await press(page, "Enter");
			assert.equal(await focused(page), "link Turn 26");
			assert.ok(await timeline.inView(26));

			await tabTo(page, "button Cite turn 26");
			await press(page, "Enter", "ArrowDown", "Enter");
			await timeline.until((root) => root.querySelector("[role=status]").textContent === "Copied");
			assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Mira Murati/);

			await tabTo(page, "link More demonstrations of Quoteline");
			await page.keyboard.down("Shift");
			await tabTo(page, "button Show all");
			await page.keyboard.up("Shift");
			await press(page, "Enter");
			assert.equal((await timeline.rows()).length, 30);
		});
	});
});
