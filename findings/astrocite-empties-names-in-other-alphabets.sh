#!/usr/bin/env bash
# astrocite-bibtex and astrocite-ris 0.16.4, which read BibTeX and RIS as CSL-JSON.
#
# An author whose name is in Chinese, Arabic, Cyrillic or Greek letters becomes
# {"family": ""}, without an error: the reference has an author with an empty name. The
# title in the same letters is whole, and so is "Zoë Ångström". Names in braces, which
# BibTeX keeps whole, are split too: {Sam Altman} becomes family "Altman". citation-js
# 0.9.0 reads the same entries with all names. Quoteline writes such names as they are,
# and its table of programs says what astrocite makes of them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund astrocite-bibtex@0.16.4 astrocite-ris@0.16.4 \
	@citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import bibtex from "astrocite-bibtex";
import ris from "astrocite-ris";

const names = ["Zoë Ångström", "高桥", "علي حسن", "Анна", "Άννα"];
const entry = (name) => `@misc{k,\n  author = {{${name}}},\n  title = {{${name}}},\n}`;
const record = (name) => `TY  - ELEC\r\nAU  - ${name}\r\nTI  - ${name}\r\nER  - \r\n`;
const seen = names.map((name) => {
	const [b] = bibtex.parse(entry(name));
	const [r] = ris.parse(record(name));
	const [c] = new Cite(entry(name)).data;
	assert.deepEqual([b.title, r.title, c.title], [name, name, name]);
	return { name, bibtex: b.author[0].family, ris: r.author[0].family, citationJs: c.author[0].family };
});
console.table(seen);
const [latin, ...others] = seen;
assert.deepEqual([latin.bibtex, latin.citationJs], [names[0], names[0]]);
for (const { name, bibtex, ris, citationJs } of others) assert.deepEqual([bibtex, ris, citationJs], ["", "", name]);
assert.deepEqual(bibtex.parse(entry("Sam Altman"))[0].author, [{ family: "Altman", given: "Sam" }]);
JS
node run.mjs || exit 1
echo "as described: astrocite 0.16.4 reads the author 高桥 as an empty name"
