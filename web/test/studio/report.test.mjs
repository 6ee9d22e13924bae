// Tests of the studio's report: the remarks by kind, and the limits of publishing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { studioSite } from "../support/studiosite.mjs";

const site = studioSite();

/** Pastes a source and waits until the preview shows at least one turn. */
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
