#!/usr/bin/env bash
# marked 18.2.1, markdown-it 14.3.0 and commonmark 0.31.2, three readers of Markdown.
#
# Programs that distinguish voices write "[SPEAKER_01]: Yes." In Markdown a paragraph of
# a name in brackets, a colon and one word is the definition of a link (CommonMark 0.31,
# section 4.7), and not shown. So each answer of one word is gone from the page: the
# question "Did it sail that night?" is followed by the next question. The longer turns of
# that speaker stay, but the name in them becomes a link to the lost word, "Yes." Nothing
# is reported. Quoteline reads such lines as labels and words, and writes names in bold
# type, as "**SPEAKER_01:** Yes."
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund marked@18.2.1 markdown-it@14.3.0 commonmark@0.31.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { HtmlRenderer, Parser } from "commonmark";
import { marked } from "marked";
import MarkdownIt from "markdown-it";

const turns = ["[SPEAKER_00]: Did it sail that night?", "[SPEAKER_01]: Yes.", "[SPEAKER_00]: At what time?", "[SPEAKER_01]: Midnight.", "[SPEAKER_01]: I was there."];
const text = turns.join("\n\n");
const pages = {
	marked: marked(text),
	"markdown-it": new MarkdownIt().render(text),
	commonmark: new HtmlRenderer().render(new Parser().parse(text)),
};
for (const [name, page] of Object.entries(pages)) {
	console.log(`${name}:\n${page}`);
	assert.deepEqual(page.trim().split("\n"), [
		"<p>[SPEAKER_00]: Did it sail that night?</p>",
		"<p>[SPEAKER_00]: At what time?</p>",
		'<p><a href="Yes.">SPEAKER_01</a>: I was there.</p>',
	]);
}
JS
node run.mjs
echo "as described: three readers of Markdown drop the answers of \"[SPEAKER_01]: Yes.\" and \"[SPEAKER_01]: Midnight.\""
