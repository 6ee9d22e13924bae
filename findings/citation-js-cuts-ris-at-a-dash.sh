#!/usr/bin/env bash
# @citation-js/plugin-ris 0.8.2, which reads RIS for citation-js.
#
# A value with two spaces, a dash and a space in it is cut there, without an error: the
# abstract "Low tide.  - High tide." becomes "Low tide.". The tag of a line ends with the
# same four characters, and the line is split at each of them. RIS has a tag at the
# start of a line alone. With one space before the dash the value is whole, and
# biblatex-csl-converter 3.6.0 reads both. Quoteline does not change the spaces of a
# quotation, and its table of programs says what citation-js makes of them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 \
	biblatex-csl-converter@3.6.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { CSLExporter, parseRIS } from "biblatex-csl-converter";

const record = (text) => `TY  - ELEC\r\nAU  - Ruth\r\nTI  - On tides\r\nAB  - ${text}\r\nER  - \r\n`;
const byCitation = (text) => new Cite(record(text)).data[0].abstract;
const byConverter = (text) => Object.values(new CSLExporter(parseRIS(record(text)).entries).parse())[0].abstract;
const [two, one] = ["Low tide.  - High tide.", "Low tide. - High tide."];
const seen = { two: [byCitation(two), byConverter(two)], one: [byCitation(one), byConverter(one)] };
console.log(seen);
assert.deepEqual(seen, { two: ["Low tide.", two], one: [one, one] });
JS
node run.mjs || exit 1
echo "as described: citation-js cuts \"Low tide.  - High tide.\" to \"Low tide.\""
