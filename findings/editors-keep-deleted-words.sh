#!/usr/bin/env bash
# @tryghost/kg-html-to-lexical 1.3.5, with which Ghost imports HTML, and
# contentful-rich-text-html-parser 1.8.13, which does the same for Contentful.
#
# <del> is text that was removed (HTML standard, section 4.7.2). Both editors have a
# format for it: bit 4 of a text in Lexical, the mark "strikethrough" in Contentful. But
# Ghost strikes only <s> out, and the parser for Contentful neither <s> nor <del>. So
# "I <del>took</del> refused the money." is imported as "I took refused the money.":
# deleted words are the speaker's again. @portabletext/block-tools 5.2.0 keeps both struck
# out. Quoteline leaves struck words out, with a remark, and its snippets have none.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tryghost/kg-html-to-lexical@1.3.5 contentful-rich-text-html-parser@1.8.13 \
	@portabletext/block-tools@5.2.0 @sanity/schema@6.10.1 jsdom@26.1.0 || exit 2

cat >run.cjs <<'JS'
const assert = require("node:assert/strict");
const { JSDOM } = require("jsdom");
const { htmlToLexical } = require("@tryghost/kg-html-to-lexical");

const html = (tag) => `<p>Ruth Vane: I <${tag}>took</${tag}> refused the money.</p>`;

function ghost(tag) {
	const texts = htmlToLexical(html(tag)).root.children[0].children;
	return texts.map((node) => (node.format & 4 ? `(struck: ${node.text})` : node.text)).join("");
}

async function main() {
	const { htmlStringToDocument } = await import("contentful-rich-text-html-parser");
	const { htmlToBlocks } = await import("@portabletext/block-tools");
	const { Schema } = await import("@sanity/schema");

	const contentful = (tag) =>
		htmlStringToDocument(html(tag)).content[0].content.map((node) => (node.marks.length ? `(struck: ${node.value})` : node.value)).join("");

	const body = { name: "body", type: "array", of: [{ type: "block" }] };
	const schema = Schema.compile({ name: "site", types: [{ type: "object", name: "post", fields: [body] }] });
	const blocks = schema.get("post").fields[0].type;
	const sanity = (tag) =>
		htmlToBlocks(html(tag), blocks, { parseHtml: (text) => new JSDOM(text).window.document })[0]
			.children.map((span) => (span.marks.length ? `(struck: ${span.text})` : span.text)).join("");

	const seen = {};
	for (const [name, read] of Object.entries({ ghost, contentful, sanity })) seen[name] = [read("s"), read("del")];
	console.log(seen);
	const plain = "Ruth Vane: I took refused the money.";
	const struck = "Ruth Vane: I (struck: took) refused the money.";
	assert.deepEqual(seen, { ghost: [struck, plain], contentful: [plain, plain], sanity: [struck, struck] });
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
JS
node run.cjs
echo "as described: the importers of Ghost and Contentful make ordinary words of <del>"
