// Tests reader views: programs that show only the main text of a page. They must keep the
// article and every turn of the interview in it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { borrowWorker } from "../support/launch.mjs";
import { once, parsers, readerView } from "../support/readerviews.mjs";

const id = "altman-murati-2023";
const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");

describe("Reader views", () => {
	let worker;
	let turns; // the words of each turn after the speaker's name, as in "Sam Altman: No."
	before(async () => {
		worker = await borrowWorker(widget);
		const transcript = await (await fetch(`${worker.origin}/v1/transcripts/${id}`)).json();
		const names = new Map(transcript.speakers.map(({ id, name }) => [id, name]));
		turns = transcript.turns.map(({ speaker, text }) => single(`${names.get(speaker)}: ${text}`));
	});
	after(() => worker?.release());
	const page = async (path) => (await fetch(worker.origin + path)).text();

	for (const parser of Object.keys(parsers)) {
		test(`${parser}: the demo article keeps its paragraphs, every turn and the link`, async () => {
			const html = await page("/");
			const own = [...parsers[parser](html).querySelectorAll("article > p")];
			assert.equal(own.length, 6);
			const { offered, text } = readerView(parser, html);
			assert.ok(offered);
			assert.equal(
				once(
					text,
					own.map(({ textContent }) => single(textContent)),
				),
				own.length,
			);
			assert.equal(once(text, turns), 30);
			assert.equal(once(text, ["Why were you fired? And why did you come back?: full transcript"]), 1);
		});

		for (const path of [`/t/${id}`, `/embed/${id}`]) {
			test(`${parser}: ${path} keeps every turn once, and the link`, async () => {
				const { offered, text } = readerView(parser, await page(path));
				assert.ok(offered);
				assert.equal(once(text, turns), 30);
				assert.equal(once(text, ["Read the transcript"]), 1);
			});
		}

		test(`${parser}: articles and interviews of every length keep both`, async () => {
			const { html } = await (await fetch(`${worker.origin}/v1/transcripts/${id}/embed`)).json();
			for (const [own, number] of lengths()) {
				const { text } = readerView(parser, article(own, resized(html, number)));
				const found = [once(text, numbered("Paragraph", own)), once(text, numbered("Turn", number))];
				assert.deepEqual(found, [own, number], `${own} paragraphs, ${number} turns`);
				assert.equal(once(text, ["full transcript"]), 1);
			}
		});
	}
});

/** Returns the text with single spaces, as a reader view has it. */
const single = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Yields pairs of numbers: how many paragraphs an article has, and how many turns the
 * interview in it has.
 */
function* lengths() {
	for (const own of [4, 7, 30]) for (const turns of [3, 30, 240]) yield [own, turns];
}

/**
 * Returns a different mark for each paragraph or turn, as in ["Turn 1 of 3,", "Turn 2 of
 * 3,", …].
 */
const numbered = (word, count) => Array.from({ length: count }, (_, i) => `${word} ${i + 1} of ${count},`);

/**
 * Changes the number of turns in a snippet (markup that newsrooms paste). The argument html
 * is the snippet with 30 turns, and count is the new number. After the 30th turn, the turns
 * repeat from the first one. Each one gets a mark such as "Turn 1 of 240,".
 */
function resized(html, count) {
	const turns = html.match(/<blockquote[\s\S]*?<\/blockquote>\n/g);
	assert.equal(turns?.length, 30);
	const list = numbered("Turn", count).map((mark, i) =>
		turns[i % turns.length].replace("</b> ", `</b> ${mark} `),
	);
	return html.replace(turns.join(""), () => list.join(""));
}

/**
 * Returns an article with count paragraphs. In their middle is the snippet (markup that
 * newsrooms paste).
 */
function article(count, snippet) {
	const words = " It says what the council did, and when, and why it took the harbour so long.";
	const list = numbered("Paragraph", count).map((mark, i) => `<p>${mark}${words.repeat(3 + (i % 4))}</p>`);
	list.splice(count / 2, 0, snippet);
	return `<!doctype html><html lang="en"><head><title>On tides</title></head><body>
<header><p>The Gazette</p></header><main><article><h1>On tides</h1>${list.join("\n")}</article></main>
<footer><p>Imprint</p></footer></body></html>`;
}
