#!/usr/bin/env bash
# dom-anchor-text-quote 4.0.2 and @apache-annotator/dom 0.2.0, which make and follow
# text quote selectors (W3C Web Annotation Data Model, section 4.2.4).
#
# Neither can anchor the last words of an element, such as the last sentence of a
# turn: the first makes a selector that it cannot follow ("setEnd … parameter 1 is
# not of type 'Node'"), the second makes none ("not implemented"). Words before them
# work. The first also throws "Pattern too long" if a correction changed a prefix of
# more than 32 characters, though its own prefixes have that length at most; the
# standard names no limit. Quoteline's links name a turn, a range of code points and a
# hash, and need neither library.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 @apache-annotator/dom@0.2.0 \
	@apache-annotator/selector@0.2.0 jsdom@26.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<body><article><p>Did the council ask?</p><p>No. <em>It did not ask.</em></p></article></body>");
for (const name of ["window", "document", "Node", "NodeFilter", "Range", "Text"]) globalThis[name] = window[name] ?? window;
const quote = await import("dom-anchor-text-quote");
const annotator = await import("@apache-annotator/dom");
const root = document.querySelector("article");
const question = root.querySelector("p");
const answer = root.querySelector("em");

function rangeOf(element) {
	const range = document.createRange();
	range.selectNodeContents(element);
	return range;
}

async function attempt(step) {
	try {
		return String(await step());
	} catch (err) {
		return `error: ${err.message}`;
	}
}

const textQuote = (range) => attempt(() => quote.toRange(root, quote.fromRange(root, range)));
const apache = (range) =>
	attempt(async () => {
		const selector = await annotator.describeTextQuote(range, root);
		for await (const match of annotator.createTextQuoteSelectorMatcher(selector)(root)) return match;
		return "nothing";
	});

const long = { exact: "It did not ask.", prefix: "Did the town council not ask? Well, no. ", suffix: "" };
const seen = {
	"dom-anchor-text-quote, first words": await textQuote(rangeOf(question)),
	"dom-anchor-text-quote, last words": await textQuote(rangeOf(answer)),
	"dom-anchor-text-quote, long prefix": await attempt(() => quote.toRange(root, long)),
	"annotator, first words": await apache(rangeOf(question)),
	"annotator, last words": await apache(rangeOf(answer)),
};
console.log(seen);
assert.equal(seen["dom-anchor-text-quote, first words"], "Did the council ask?");
assert.match(seen["dom-anchor-text-quote, last words"], /^error: .*'setEnd'/);
assert.match(seen["dom-anchor-text-quote, long prefix"], /^error: Pattern too long/);
assert.equal(seen["annotator, first words"], "Did the council ask?");
assert.equal(seen["annotator, last words"], "error: not implemented");
JS
node run.mjs
echo "as described: neither library anchors the last words of an element"
