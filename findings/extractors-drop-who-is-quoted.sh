#!/usr/bin/env bash
# @mozilla/readability 0.6.0, defuddle 0.19.4 (Obsidian's clipper) and
# @extractus/article-extractor 8.1.0.
#
# The name of who is quoted disappears if it is in a <footer> inside the
# <blockquote>: all three remove every <footer> as page furniture. The words stay, so
# the reader sees quotations without a speaker. The HTML standard shows this form for
# the source of a quotation outside the <blockquote> only, but many pages have it inside.
# The same name in a <cite> or a <p> stays. Quoteline writes the name into a <b> of the
# first paragraph.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 defuddle@0.19.4 \
	@extractus/article-extractor@8.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM } from "jsdom";

const words = [
	"The figures have always been public, and the harbour office has a copy of every page since 1996.",
	"A heron had built its nest on the gauge, and no one wanted to move a heron in the middle of September.",
	"The pier was rebuilt at the same height as before, which is a hand below the tide of last October.",
];
const forms = {
	footer: (text) => `<blockquote><p>${text}</p><footer>Ruth Example</footer></blockquote>`,
	cite: (text) => `<blockquote><p>${text}</p><p><cite>Ruth Example</cite></p></blockquote>`,
};
const page = (form) => `<!doctype html><html lang="en"><head><title>On tides</title></head><body><main><article><h1>On tides</h1>
	<p>The gauge was read every morning for thirty years by one person. We met on the pier on a windy morning,
	and talked about the sea, the town, and what comes next for both of them.</p>
	${words.map(form).join("<p>We asked what had happened then, and what the council had said about it.</p>")}
	<p>The interview was condensed for length. It took place at the harbour on a Tuesday.</p></article></main></body></html>`;
const address = "https://news.example/tides";
const extractors = {
	readability: async (html) => new Readability(new JSDOM(html, { url: address }).window.document).parse().content,
	defuddle: async (html) => (await Defuddle(new JSDOM(html, { url: address }), address)).content,
	"article-extractor": async (html) => (await extractFromHtml(html, address)).content,
};

const seen = {};
for (const [name, extract] of Object.entries(extractors)) {
	for (const [form, write] of Object.entries(forms)) {
		const html = await extract(page(write));
		const count = (text) => html.split(text).length - 1;
		seen[`${name}, ${form}`] = { quotations: words.filter((text) => count(text) > 0).length, names: count("Ruth Example") };
	}
}
console.log(seen);
for (const name of Object.keys(extractors)) {
	assert.deepEqual(seen[`${name}, footer`], { quotations: 3, names: 0 });
	assert.deepEqual(seen[`${name}, cite`], { quotations: 3, names: 3 });
}
JS
node run.mjs
echo "as described: a name in a <footer> of a <blockquote> is dropped by all three"
