#!/usr/bin/env bash
# @mozilla/readability 0.6.0, the kind of reader view that Firefox has.
#
# An interview whose turns are <div>s, each with a link at its time or number,
# loses the short answers with their speakers: "Never." and "No." are gone, so one
# question follows the other and the longer answer after them seems to answer the
# wrong one. The share of link text in so short a <div> counts as navigation. The
# same turns as <section>, <article> or <p>, or with a <button> instead of the
# link, keep every answer. Quoteline writes the turns of its snippets as paragraphs or
# sections.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const turns = [
	["Host", "Was there ever a higher tide than the one of last October, which took the pier and three boats?"],
	["Ruth", "Never."],
	["Host", "Did the council ask for your figures before it rebuilt the pier at the same height as before?"],
	["Ruth", "No."],
	["Host", "Would you have given them, if the council had asked you in time and in writing?"],
	["Ruth", "Of course. They have always been public, and the harbour office has a copy of every page since 1996."],
];
const forms = {
	"div and link": (name, words) => `<div><a href="#t">0:01</a> <span>${name}</span><p>${words}</p></div>`,
	"div, link and blockquote": (name, words) =>
		`<div><p>${name} <a href="#t">12</a></p><blockquote><p>${words}</p></blockquote></div>`,
	"div and button": (name, words) => `<div><button>0:01</button> <span>${name}</span><p>${words}</p></div>`,
	"section and link": (name, words) => `<section><a href="#t">0:01</a> <span>${name}</span><p>${words}</p></section>`,
	"p and link": (name, words) => `<p><a href="#t">0:01</a> <b>${name}</b> ${words}</p>`,
};

function answersIn(form) {
	const body = turns.map((turn) => form(...turn)).join("");
	const page = `<!doctype html><title>On tides</title><article><h1>On tides</h1>
		<p>The gauge was read every morning for thirty years by one person. We met her on the pier on a windy
		morning, and asked about the sea, the town, and what comes next for both of them.</p>${body}
		<p>The interview was condensed for length. It took place at the harbour on a Tuesday, and both sides
		checked it before it was published here.</p></article>`;
	const { textContent } = new Readability(new JSDOM(page, { url: "https://news.example/" }).window.document).parse();
	return ["Never.", "No.", "Of course."].filter((answer) => textContent.includes(answer));
}

const seen = Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, answersIn(form)]));
console.log(seen);
const all = ["Never.", "No.", "Of course."];
assert.deepEqual(seen, {
	"div and link": ["Of course."],
	"div, link and blockquote": ["Of course."],
	"div and button": all,
	"section and link": all,
	"p and link": all,
});
JS
node run.mjs
echo "as described: a short answer in a <div> with a link is dropped by @mozilla/readability 0.6.0"
