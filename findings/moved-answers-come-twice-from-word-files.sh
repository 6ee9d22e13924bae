#!/usr/bin/env bash
# word-extractor 1.0.4 and any-text 1.2.0, which read the text of Word files.
#
# Word records a paragraph that was moved twice: at its old place in w:moveFrom, at its new
# one in w:moveTo (ECMA-376, part 1, section 17.13.5). Both libraries give it twice, so one
# answer follows two questions. They leave out deleted words (w:del). mammoth 1.13.0
# and officeparser 8.1.1 give the moved paragraph once. Quoteline reads it once, at its
# new place.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund word-extractor@1.0.4 any-text@1.2.0 mammoth@1.13.0 officeparser@8.1.1 fflate@0.8.3 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { strToU8, zipSync } from "fflate";

const require = createRequire(import.meta.url);
const by = 'w:author="Editor" w:date="2026-01-01T00:00:00Z"';
const run = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const moved = (name, id) => `<w:p><w:${name}RangeStart w:id="${id}" ${by} w:name="move1"/><w:${name} w:id="${id + 1}" ${by}>${run("Ruth: They never asked.")}</w:${name}><w:${name}RangeEnd w:id="${id}"/></w:p>`;
const body = [
	`<w:p>${run("Host: Did you offer it?")}</w:p>`,
	moved("moveFrom", 1),
	`<w:p>${run("Ruth: I did")}<w:del w:id="5" ${by}><w:r><w:delText> not</w:delText></w:r></w:del>${run(".")}</w:p>`,
	`<w:p>${run("Host: Did they ask you?")}</w:p>`,
	moved("moveTo", 3),
].join("");
const open = "http://schemas.openxmlformats.org";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const parts = {
	"[Content_Types].xml": `${head}<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
	"_rels/.rels": `${head}<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="rId1" Type="${open}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
	"word/document.xml": `${head}<w:document xmlns:w="${open}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
};
const docx = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
writeFileSync("interview.docx", docx);

const office = require("officeparser");
const blocks = (await (office.parseOffice ?? office.OfficeParser.parseOffice)(docx)).content;
const WordExtractor = require("word-extractor");
const seen = {
	"word-extractor": (await new WordExtractor().extract(docx)).getBody(),
	"any-text": await require("any-text").getText("interview.docx"),
	mammoth: (await require("mammoth").extractRawText({ buffer: docx })).value,
	officeparser: blocks.map(({ text }) => text).join("\n"),
};
console.log(seen);
const times = Object.values(seen).map((text) => text.split("They never asked.").length - 1);
assert.deepEqual(times, [2, 2, 1, 1]);
for (const text of Object.values(seen)) assert.doesNotMatch(text, /did not/);
process.exit(0);
JS
node run.mjs 2>/dev/null
echo 'as described: word-extractor and any-text give a moved answer twice'
