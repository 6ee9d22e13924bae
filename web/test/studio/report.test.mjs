// Tests of the report that the studio (the editor of transcripts) shows about an imported
// text: its groups of remarks, the faults that prevent publishing, and its proposals.
import assert from "node:assert/strict";
import { test } from "node:test";
import { studioSite } from "../support/studiosite.mjs";

const site = studioSite();

/**
 * Pastes a source (a text to import) and waits until the report has a cell, such as the
 * one with the number of turns.
 */
async function read(studio, source) {
	await studio.page.focus("#import:not([hidden]) #paste, #report");
	await studio.paste(source);
	await studio.page.waitForSelector("#report .cell");
}

/** The groups of the report, each as its title and how many items it shows. */
const groups = (studio) =>
	studio.page.$$eval("#report .group", (list) =>
		list.map((group) => [group.querySelector("h3").textContent, group.querySelectorAll("li").length]),
	);

test("five remarks of a kind are shown, with their number, and a button shows the others", async () => {
	const exchange = (n) =>
		`Host: Was it you, number ${n}?\nGuest: It was me, Host: and two friends.\n\nAnd others.\n\n`;
	await site.visit({}, async (studio) => {
		await read(studio, Array.from({ length: 7 }, (_, n) => exchange(n)).join(""));
		await studio.says("#report", "7places to look at");
		await studio.says("#report .group", "In all: 7.");
		assert.deepEqual(await groups(studio), [["Suspicious label", 5]]);
		await studio.press("Show all: Suspicious label");
		assert.deepEqual(await groups(studio), [["Suspicious label", 7]]);
		const focus = await studio.page.evaluate(() => document.activeElement.getAttribute("aria-expanded"));
		assert.equal(focus, "true", "the button keeps the focus");
		await studio.press("Show the other remarks");
		const [checks, ...infos] = await groups(studio);
		assert.deepEqual([checks, infos.every(([, items]) => items === 5)], [["Suspicious label", 7], true]);
		assert.ok(infos.length > 0);
		await studio.press("Show only 5: Suspicious label");
		await studio.press("Hide the other remarks");
		assert.deepEqual(await groups(studio), [["Suspicious label", 5]]);
		await studio.page.locator("#report .group li:nth-child(2) button").click();
		await studio.until(() => document.activeElement.matches(".line-row.warn[data-row='4']"));
		await studio.page.focus("#report");
		await read(studio, "Host: Who?\nGuest: Me.\n");
		await studio.says("#report", "0places to look at");
		assert.deepEqual(await groups(studio), [], "another source begins folded");
	});
});

test("what is too long to be published is said when the source is open", async () => {
	const words = "All of us were there, and none of us knew anything about it. ";
	await site.visit({}, async (studio) => {
		await read(studio, `Host: Who?\nGuest: ${words.repeat(1_700)}\nHost: When?\nGuest: Never.\n`);
		await studio.says("#report .group", "Publishing waits for this");
		await studio.press("Turn 2, text has 103699 bytes; split the turn into turns of at most 100000.");
		await studio.page.waitForSelector(".turn-form textarea", { visible: true });
		await studio.page.focus("#report");
		await read(studio, `Host: Who?\nGuest: ${words.repeat(20)}\n`.repeat(1_600));
		await studio.says("#report .group", "bytes as JSON, and 1900000 can be published; publish it in parts.");
		await studio.press("Publish");
		await studio.says("#publishing .blockers", "Transcript has");
	});
});

test("what the source says is proposed, and nothing is filled in before it is taken", async () => {
	const words =
		"I think that it was there before they came, and that is what you know about this from them. ";
	const source = `---\nrecorded: 2023-11-29\ndate: 2023-12-01\nhost: Ada Long\n---\n## On arches\n\nAda: ${words}\nBen: ${words}${words}\nAda: When?\nBen: Then.\n`;
	await site.visit({}, async (studio) => {
		await read(studio, source);
		await studio.says(".proposals", "Title: On arches(line 6 is the first heading)");
		await studio.says(".proposals", "Language: English(its most frequent small words are");
		await studio.says(".proposals", "Role of Ada");
		await studio.press("Details");
		const value = (name) => studio.page.$eval(`#field-${name}`, (field) => field.value);
		assert.deepEqual([await value("title"), await value("lang"), await value("recordedAt")], ["", "", ""]);
		await studio.press("Use English as language");
		await studio.until(() => document.querySelector("#field-lang").value === "en");
		await studio.until(() => !document.querySelector(".proposals").textContent.includes("Language"));
		await studio.press("Use all 4 that are clear");
		await studio.until(() => document.querySelectorAll(".proposals li").length === 1);
		assert.deepEqual(
			[await value("title"), await value("recordedAt"), await value("datePublished")],
			["On arches", "2023-11-29", ""],
			"a date that may be either is not taken with the others",
		);
		await studio.says("#report", "Ada Long");
		for (let n = 0; n < 5; n++) await studio.press("Undo");
		await studio.until(() => document.querySelectorAll(".proposals li").length === 6);
		assert.deepEqual([await value("title"), await value("lang")], ["", ""]);
	});
});

test("languages are chosen by name, dates in date fields, and the last field counts", async () => {
	await site.visit({}, async (studio) => {
		const { page } = studio;
		await read(studio, "Host: Who?\nGuest: Me.\n");
		await studio.press("Details");
		await page.focus("#field-lang");
		await page.keyboard.type("Germ");
		await studio.until(() => document.querySelector("#field-lang").dataset.saved === "de");
		await studio.choose("#field-lang", "+");
		await page.waitForSelector("[aria-label='Tag of the language']");
		await page.keyboard.type("de-CH");
		await page.keyboard.press("Tab");
		await studio.until(
			() => document.querySelector("#field-lang").selectedOptions[0].textContent === "Swiss High German",
		);
		await page.focus("#field-recordedAt");
		await page.keyboard.type("11292023");
		await studio.until(() => document.querySelector("#field-recordedAt").dataset.saved === "2023-11-29");
		await studio.choose("#field-editing", "verbatim");
		await page.focus("#field-title");
		await page.keyboard.type("The last one");
		await studio.press("Publish");
		await page.waitForSelector("#token", { visible: true });
	});
});

test("a source in Windows-1251 is read after its encoding is chosen, and the draft keeps it", async () => {
	const letters = (text) =>
		Buffer.from(
			[...text].map((c) => {
				const code = c.codePointAt(0);
				return code < 0x80 ? code : code - 0x410 + 0xc0; // А to я
			}),
		);
	const srt =
		"1\n00:00:01,000 --> 00:00:04,000\nАнна: Добрый вечер. Когда вы пришли на маяк?\n\n2\n00:00:05,000 --> 00:00:08,000\nОлег: Осенью, когда начались дожди и дорога закрылась.\n";
	await site.visit({}, async (studio) => {
		await studio.drop("talk.srt", letters(srt));
		await studio.page.waitForSelector("[data-key=encoding]", { visible: true });
		await studio.choose("[data-key=encoding]", "koi8-r");
		await studio.until(() => document.querySelector("#report")?.textContent.includes("koi8-r, as chosen"));
		await studio.choose("#report [data-key=encoding]", "windows-1251");
		await studio.says("#report", "windows-1251, as chosen");
		await studio.says("#report", "Олег");
		await studio.until(() => location.search.startsWith("?draft="));
		await studio.page.reload();
		await studio.says("#report", "Олег");
		assert.equal(await studio.page.$eval("[data-key=encoding]", (field) => field.value), "windows-1251");
	});
});
