// Tests of the studio (the editor of transcripts): editing, saved drafts, rejected
// input, and accessibility.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { longSource, seed, studioSite } from "../support/studiosite.mjs";
import { focused, tabTo } from "../support/timeline.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = studioSite();

const talk = `Speaker A: Who built the arch?
Speaker B: My grandfather did. He had two friends.
Speaker A: Did it ever fall?
Speaker B: Once, in a storm.
`;

async function opened(studio, source = talk, turns = 4) {
	await studio.page.focus("#paste");
	await studio.paste(source);
	await studio.previewed(turns);
}

/** The words of each turn in the studio's preview. */
const turns = (studio) =>
	studio.page.evaluate(() =>
		[...document.querySelector("#preview-frame").shadowRoot.querySelectorAll(".turn")].map(
			(turn) => turn.querySelector(".text").textContent,
		),
	);

const undo = async (studio) => {
	await studio.page.keyboard.down("Control");
	await studio.page.keyboard.press("z");
	await studio.page.keyboard.up("Control");
};

test("every edit shows in the preview, and every one is undone and done again", async () => {
	await site.visit({}, async (studio) => {
		await opened(studio);
		const first = await turns(studio);
		await studio.press("Speakers");
		await studio.fill('[data-key="speaker-b-name"]', "The mason");
		await studio.says("#report", "The mason");
		await studio.choose('[data-key="speaker-b-kind"]', "host");
		await studio.press("Turns");
		await studio.edit(2);
		await studio.page.evaluate(() => {
			const field = document.querySelector(".turn-form textarea");
			field.setSelectionRange(20, 20);
		});
		await studio.press("Split at the cursor");
		await studio.previewed(5);
		assert.deepEqual((await turns(studio)).slice(1, 3), ["My grandfather did.", "He had two friends."]);
		await studio.edit(3);
		await studio.choose(".turn-form [aria-label=Speaker]", "+");
		await studio.fill(".turn-form .field:nth-child(2) input", "A friend");
		await studio.fill(".turn-form .field:last-child input", "The friends");
		await studio.press("Save");
		await studio.says("#report", "3speakers");
		await studio.says(".topic-row", "The friends");
		await studio.edit(4);
		await studio.press("Join to turn 3");
		await studio.previewed(4);
		await studio.edit(4);
		await studio.press("Remove the turn");
		await studio.previewed(3);
		await studio.press("Speakers");
		await studio.choose('[data-key="a-friend-merge"]', "speaker-b");
		await studio.says("#report", "2speakers");
		await studio.says(".merges", "You merged them.");

		const last = await turns(studio);
		await studio.page.focus("#report");
		while (await studio.page.$eval("#undo", (button) => !button.disabled)) {
			const before = await studio.page.$eval("#redo", (button) => button.title);
			await undo(studio);
			await studio.until((before) => document.querySelector("#redo").title !== before, before);
		}
		await studio.previewed(4);
		assert.deepEqual(await turns(studio), first);
		while (await studio.page.$eval("#redo", (button) => !button.disabled)) {
			const before = await studio.page.$eval("#redo", (button) => button.title);
			await studio.page.click("#redo");
			await studio.until((before) => document.querySelector("#redo").title !== before, before);
		}
		await studio.previewed(3);
		assert.deepEqual(await turns(studio), last);
	});
});

test("the Enter key in the number of a turn adds a topic there, and the draft keeps it", async () => {
	await site.visit({}, async (studio) => {
		await opened(studio);
		await studio.press("Details");
		await studio.page.type('[data-key="topic-label"]', "The storm");
		await studio.page.type('[data-key="topic-n"]', "3");
		await studio.page.keyboard.press("Enter");
		await studio.until(() => document.activeElement.dataset.key === "topic-label");
		await studio.until(() => document.querySelector("#details .topic input").value === "The storm");
		await studio.until(() => document.querySelector("#undo").title === "Undo: change of a topic");
		await studio.previewed(4);
		await studio.until(
			() =>
				new Promise((resolve) => {
					const request = indexedDB.open("quoteline-studio");
					request.onsuccess = () => {
						const read = request.result.transaction("drafts").objectStore("drafts").getAll();
						read.onsuccess = () => resolve(read.result.some(({ log }) => log.steps.length === 1));
					};
				}),
		);
	});
});

test("open rows keep their words during other edits, and return to their places", async () => {
	const words = (studio) =>
		studio.page.$$eval(".turn-form textarea, .line-form textarea", (list) =>
			list.filter((field) => field.checkVisibility()).map((field) => field.value),
		);
	const type = async (studio, label, text) => {
		await studio.page.locator(`::-p-aria([name="${label}"][role="textbox"])`).click();
		await studio.page.keyboard.down("Control");
		await studio.page.keyboard.press("a");
		await studio.page.keyboard.up("Control");
		await studio.page.keyboard.type(text);
	};
	const save = (studio, row) => studio.page.click(`[data-row="${row}"] form .solid`);
	await site.visit({}, async (studio) => {
		await opened(studio);
		await studio.press("Turns");
		for (const n of [2, 3, 4]) await studio.edit(n);
		await type(studio, "Words of turn 3", "It fell?");
		await type(studio, "Words of turn 4", "In a gale.");
		await type(studio, "Words of turn 2", "My father. And friends.");
		await studio.page.$eval(".turn-form textarea", (field) => field.setSelectionRange(10, 10));
		await studio.page.locator('[data-row="1"] ::-p-aria([name="Split at the cursor"])').click();
		await studio.previewed(5);
		await studio.until(() => document.querySelectorAll(".turn-form").length === 2);
		assert.deepEqual(await words(studio), ["It fell?", "In a gale."]);
		await studio.page.waitForSelector('::-p-aria([name="Words of turn 4"][role="textbox"])');
		await studio.press("Join to turn 4");
		await studio.previewed(4);
		await studio.until(() => document.querySelectorAll(".turn-form").length === 1);
		assert.deepEqual(await words(studio), ["It fell?"]);
		await save(studio, 3);
		await studio.says("#message", "Turn 4 has other words by now: “Did it ever fall?\nOnce, in a storm.”");
		await save(studio, 3);
		await studio.says('.turn-row[data-row="3"]', "It fell?");

		await studio.press("Source");
		for (const n of [1, 3, 4]) await studio.press(`Edit line ${n}`);
		await type(studio, "Text of line 3", "Speaker A: Did it fall?");
		await type(studio, "Text of line 4", "Speaker B: Twice.");
		await type(studio, "Text of line 1", "Speaker A: Who built it?\nSpeaker C: Yes, who?");
		await save(studio, 0);
		await studio.says("#report", "3speakers");
		await studio.until(() => document.querySelectorAll(".line-form").length === 2);
		assert.deepEqual(await words(studio), ["Speaker A: Did it fall?", "Speaker B: Twice."]);
		await save(studio, 4);
		await studio.says('.line-row[data-row="4"]', "Twice.");
		await save(studio, 3);
		await studio.says('.line-row[data-row="3"]', "Did it fall?");
		await studio.press("Edit line 2");
		await studio.page.focus("#report");
		await studio.paste(talk);
		await studio.previewed(4);
		assert.deepEqual(await words(studio), [], "another source has no open rows");
	});
});

test("a new speaker is added once, however often the turn is saved", async () => {
	await site.visit({}, async (studio) => {
		await opened(studio, talk.replaceAll(/^/gm, "[00:01] ").replace(/\[00:01\] $/, ""));
		await studio.press("Turns");
		await studio.edit(2);
		await studio.choose(".turn-form [aria-label=Speaker]", "+");
		await studio.fill(".turn-form .field:nth-child(2) input", "A friend");
		await studio.fill(".turn-form .field:nth-child(4) input", "abc");
		await studio.page.type(".turn-form textarea", "He was. ");
		await studio.page.keyboard.down("Control");
		await studio.page.keyboard.press("Enter");
		await studio.page.keyboard.up("Control");
		await studio.says("#message", "Write the time");
		assert.match(await focused(studio.page), /Words of turn 2/, "the words are kept, and so is the place");
		await studio.fill(".turn-form .field:nth-child(4) input", "0:02");
		await studio.press("Save");
		await studio.says('.turn-row[data-row="1"]', "A friend");
		await studio.says("#report", "3speakers");
	});
});

test("what is dropped is read where nothing else can be meant", async () => {
	await site.visit({}, async (studio) => {
		const { page } = studio;
		assert.ok(await studio.dropText("#paste", "Speaker A: One?"), "the field takes it by itself");
		assert.ok(!(await studio.dropText("#import", talk)));
		await studio.previewed(4);
		await studio.press("Turns");
		await studio.edit(2);
		await page.$eval(".turn-form textarea", (field) => field.setSelectionRange(0, 3));
		const { x, y, width } = await (await page.$(".turn-form textarea")).boundingBox();
		await page.mouse.move(x + 14, y + 18);
		await page.mouse.down();
		await page.mouse.move(x + width / 2, y + 18, { steps: 2 });
		await page.mouse.up();
		const moved = /^grandfather did\..*My .*$/;
		assert.match(
			await page.$eval(".turn-form textarea", (field) => field.value),
			moved,
			"a word is dragged on",
		);
		const fits = async (selector) => assert.ok(await studio.dropText(selector, "friends"), selector);
		await fits(".turn-form textarea");
		await fits("#preview");
		await studio.press("Publish");
		await fits("#publishing");
		await page.keyboard.press("Escape");
		assert.equal((await turns(studio)).length, 4);
		assert.match(await page.$eval(".turn-form textarea", (field) => field.value), moved);

		await studio.drop(
			"first.txt",
			Buffer.from("Speaker A: One?\nSpeaker B: Two.\n"),
			"second.txt",
			"third.srt",
		);
		await studio.previewed(2);
		await studio.says("#message", "Not read: second.txt, third.srt.");
		await studio.drop("broken.txt", Buffer.from("%PDF-1.7\n\0"), "other.txt");
		await studio.says("#message", "PDF document");
		await studio.says("#message", "Not read: other.txt.");
	});
});

test("with nothing to undo, undo announces and stores nothing", async () => {
	await site.visit({ path: "/studio?id=altman-murati-2023" }, async (studio) => {
		await studio.previewed(30);
		await studio.page.focus("#report");
		await undo(studio);
		await studio.edit(1);
		assert.equal(await studio.text("#said"), "");
		assert.match(await studio.text("#state"), /^Version \d+ published$/);
	});
});

test("a decision about the source can be reversed, and edits that no longer fit are named", async () => {
	await site.visit({}, async (studio) => {
		await opened(studio, seed(), 30);
		await studio.press("Turns");
		await studio.edit(12);
		await studio.fill(".turn-form textarea", "Other words.");
		await studio.press("Save");
		await studio.says(".turn-row", "Other words.");
		await studio.press("Go to part 12");
		await studio.press("Begin a turn here");
		await studio.says("#report", "31turns");
		await studio.says("#report", "of your changes no longer fit");
		await studio.press("Source");
		await studio.press("Edit part 3");
		await studio.page.keyboard.press("End");
		await studio.page.keyboard.type(" So it was.");
		await studio.page.click(".line-form .solid");
		await studio.says(".line-row", "So it was.");
		await studio.says("#report", "31turns");
		await studio.press("Keep it as text");
		await studio.says("#report", "30turns");
		await studio.until(() => !document.querySelector("#report").textContent.includes("no longer fit"));
		await studio.press("Remove the word from the text");
		await studio.says("#report", "0places to look at");
		await studio.press("Split Moderator from Host");
		await studio.says("#report", "4speakers");
	});
});

test("a line of the source can be corrected, and unreadable lines can be left out before publishing", async () => {
	const captions =
		"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Speaker A>Yes.\n\nnonsense 00:03\nwithout a cue\n\n00:04.000 --> 00:05.000\n<v Speaker B>No.\n";
	await site.visit({}, async (studio) => {
		await opened(studio, captions, 2);
		await studio.says("#report", "not understood");
		await studio.press("Publish");
		await studio.says("#publishing .blockers", "Mend or leave out line");
		await studio.says("#publishing .blockers", "Title is missing");
		await studio.press("Editing status is missing");
		await studio.until(() => document.activeElement.id === "field-editing");
		await studio.press("Source");
		await studio.press("Edit line 10");
		await studio.fill(".line-form textarea", "<v Speaker B>No, never.");
		await studio.page.click(".line-form .solid");
		await studio.says(".line-row", "No, never.");
		await studio.press("Leave it out");
		await studio.says("#report", "0lines not understood");
	});
});

test("work survives a reload, and two tabs do not write to one draft", async () => {
	await site.visit({}, async (studio, context) => {
		await opened(studio);
		await studio.press("Details");
		await studio.fill("#field-title", "On arches");
		await studio.says("#title", "On arches");
		await studio.until(() => location.search.startsWith("?draft="));
		const kept = new URL(studio.page.url()).searchParams.get("draft");
		await studio.until(
			(key) =>
				new Promise((resolve) => {
					const request = indexedDB.open("quoteline-studio");
					request.onsuccess = () => {
						const read = request.result.transaction("drafts").objectStore("drafts").get(key);
						read.onsuccess = () => resolve(read.result?.title === "On arches");
					};
				}),
			kept,
		);
		await studio.page.reload();
		await studio.previewed(4);
		await studio.says("#title", "On arches");
		const other = await site.open(context, { path: `/studio?draft=${kept}` });
		await other.previewed(4);
		await other.says("#message", "this is a copy of it");
		await other.until((kept) => location.search && location.search !== `?draft=${kept}`, kept);
		await other.page.close();
		await studio.page.bringToFront();
		await studio.press("Undo");
		await studio.says("#title", "New transcript");
		await studio.page.focus("#report");
		await studio.paste("Speaker A: Another source?\nSpeaker B: A draft of its own.\n");
		await studio.previewed(2);
		await studio.until((kept) => location.search && location.search !== `?draft=${kept}`, kept);
		await studio.page.goto(`${site.origin}/studio?draft=${kept}`);
		await studio.previewed(4);
		await studio.page.goto(`${site.origin}/studio`);
		await studio.says("#drafts", "On arches");
	});
});

const refused = [
	["a PDF", "%PDF-1.7\n\u0000", /PDF document, not text.*pdftotext/],
	["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), /PNG image/],
	[
		"a Word document",
		new Uint8Array([0x50, 0x4b, 3, 4, ...Buffer.from("word/document.xml")]),
		/Word|archive/,
	],
	["nothing", " \n\t ", /empty/],
	["a cut JSON", '{"segments": [\n {"text": "Yes', /Line 2, column \d+/],
	["deep nesting", "[".repeat(100_000), /Line 1, column \d+/],
	["bytes", new Uint8Array([65, 0, 66]), /Not text: control character/],
];

test("an error in a source is named with its place, and the work so far is kept", async () => {
	await site.visit({}, async (studio) => {
		await opened(studio);
		for (const [name, bytes, expected] of refused) {
			await studio.drop("transcript.txt", Buffer.from(bytes));
			await studio.until(
				(source) => new RegExp(source, "s").test(document.querySelector("#message").textContent),
				expected.source,
			);
			assert.match(await studio.text("#message"), /What you had is still here/, name);
			await studio.press("Close the message");
		}
		assert.equal((await turns(studio)).length, 4);
		await studio.press("Details");
		await studio.fill("#field-title", "Still here");
		await studio.says("#title", "Still here");
	});
});

test("hostile and endless sources are read in parts and run nothing", async () => {
	await site.visit({}, async (studio) => {
		await opened(
			studio,
			`<p>Speaker A: One.</p><script>window.ran = 1</script><p>Speaker B: <img src=x onerror="window.ran=1">Two.</p>`,
			2,
		);
		assert.equal(await studio.page.evaluate(() => window.ran), undefined);
		await opened(
			studio,
			`Speaker A: ${"words without an end ".repeat(60_000)}>> Speaker B: Yes. >> Speaker A: No.`,
			3,
		);
		const rows = await studio.page.$$eval("#source .line-row", (list) =>
			list.map((row) => row.textContent.length),
		);
		assert.ok(
			rows.length > 1 && Math.max(...rows) < 4000,
			`${rows.length} rows, the longest of ${Math.max(...rows)}`,
		);
		const crowd = Array.from({ length: 3000 }, (_, i) => `Person ${i + 1}x: Here.`).join("\n");
		await studio.page.focus("#report");
		await studio.paste(crowd);
		await studio.says("#report", "3,000speakers");
	});
});

test("a megabyte is read in a worker while the page keeps answering", async () => {
	await site.visit({}, async (studio) => {
		const source = longSource(1_000_000);
		await studio.page.evaluate(() => {
			window.tasks = [];
			new PerformanceObserver((list) => {
				for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
			}).observe({ type: "longtask" });
			// The page shows the element #desk when parsing has ended.
			const over = new MutationObserver(() => {
				if (!document.querySelector("#desk").hidden) window.readBy ??= performance.now();
			});
			over.observe(document.querySelector("#desk"), { attributes: true });
			// The program reports each stage of the parsing, and the page shows it. If
			// the main thread were blocked, several reports would become one change of
			// the page. So the test counts the changes.
			window.stages = 0;
			const shown = new MutationObserver(() => window.stages++);
			shown.observe(document.querySelector("#stage"), { childList: true });
			document.addEventListener("paste", () => {
				window.pastedAt = performance.now();
			});
		});
		await studio.page.focus("#paste");
		await studio.paste(source);
		await studio.until(() => window.readBy > 0);
		const { during, took, stages } = await studio.page.evaluate(() => ({
			stages: window.stages,
			took: window.readBy - window.pastedAt,
			during: window.tasks.filter(
				({ startTime, duration }) => startTime > window.pastedAt + 1 && startTime + duration < window.readBy,
			),
		}));
		console.log(`1 MB: read after ${took.toFixed(0)} ms; long tasks meanwhile: ${JSON.stringify(during)}`);
		assert.ok(stages >= 4, `the page showed ${stages} stages while the program read`);
		const [thread] = studio.page.workers();
		assert.match(thread.url(), /studio-worker/);
		await studio.says("#report", "turns");
		await studio.page.waitForSelector("#source .line-row");
		const shown = await studio.page.$$eval("#source .line-row", (rows) => rows.length);
		assert.ok(shown > 0 && shown < 400, `${shown} rows are drawn`);
		// If the editor pastes a source while another is being parsed, the studio shows
		// the newer one.
		await studio.page.focus("#report");
		await studio.paste(longSource(3_000_000));
		await studio.paste(talk);
		await studio.previewed(4);
	});
});

test("the keyboard alone goes from the text to the published page", async () => {
	await site.visit({}, async (studio) => {
		const { page } = studio;
		const type = async (words) => {
			await page.keyboard.down("Control");
			await page.keyboard.press("a");
			await page.keyboard.up("Control");
			await page.keyboard.type(words);
		};
		await tabTo(page, "textbox Text of the transcript");
		await page.keyboard.type("Speaker A: Who?\nSpeaker B: Me.");
		await tabTo(page, "button Read the text");
		await page.keyboard.press("Enter");
		await studio.previewed(2);
		await tabTo(page, "tab Source");
		await page.keyboard.press("End");
		assert.equal(await focused(page), "tab Details");
		await tabTo(page, "textbox Title needed");
		await type("Keys");
		await tabTo(page, "textbox Summary");
		await studio.says("#title", "Keys");
		await tabTo(page, "combobox Language needed");
		await type("en");
		await page.keyboard.press("Escape");
		await tabTo(page, "combobox Editing status needed");
		await page.keyboard.type("Verb");
		await studio.until(() => document.querySelector("#field-editing").dataset.saved === "verbatim");
		assert.match(await focused(page), /Editing status/);
		await page.keyboard.down("Shift");
		for (let i = 0; i < 60 && (await focused(page)) !== "button Publish"; i++)
			await page.keyboard.press("Tab");
		await page.keyboard.up("Shift");
		await page.keyboard.press("Enter");
		await page.waitForSelector("#token", { visible: true });
		await tabTo(page, "textbox Token");
		await page.keyboard.type(site.token);
		await page.keyboard.press("Enter");
		await studio.says("#publishing", "Version 1 is published");
		assert.match(await focused(page), /Version 1 is published/);
		await page.keyboard.press("Escape");
		assert.equal(await focused(page), "button Publish");
	});
});

const looks = [
	[1280, "light"],
	[1280, "dark"],
	[390, "light"],
];
for (const [width, scheme] of looks) {
	test(`axe-core finds nothing at ${width} px, ${scheme}`, async () => {
		await site.visit({ width, scheme, errors: [/401/] }, async (studio) => {
			const { page } = studio;
			await page.evaluate(axe);
			const clean = async (state) => {
				const { violations } = await page.evaluate(() =>
					axe.run({ resultTypes: ["violations"], preload: false }),
				);
				const found = violations.flatMap(({ id, nodes }) =>
					nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
				);
				assert.deepEqual(found, [], state);
				const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
				assert.ok(!sideways, `${state}: nothing is wider than the page`);
			};
			await clean("empty");
			await studio.drop("x", Buffer.from("%PDF-1.7 \u0000"));
			await studio.says("#message", "PDF");
			await clean("refused");
			await opened(studio, seed(), 30);
			await clean("source");
			await studio.press("Edit part 2");
			await clean("a line");
			await studio.press("Turns");
			await studio.edit(2);
			await clean("a turn");
			await studio.press("Speakers");
			await clean("speakers");
			await studio.press("Publish");
			await page.waitForSelector("#publish-title", { visible: true });
			await clean("what publishing needs");
			await page.keyboard.press("Escape");
			await studio.describe(`Axe ${width} ${scheme}`);
			await clean("details");
			await studio.publish({ token: "ql_nobody_knows" });
			await studio.says("#publishing [role=alert]", "not known");
			await clean("a token that is not known");
			await studio.fill("#token", site.token);
			await page.click("#publishing form .solid");
			await studio.says("#publishing", "is published");
			await clean("published");
		});
	});
}
