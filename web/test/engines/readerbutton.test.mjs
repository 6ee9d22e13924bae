// Tests that Firefox offers its reader view on the page of a transcript. Firefox offers it if
// Readability, the library of the reader view, finds enough words in elements that have a
// size. The browser's search in the page must not find the same words twice.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { eachEngine, id } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

const source = createRequire(import.meta.url).resolve("@mozilla/readability/Readability-readerable.js");

/**
 * Runs in the page: whether Firefox would offer its reader view. Firefox counts an element
 * if its box is wider and higher than 0 (toolkit/components/reader/Readerable.sys.mjs).
 */
const offered = new Function(`${fs.readFileSync(source, "utf8")}
return isProbablyReaderable(document, (node) => {
	const { width, height } = node.getBoundingClientRect();
	return width > 0 && height > 0;
});`);

/** Runs in the page: how often the browser's own search finds some words. */
function found(words) {
	getSelection().removeAllRanges();
	let count = 0;
	while (count < 5 && find(words)) count++;
	return count;
}

/** Runs in the page: how many of the elements outside of the shadow tree are visible. */
const visible = () =>
	[...document.querySelectorAll("quote-timeline *")].filter((node) =>
		node.checkVisibility({ visibilityProperty: true }),
	).length;

eachEngine("Reader view", (fixture) => {
	for (const [place, path] of [
		["a transcript", () => `/t/${id}`],
		["a quote", () => `/t/${id}/q/${fixture.turn(0)}`],
	])
		test(`is offered on the page of ${place}, whose words are in the page once`, async () => {
			await fixture.visit({}, async (view) => {
				await view.goto(fixture.worker.origin + path());
				assert.equal(await view.run(offered), true);
				await until(() => view.run(live), "the program runs");
				assert.equal(await view.run(offered), true);
				assert.equal(await view.run(visible), 0);
				const words = fixture.transcript.turns[11].text.slice(0, 30);
				// WebKit's find() does not search shadow trees, so it does not find the words.
				assert.equal(await view.run(found, words), fixture.engine === "WebKitGTK" ? 0 : 1);
			});
		});
});
