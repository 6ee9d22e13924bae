// Tests a hearing of thousands of turns. The server's markup contains only the first
// turns. The widget's program writes the others when the browser is idle. The reader can
// open each turn at any time, even if it is not written yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation, outdated } from "../support/conversation.mjs";
import { longTranscript } from "../support/longtranscript.mjs";
import { pageWith } from "../support/page.mjs";
import { tabTo } from "../support/timeline.mjs";

const turns = 2000;
const hearing = longTranscript(turns);
const json = JSON.stringify(hearing);

const items = (root) => root.querySelectorAll("li").length;
const written = (timeline) =>
	timeline.until((root, turns) => root.querySelectorAll("li").length === turns, turns);
const containing = (word) =>
	hearing.turns.filter(({ text }) => text.toLowerCase().includes(word)).map(({ n }) => n);

eachWidget("Scale", (site) => {
	const at = (visit = {}) => ({
		...pageWith(site.origin, { id: hearing.id, json, html: outdated }),
		...visit,
	});

	test("the markup contains the beginning and a link to the whole transcript", async () => {
		await site.visit(at(), async (_, timeline) => {
			const markup = await timeline.element.evaluate((element) => element.toHTML());
			const n = markup.match(/<li /g).length;
			assert.ok(n >= 100 && n < 200, `${n} turns`);
			assert.match(markup, /<p class="more"><a href="[^"]+\/t\/hearing">Full transcript: 2,000 turns<\/a>/);
		});
	});

	test("every turn is written, in order, even if the reader never scrolls to it", async () => {
		await site.visit(at(), async (_, timeline) => {
			await written(timeline);
			const texts = await timeline.read((root) =>
				[...root.querySelectorAll("li .text")].map((text) => text.textContent),
			);
			assert.deepEqual(
				texts,
				hearing.turns.map(({ text }) => text),
			);
			assert.equal(await timeline.read((root) => root.querySelector(".more").checkVisibility()), false);
		});
	});

	test("printing writes all turns at once, even if the browser is never idle", async () => {
		const prepare = () => {
			globalThis.requestIdleCallback = () => 0; // as if the browser were never idle
		};
		await site.visit(at({ prepare }), async (page, timeline) => {
			assert.ok((await timeline.read(items)) < turns);
			await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
			assert.equal(await timeline.read(items), turns);
		});
	});

	test("a turn far away is written when a link names it", async () => {
		await site.visit(at(), async (page, timeline) => {
			await page.evaluate(() => {
				location.hash = "#q=h1999";
			});
			await timeline.until((root) => root.querySelector(".linked"));
			assert.deepEqual(await timeline.linked(), [1999]);
			await timeline.until((root) => {
				const { top } = root.querySelector('li[value="1999"]').getBoundingClientRect();
				return top >= 0 && top < innerHeight;
			});
		});
	});

	test("a search counts every turn, marks those near, and changes no row", async () => {
		await site.visit(at(), async (page, timeline) => {
			await written(timeline);
			const found = containing("bridge");
			await timeline.read((root) => {
				globalThis.changes = 0;
				new MutationObserver((records) => {
					globalThis.changes += records.length;
				}).observe(root.querySelector(".list"), { subtree: true, childList: true, characterData: true });
			});
			await timeline.search("bridge");
			assert.equal(await timeline.text(".count"), `${found.length} turns`);
			assert.equal(await page.evaluate(() => globalThis.changes), 0);
			const marked = await timeline.marked();
			assert.ok(marked.length > 0 && marked.length < found.length, `${marked.length} turns are marked`);
			assert.deepEqual(marked, found.slice(0, marked.length));

			const last = found.at(-1);
			await page.keyboard.down("Shift");
			await page.keyboard.press("Enter"); // with Shift: the previous hit, and before the first hit comes the last one
			await page.keyboard.up("Shift");
			assert.equal(await timeline.text(".count"), `${found.length} of ${found.length} turns`);
			assert.equal(await timeline.read((root) => root.querySelector("mark.now").closest("li").value), last);
			await timeline.until((root) => {
				const { top, bottom } = root.querySelector("mark.now").getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight;
			});
			assert.ok((await timeline.marked()).includes(last));
		});
	});

	test("a turn on the line says how many hits it has, alone or among few", async () => {
		const about = conversation({
			turns: 1000,
			says: (i) => (i % 2 ? "A bridge, a bridge and a bridge." : "Why?"),
		});
		await site.visit(pageWith(site.origin, about), async (page, timeline) => {
			const name = (n) =>
				timeline.read((root, n) => root.querySelector(`.seg[data-n="${n}"]`)?.ariaLabel ?? "", n);
			await timeline.search("bridge");
			await page.keyboard.press("Enter");
			assert.match(await name(2), /, 3 hits$/);
			await tabTo(page, /^link Turn 2, /);
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("ArrowRight");
			assert.match(await name(4), /, 3 hits$/, "alone");
			for (let i = 0; i < 3; i++) await page.keyboard.press("+");
			assert.match(await name(6), /, 3 hits$/, "among few");
		});
	});

	test("“Only turns with a hit” leaves them, their questions, and a count of all others", async () => {
		await site.visit(at(), async (_, timeline) => {
			const found = new Set(containing("timetable"));
			const shown = hearing.turns.filter(({ n }) => found.has(n) || (n % 2 === 1 && found.has(n + 1)));
			await timeline.search("timetable");
			await timeline.press("Only turns with a hit");
			await written(timeline);
			await timeline.until(
				(root, shown) => root.querySelectorAll(".turn:not([hidden])").length === shown,
				shown.length,
			);
			const hidden = await timeline.read((root) =>
				[...root.querySelectorAll(".stub")]
					.map((stub) => Number.parseInt(stub.textContent.replace(",", ""), 10))
					.reduce((sum, n) => sum + n, 0),
			);
			assert.equal(hidden, turns - shown.length);
			await timeline.press("Show all");
			await timeline.until(
				(root, turns) => root.querySelectorAll(".turn:not([hidden])").length === turns,
				turns,
			);
			assert.equal(await timeline.read((root) => root.querySelectorAll(".stub").length), 0);
		});
	});
});
