#!/usr/bin/env bash
# draft-js 0.11.7, the editor in many publishing systems, and html-to-draftjs 1.5.0,
# which fills it with the HTML of a page.
#
# A <blockquote> usually has its words in a <p>. Of this form html-to-draftjs makes an
# empty quotation, and after it an ordinary paragraph: the words of the speaker become
# the author's. convertFromHTML of draft-js itself keeps the quotation, but joins two
# paragraphs without a space, and puts text after the <p> first: "No one asked.", "Ruth
# Example" becomes "Ruth ExampleNo one asked.". Words straight in the <blockquote> are
# right in both. Quoteline's snippets are put into a page as HTML, which such an editor
# should not read in again.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund draft-js@0.11.7 html-to-draftjs@1.5.0 immutable@4.3.9 react@18.3.1 \
	react-dom@18.3.1 jsdom@26.1.0 || exit 2

cat >run.cjs <<'JS'
const assert = require("node:assert/strict");
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("<body></body>");
const elements = Object.getOwnPropertyNames(window).filter((name) => /^HTML\w*Element$/.test(name));
for (const name of ["window", "document", "Node", ...elements]) globalThis[name] = window[name] ?? window;
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });
const { convertFromHTML } = require("draft-js");
const htmlToDraft = require("html-to-draftjs").default;

const forms = {
	words: "<blockquote>No one asked.</blockquote>",
	paragraph: "<blockquote><p>No one asked.</p></blockquote>",
	paragraphs: "<blockquote><p>No one asked.</p><p>I would have said.</p></blockquote>",
	source: "<blockquote><p>No one asked.</p>Ruth Example</blockquote>",
};
const blocksOf = (read, html) => read(html).contentBlocks.map((block) => `${block.getType()}: ${block.getText()}`);

const seen = { "html-to-draftjs": {}, "draft-js": {} };
for (const [form, html] of Object.entries(forms)) {
	seen["html-to-draftjs"][form] = blocksOf(htmlToDraft, html);
	seen["draft-js"][form] = blocksOf(convertFromHTML, html);
}
console.log(seen);
assert.deepEqual(seen["html-to-draftjs"], {
	words: ["blockquote: No one asked."],
	paragraph: ["blockquote: ", "unstyled: No one asked."],
	paragraphs: ["blockquote: ", "unstyled: No one asked.", "unstyled: I would have said."],
	source: ["blockquote: ", "unstyled: No one asked.Ruth Example"],
});
assert.deepEqual(seen["draft-js"], {
	words: ["blockquote: No one asked."],
	paragraph: ["blockquote: No one asked."],
	paragraphs: ["blockquote: No one asked.I would have said."],
	source: ["blockquote: Ruth ExampleNo one asked."],
});
JS
node run.cjs
echo "as described: html-to-draftjs makes an empty quotation, draft-js turns the order round"
