#!/usr/bin/env bash
# @asciidoctor/core 4.1.0, the reader of AsciiDoc for JavaScript.
#
# A transcript has stage directions on lines of their own. In AsciiDoc such a line in
# square brackets is a list of attributes for the block below. So "[door closes]",
# "[silence]" and "[Ruth, 1996]" are not shown, and "[NOTE]" makes a box of the turn below.
# Nothing is reported. Directions inside a paragraph, and those in round brackets, stay.
# Quoteline keeps a direction as a note in each format that it writes.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@4.1.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { convert } from "@asciidoctor/core";

const shown = async (text) => String(await convert(text)).replace(/<[^>]+>/g, " ").split(/\s+/).filter(Boolean).join(" ");
const turns = (direction) => `*Anna:* Did it sail?\n\n${direction}\n\n*Ruth:* No.`;
const seen = {};
for (const direction of ["[door closes]", "[silence]", "[Ruth, 1996]", "(door closes)", "A pause [door closes]"]) seen[direction] = await shown(turns(direction));
seen["[NOTE]"] = await shown("*Anna:* Did it sail?\n\n[NOTE]\n*Ruth:* No.");
console.log(seen);
assert.deepEqual(seen, {
	"[door closes]": "Anna: Did it sail? Ruth: No.",
	"[silence]": "Anna: Did it sail? Ruth: No.",
	"[Ruth, 1996]": "Anna: Did it sail? Ruth: No.",
	"(door closes)": "Anna: Did it sail? (door closes) Ruth: No.",
	"A pause [door closes]": "Anna: Did it sail? A pause [door closes] Ruth: No.",
	"[NOTE]": "Anna: Did it sail? Note Ruth: No.",
});
JS
node run.mjs
echo "as described: Asciidoctor does not show a line \"[door closes]\" between two turns"
