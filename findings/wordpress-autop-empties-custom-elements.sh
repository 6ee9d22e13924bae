#!/usr/bin/env bash
# @wordpress/autop 4.56.0, the filter wpautop of WordPress's classic editor in
# JavaScript: it writes the <p> of a text that has line breaks.
#
# It takes a custom element for a word of a sentence and wraps its start tag, so that
# "<x-quote><blockquote>…</blockquote></x-quote>" becomes "<p><x-quote></p><blockquote>…".
# In the browser </p> closes the custom element as well: it is empty, and its quotation
# is after it. A widget that replaces its content then shows the interview
# twice. The same on one line does not help, but a <div> or a <figure> around the
# element does. Quoteline's snippets have a <div> around the element.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @wordpress/autop@4.56.0 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { autop } from "@wordpress/autop";
import { JSDOM } from "jsdom";

const quotation = "<blockquote>\n<p>Host: Did the council ask?</p>\n<p>Ruth: No.</p>\n</blockquote>\n";
const element = `<x-quote>\n${quotation}</x-quote>`;
const forms = {
	lines: element,
	"one line": element.replaceAll("\n", ""),
	"in a div": `<div>\n${element}\n</div>`,
	"in a figure": `<figure>${element}</figure>`,
};

const seen = {};
for (const [form, html] of Object.entries(forms)) {
	const { document } = new JSDOM(autop(`Before.\n\n${html}\n\nAfter.`)).window;
	const inside = document.querySelector("x-quote blockquote");
	seen[form] = { in: document.querySelector("x-quote").parentElement.localName, quotation: inside ? "inside" : "outside" };
}
console.log(autop(element).split("\n")[0], seen);
assert.deepEqual(seen, {
	lines: { in: "p", quotation: "outside" },
	"one line": { in: "p", quotation: "outside" },
	"in a div": { in: "div", quotation: "inside" },
	"in a figure": { in: "figure", quotation: "inside" },
});
JS
node run.mjs
echo "as described: wpautop empties a custom element that has a quotation in it"
