#!/usr/bin/env bash
# html-to-docx 1.8.0 and its successor @turbodocx/html-to-docx 1.23.1, which make a
# Word file of a page.
#
# Of a paragraph they keep the elements they know (<b>, <i>, <mark>, <span>) and drop
# the others with their words, without an error: <q>, <cite>, <time>, <bdi>, <abbr>,
# <small>. 'She said <q>never</q> to them.' becomes "She said  to them.", a sentence
# without its quotation. A <blockquote> in a <figure>, the form that the HTML standard
# shows for a quotation with its source, is dropped whole; alone it stays. A program
# usually reads an element that it does not know for its text. Quoteline writes names
# into <bdi> and times into <time>, so its plain text is the better source of a DOCX.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 jszip@3.10.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import turbo from "@turbodocx/html-to-docx";
import htmlToDocx from "html-to-docx";
import JSZip from "jszip";

const forms = {
	mark: "<p>She said <mark>never</mark> to them.</p>",
	q: "<p>She said <q>never</q> to them.</p>",
	cite: "<p>In <cite>On Tides</cite> she wrote so.</p>",
	time: "<p>At <time>0:05</time> she spoke.</p>",
	bdi: "<p>We asked <bdi>Ruth</bdi> as well.</p>",
	blockquote: "<blockquote>No one asked.</blockquote>",
	figure: "<figure><blockquote>No one asked.</blockquote><figcaption>Ruth Example</figcaption></figure>",
};

async function wordsOf(convert, body) {
	const made = await convert(`<!doctype html><html><body>${body}<p>End.</p></body></html>`);
	const archive = await JSZip.loadAsync(Buffer.from(made));
	const xml = await archive.file("word/document.xml").async("string");
	return [...xml.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words).join("").trim();
}

const seen = {};
for (const [name, module] of Object.entries({ "html-to-docx": htmlToDocx, turbodocx: turbo })) {
	seen[name] = {};
	for (const [form, body] of Object.entries(forms)) {
		seen[name][form] = await wordsOf(module.default ?? module, body);
	}
}
console.log(seen);
for (const words of Object.values(seen)) {
	assert.deepEqual(words, {
		mark: "She said never to them.End.",
		q: "She said  to them.End.",
		cite: "In  she wrote so.End.",
		time: "At  she spoke.End.",
		bdi: "We asked  as well.End.",
		blockquote: "No one asked.End.",
		figure: "End.",
	});
}
JS
node run.mjs
echo "as described: the words of <q>, and of a <blockquote> in a <figure>, are missing in the DOCX"
