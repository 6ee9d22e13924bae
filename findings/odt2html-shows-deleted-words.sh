#!/usr/bin/env bash
# odt2html 1.0.1, which makes HTML of OpenDocument texts.
#
# In LibreOffice an editor corrects a transcript with changes recorded. The file keeps the
# deleted words in text:tracked-changes, before the text (OpenDocument 1.3, part 3,
# section 5.5). odt2html shows them: the page begins with the editor's name, the time and
# "a bribe", the words that were taken out of "I took a bribe". There is no mark that they
# are deleted, and no error. officeparser 8.1.1 reads the same file without them. Quoteline
# leaves deleted words out, with a remark.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund odt2html@1.0.1 officeparser@8.1.1 fflate@0.8.3 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { strToU8, zipSync } from "fflate";

const require = createRequire(import.meta.url);
const namespaces = ["office", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");
const changed = "<office:change-info><dc:creator>Editor</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>";
const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>${changed}<text:p>a bribe</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>Host: What did you take?</text:p><text:p>Ruth: I took <text:change text:change-id="c1"/>a break.</text:p></office:text></office:body></office:document-content>`;
const kind = "application/vnd.oasis.opendocument.text";
const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">${entry("/", kind)}${entry("content.xml", "text/xml")}</manifest:manifest>`;
const files = { mimetype: strToU8(kind), "META-INF/manifest.xml": strToU8(manifest), "content.xml": strToU8(content) };
const odt = Buffer.from(zipSync(files, { level: 0 }));
writeFileSync("interview.odt", odt);

const html = await require("odt2html").toHTML({ path: "interview.odt", trim: true });
const office = require("officeparser");
const { content: blocks } = await (office.parseOffice ?? office.OfficeParser.parseOffice)(odt);
console.log({ html, officeparser: blocks.map(({ text }) => text) });
assert.match(html, /^\s*Editor2026-01-01T00:00:00\s*<p>a bribe<\/p>/);
assert.deepEqual(blocks.map(({ text }) => text), ["Host: What did you take?", "Ruth: I took a break."]);
process.exit(0);
JS
node run.mjs 2>/dev/null
echo 'as described: odt2html 1.0.1 begins a page with the words that an editor deleted'
