#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0 and astrocite-ris 0.16.4, which read RIS as CSL-JSON.
#
# RIS writes an author as "Davis, Sammy, Jr." (family, given, suffix). The first library
# drops "Jr.". The second takes "Jr." for the given name and "Sammy" for the suffix. The
# first also reads the year alone where the file has the day, "DA  - 2023/11/29/".
# citation-js 0.9.0 with its plugin ris 0.8.2 reads all of it. Quoteline lists this in
# docs/consumers.md.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund biblatex-csl-converter@3.6.0 astrocite-ris@0.16.4 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import ris from "astrocite-ris";
import { CSLExporter, parseRIS } from "biblatex-csl-converter";

const file = "TY  - ELEC\r\nAU  - Davis, Sammy, Jr.\r\nTI  - On tides\r\nPY  - 2023\r\nDA  - 2023/11/29/\r\nER  - \r\n";
const [converted] = Object.values(new CSLExporter(parseRIS(file).entries).parse());
const [other] = ris.parse(file);
console.log(JSON.stringify([converted, other]));
assert.deepEqual(converted.author, [{ given: "Sammy", family: "Davis" }]);
assert.deepEqual(converted.issued, { "date-parts": [[2023]] });
assert.deepEqual(other.author, [{ family: "Davis", given: "Jr.", suffix: "Sammy" }]);
JS
node run.mjs 2>/dev/null || exit 1
echo "as described: \"Davis, Sammy, Jr.\" loses \"Jr.\", or becomes Jr. Davis, Sammy"
