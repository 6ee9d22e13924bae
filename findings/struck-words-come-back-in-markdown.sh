#!/usr/bin/env bash
# turndown-plugin-gfm 1.0.2 with turndown 7.2.5, which write Markdown as on GitHub, and
# markdown-it 15.0.3, which shows it.
#
# Words that an editor struck out (<del>, <s>) are written between single tildes. GitHub
# and marked 18.2.1 strike them out again. markdown-it, which many site generators use,
# knows two tildes only: readers see "I took ~a bribe~a break." as words, so the speaker
# seems to have said both versions. Without the plugin turndown keeps the struck words
# without any mark. Quoteline leaves struck words out, with a remark, and its snippets
# have none.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 turndown-plugin-gfm@1.0.2 markdown-it@15.0.3 marked@18.2.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
import { marked } from "marked";

const require = createRequire(import.meta.url);
const Turndown = require("turndown");
const { gfm } = require("turndown-plugin-gfm");

const html = "<p>Ruth: I took <del>a bribe</del><ins>a break</ins>.</p>";
const written = new Turndown().use(gfm).turndown(html);
const seen = { written, plain: new Turndown().turndown(html), markdownIt: new MarkdownIt({ html: true }).render(written), marked: marked.parse(written) };
console.log(seen);
assert.equal(written, "Ruth: I took ~a bribe~a break.");
assert.equal(seen.plain, "Ruth: I took a bribea break.");
assert.equal(seen.markdownIt, "<p>Ruth: I took ~a bribe~a break.</p>\n");
assert.equal(seen.marked, "<p>Ruth: I took <del>a bribe</del>a break.</p>\n");
assert.match(new MarkdownIt().render("I took ~~a bribe~~"), /<s>a bribe<\/s>/);
JS
node run.mjs 2>/dev/null
echo 'as described: markdown-it 15.0.3 shows the words that turndown-plugin-gfm 1.0.2 wrote as struck out'
