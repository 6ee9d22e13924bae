#!/usr/bin/env bash
# @asciidoctor/core 4.1.0 (AsciiDoc) and @djot/djot 0.3.2 (Djot), two languages for
# writing pages in plain text.
#
# A dialogue in paragraphs that begin with "Q." and "A.", as courts and magazines
# write it, becomes one list with letters for numbers. Only the first letter counts, so
# readers see Q., R., S., T.: the first answer is "R.", and no paragraph is "A.". Names
# that begin with an initial change as well: "R. Example" after "J. Smith" becomes
# "K. Example". Both languages document lists with letters; a writer of "A." expects to
# see it all the same. Markdown leaves the text as it is (marked 18.2.1). Quoteline
# reads such labels as speakers and writes HTML, without a list.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@4.1.0 @djot/djot@0.3.2 marked@18.2.1 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { convert } from "@asciidoctor/core";
import * as djot from "@djot/djot";
import { JSDOM } from "jsdom";
import { marked } from "marked";

const court = "Q. Did the council ask you?\n\nA. No.\n\nQ. Would you have said?\n\nA. Yes.\n";
const names = "J. Smith: Did the council ask you?\n\nR. Example: No.\n";
const writers = {
	asciidoctor: (text) => convert(text),
	djot: (text) => djot.renderHTML(djot.parse(text)),
	marked: (text) => marked.parse(text),
};

// Returns the text of each paragraph as a browser shows it. A paragraph in a list begins
// with the letter of its list item, such as "A.".
function shown(html) {
	const { document } = new JSDOM(html).window;
	return [...document.querySelectorAll("p")].map((p) => {
		const words = p.textContent.trim();
		const list = p.closest("ol");
		if (!list) return words;
		const item = [...list.children].indexOf(p.closest("li"));
		return `${String.fromCharCode(64 + list.start + item)}. ${words}`;
	});
}

const seen = {};
for (const [name, write] of Object.entries(writers)) {
	seen[name] = [...shown(await write(court)), ...shown(await write(names))];
}
console.log(seen);
const changed = ["Q. Did the council ask you?", "R. No.", "S. Would you have said?", "T. Yes."];
changed.push("J. Smith: Did the council ask you?", "K. Example: No.");
assert.deepEqual(seen.asciidoctor, changed);
assert.deepEqual(seen.djot, changed);
assert.deepEqual(seen.marked, [...court.trim().split("\n\n"), ...names.trim().split("\n\n")]);
JS
node run.mjs
echo "as described: AsciiDoc and Djot show the first answer of Q. and A. as R."
