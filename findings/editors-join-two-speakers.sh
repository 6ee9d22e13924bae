#!/usr/bin/env bash
# Three importers of HTML: @tryghost/kg-html-to-lexical 1.3.5 (Ghost),
# @portabletext/block-tools 5.2.0 (Sanity) and contentful-rich-text-html-parser 1.8.13.
#
# Paragraphs, captions and line breaks end a line (HTML standard, section 15.3.3), so an
# importer should separate them. Each loses some, and joins two speakers on one line
# without a space. Ghost and Sanity join two paragraphs of a list item, and a caption with
# the words after its figure. Ghost also joins the last words of a quotation with the name
# in its <footer>. The parser for Contentful drops each <br>, so "Host: Did you
# know?<br>Ruth Vane: No." becomes "Host: Did you know?Ruth Vane: No." Plain paragraphs are
# right in all three. Quoteline's snippets have a paragraph for each turn.
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

const forms = {
	paragraphs: "<p>Host: Did you know?</p><p>Ruth Vane: No.</p>",
	breaks: "<p>Host: Did you know?<br>Ruth Vane: No.</p>",
	item: "<ul><li><p>Host: Did you know?</p><p>Ruth Vane: No.</p></li></ul>",
	footer: "<blockquote><p>No.</p><footer>Ruth Vane</footer></blockquote>",
	caption: "<figure><blockquote><p>No.</p></blockquote><figcaption>Ruth Vane</figcaption></figure><div>Host: And then?</div>",
};
const bottom = new Set(["paragraph", "extended-quote", "listitem", "blockquote"]);

// linesOf gives the text of each block that has no block in it.
function linesOf(node, textOf, kindOf, inside = false) {
	const line = bottom.has(kindOf(node));
	const children = node.children ?? node.content ?? [];
	const parts = children.flatMap((child) => linesOf(child, textOf, kindOf, inside || line));
	if (!children.length) return [textOf(node)];
	return line && !children.some((child) => bottom.has(kindOf(child))) ? [parts.join("")] : parts;
}

const ghost = (html) => linesOf(htmlToLexical(html).root, (node) => node.text ?? "\n", (node) => node.type);

async function main() {
	const parser = await import("contentful-rich-text-html-parser");
	const { htmlToBlocks } = await import("@portabletext/block-tools");
	const { Schema } = await import("@sanity/schema");

	const contentful = (html) => linesOf(parser.htmlStringToDocument(html), (node) => node.value, (node) => node.nodeType);
	const body = { name: "body", type: "array", of: [{ type: "block" }] };
	const schema = Schema.compile({ name: "site", types: [{ type: "object", name: "post", fields: [body] }] });
	const parseHtml = (text) => new JSDOM(text).window.document;
	const sanity = (html) =>
		htmlToBlocks(html, schema.get("post").fields[0].type, { parseHtml }).map((block) => block.children.map((span) => span.text).join(""));

	const seen = {};
	for (const [name, read] of Object.entries({ ghost, sanity, contentful })) {
		seen[name] = Object.fromEntries(Object.entries(forms).map(([form, html]) => [form, read(html)]));
	}
	console.log(seen);
	const two = ["Host: Did you know?", "Ruth Vane: No."];
	const joined = [two.join("")];
	assert.deepEqual(seen, {
		ghost: { paragraphs: two, breaks: [two.join("\n")], item: joined, footer: ["No.Ruth Vane"], caption: ["No.", "Ruth VaneHost: And then?"] },
		sanity: { paragraphs: two, breaks: [two.join("\n")], item: joined, footer: ["No.\nRuth Vane"], caption: ["No.", "Ruth VaneHost: And then?"] },
		contentful: { paragraphs: two, breaks: joined, item: two, footer: ["No.", "Ruth Vane"], caption: ["No.", "Ruth Vane", "Host: And then?"] },
	});
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
JS
node run.cjs
echo "as described: three importers of HTML join the words of two speakers without a space"
