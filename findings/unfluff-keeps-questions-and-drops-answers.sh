#!/usr/bin/env bash
# unfluff 3.2.0, a text extractor for news pages.
#
# Of an interview in paragraphs it keeps every question and drops every answer that is
# short: a paragraph needs enough common English words to be kept. If the speakers' names
# are headings, it drops the names as well. If the conversation is in a <dl> or a
# <table>, it drops all of it. The introduction and the last paragraph always stay, so
# nothing looks wrong. Quoteline serves the plain text of a transcript as well, which
# needs no extractor.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unfluff@3.2.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import unfluff from "unfluff";

const turns = [
	["Host", "Have you ever seen a higher tide than the one of last October, which took the pier and three boats?"],
	["Ruth", "Never."],
	["Host", "Did the town council ask for your figures before it decided to rebuild the pier at the same height?"],
	["Ruth", "No."],
	["Host", "Is it true that the gauge was out of order for eleven days in September?"],
	["Ruth", "Yes. A heron had built its nest on it, and nobody wanted to be the one who moved a heron in September."],
];
const forms = {
	paragraphs: (name, words) => `<p><b>${name}:</b> ${words}</p>`,
	headings: (name, words) => `<h4>${name}</h4><p>${words}</p>`,
	dl: (name, words) => `<dl><dt>${name}</dt><dd>${words}</dd></dl>`,
	table: (name, words) => `<table><tr><th>${name}</th><td>${words}</td></tr></table>`,
};
const seen = {};
for (const [name, form] of Object.entries(forms)) {
	const { text } = unfluff(`<!doctype html><html lang="en"><head><title>On tides</title></head><body><article>
		<p>The figures of the gauge were read every morning for thirty years by one person. We met her on the pier on
		a windy morning, and asked about the sea, the town, and what comes next for both of them.</p>
		${turns.map((turn) => form(...turn)).join("")}
		<p>The interview was condensed for length. It took place at the harbour on a Tuesday and was checked by both
		sides before it was published here.</p></article></body></html>`, "en");
	seen[name] = {
		questions: text.split("?").length - 1,
		short: ["Never.", "No."].filter((answer) => text.includes(answer)).length,
		long: text.includes("heron"),
		names: (text.match(/Host|Ruth/g) ?? []).length,
		last: text.includes("condensed for length"),
	};
}
console.log(seen);
assert.deepEqual(seen.paragraphs, { questions: 3, short: 0, long: true, names: 4, last: true });
assert.deepEqual(seen.headings, { questions: 3, short: 0, long: true, names: 0, last: true });
for (const form of ["dl", "table"]) {
	assert.deepEqual(seen[form], { questions: 0, short: 0, long: false, names: 0, last: true });
}
JS
node run.mjs
echo "as described: unfluff 3.2.0 keeps the questions and drops the short answers"
