#!/usr/bin/env bash
# markdown-it 15.0.3 with its option typographer, which makes straight quotation marks
# curly.
#
# A quotation of several paragraphs opens its mark again in each paragraph and closes
# it in the last one only: the rule of newspapers and of the Chicago Manual of Style.
# markdown-it pairs the marks within a paragraph, so every mark that opens such a
# paragraph stays straight, and one long quotation shows both kinds. marked-smartypants
# 1.1.12 and retext-smartypants 6.2.0 make all of them curly. Quoteline leaves the
# marks of a transcript as they are.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund markdown-it@15.0.3 marked@18.2.1 marked-smartypants@1.1.12 \
	retext@9.0.0 retext-smartypants@6.2.0 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { markedSmartypants } from "marked-smartypants";
import { retext } from "retext";
import smartypants from "retext-smartypants";

const text = `Ruth said: "The gauge was read every morning.

"A heron had built its nest on it.

"No one moved it."

"Never?" "Never."
`;
const shown = (html) => [...new JSDOM(html).window.document.querySelectorAll("p")].map((p) => p.textContent);
const seen = {
	"markdown-it": shown(new MarkdownIt({ typographer: true }).render(text)),
	"marked-smartypants": shown(new Marked(markedSmartypants()).parse(text)),
	"retext-smartypants": String(await retext().use(smartypants).process(text)).trim().split("\n\n"),
};
console.log(seen);
const curly = [
	"Ruth said: “The gauge was read every morning.",
	"“A heron had built its nest on it.",
	"“No one moved it.”",
	"“Never?” “Never.”",
];
assert.deepEqual(seen["marked-smartypants"], curly);
assert.deepEqual(seen["retext-smartypants"], curly);
assert.deepEqual(seen["markdown-it"], [curly[0].replace("“", '"'), curly[1].replace("“", '"'), curly[2], curly[3]]);
JS
node run.mjs
echo "as described: markdown-it 15.0.3 leaves the marks straight that open each paragraph of a quotation"
