#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0, which reads RIS and writes CSL-JSON for an editor of papers.
#
# The title of a reference in RIS loses its capitals on the way to CSL: "Ruth Vane on the
# Mayor of Leeds" becomes "Ruth vane on the mayor of leeds", and the newspaper is "The
# gazette". In BibTeX, braces keep a capital. The converter treats RIS in the same way,
# but RIS has no such braces. So names in titles become common words, in every style.
# citation-js with its plugin ris 0.8.2 keeps them. Quoteline lists what the converter
# makes of its RIS in docs/consumers.md, and gives out CSL-JSON as well.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.6.0 @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { CSLExporter, RISParser } from "biblatex-csl-converter";

const require = createRequire(import.meta.url);
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");

const title = "Ruth Vane on the Mayor of Leeds";
const ris = `TY  - ELEC\nAU  - Vane, Ruth\nTI  - ${title}\nT2  - The Gazette\nPY  - 2023\nER  - \n`;
const [converted] = Object.values(new CSLExporter(new RISParser(ris).parse().entries).parse());
const [other] = new Cite(ris).data;
console.log({ converted, other: other.title });
assert.equal(other.title, title);
assert.deepEqual([converted.title, converted["container-title"]], ["Ruth vane on the mayor of leeds", "The gazette"]);
JS
node run.mjs 2>/dev/null
echo 'as described: biblatex-csl-converter 3.6.0 writes "Ruth Vane" in a title of RIS as "Ruth vane"'
