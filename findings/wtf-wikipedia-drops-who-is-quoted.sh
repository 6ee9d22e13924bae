#!/usr/bin/env bash
# wtf_wikipedia 10.4.2, which makes plain text of Wikipedia's wikitext.
#
# Wikipedia has one template for a quotation under two names: {{Quote}} leads to
# {{Blockquote}}. Of {{Quote|words|name}} the library keeps the words and the name, of
# {{Blockquote|words|name}} the words alone. The templates around it ({{Quote box}},
# {{Centered pull quote}}, {{Rquote}}, {{Talkquote}}) disappear with their words. So the
# text of an article loses who said it, or all of it, without an error. Quoteline does
# not read templates for quotations: it reads dialogues, with their labels.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wtf_wikipedia@10.4.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import wtf from "wtf_wikipedia";

const text = (template) => wtf(`Before.\n\n${template}\n\nAfter.`).text().split(/\n+/).slice(1, -1).join(" ");
const seen = Object.fromEntries(
	[
		"{{Quote|They never asked.|Ruth Vane}}",
		"{{Blockquote|They never asked.|Ruth Vane}}",
		"{{Blockquote|text=They never asked.|author=Ruth Vane}}",
		"{{Quote box|quote=They never asked.|source=Ruth Vane}}",
		"{{Centered pull quote|They never asked.|author=Ruth Vane}}",
		"{{Rquote|right|They never asked.|Ruth Vane}}",
		"{{Talkquote|They never asked.}}",
	].map((template) => [template, text(template)]),
);
console.log(seen);
assert.deepEqual(Object.values(seen), ['"They never asked." - Ruth Vane', '"They never asked."', '"They never asked."', "", "", "", ""]);
JS
node run.mjs 2>/dev/null
echo 'as described: wtf_wikipedia 10.4.2 keeps the name in {{Quote}}, drops it in {{Blockquote}}, and drops {{Quote box}}'
