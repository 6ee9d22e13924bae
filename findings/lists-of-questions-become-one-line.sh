#!/usr/bin/env bash
# html-to-text 10.0.1, which makes the text part of mails, and rss-parser 3.13.0, whose
# contentSnippet is the text of an item in a feed.
#
# An interview as a list of questions and answers (<dl>, <dt>, <dd>, which the HTML
# standard has for this, section 4.4.9) arrives as one line without a space between the
# words: "Will you resign?No.Why not?Because." Paragraphs and headings get their breaks
# in both. turndown 7.2.5 gives each <dt> and <dd> a paragraph. Quoteline's snippets have
# paragraphs.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1 rss-parser@3.13.0 turndown@7.2.5 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { convert } = require("html-to-text");
const Parser = require("rss-parser");
const Turndown = require("turndown");

const words = ["Will you resign?", "No.", "Why not?", "Because."];
const list = `<dl>${words.map((line, i) => (i % 2 ? `<dd>${line}</dd>` : `<dt>${line}</dt>`)).join("")}</dl>`;
const paragraphs = words.map((line) => `<p>${line}</p>`).join("");

async function snippet(html) {
	const feed = `<rss version="2.0"><channel><title>News</title><item><title>Interview</title><description><![CDATA[${html}]]></description></item></channel></rss>`;
	return (await new Parser().parseString(feed)).items[0].contentSnippet;
}

const seen = { "html-to-text": [convert(list), convert(paragraphs)], "rss-parser": [await snippet(list), await snippet(paragraphs)] };
console.log(seen);
for (const [asList, asParagraphs] of Object.values(seen)) {
	assert.equal(asList, words.join(""));
	assert.deepEqual(asParagraphs.split(/\n+/), words);
}
assert.deepEqual(new Turndown().turndown(list).split(/\n+/), words);
JS
node run.mjs 2>/dev/null
echo 'as described: html-to-text and rss-parser join the questions and answers of a <dl> without a space'
