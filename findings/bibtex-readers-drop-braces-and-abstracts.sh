#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0 and astrocite-bibtex 0.16.4, which read BibTeX as CSL-JSON.
#
# A brace without a partner is written \textbraceleft{} in BibTeX. The first library drops
# it: "A { in C" becomes "A  in C". The second library drops every abstract, and of
# "date = {2023-11-29}" with a month it keeps the month alone. Quoteline lists this in
# docs/consumers.md.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.6.0 astrocite-bibtex@0.16.4 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import bibtex from "astrocite-bibtex";
import { CSLExporter, parse } from "biblatex-csl-converter";

const file = String.raw`@misc{k,
  author = {Ruth Vane},
  title = {{A \textbraceleft{} in C}},
  abstract = {Low tide.},
  date = {2023-11-29},
  year = {2023},
  month = {11},
}`;
const [converted] = Object.values(new CSLExporter(parse(file).entries).parse());
const [other] = bibtex.parse(file);
console.log(JSON.stringify([converted, other]));
assert.ok(!converted.title.includes("{"));
assert.equal(other.abstract, undefined);
assert.equal(Number(other.issued["date-parts"][0][2] ?? 0), 0);
JS
node run.mjs 2>/dev/null || exit 1
echo "as described: one library drops \"{\", the other abstracts and days"
