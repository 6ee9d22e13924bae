#!/usr/bin/env bash
# biblatex-csl-converter 3.6.0 and citation-js 0.9.0 with its plugin bibtex 0.9.0, which read
# BibLaTeX as CSL-JSON.
#
# TeX has two ways to write "^" in a title: \textasciicircum{}, and the accent \^ over
# nothing, \^{}. Each library reads one of them and not the other. The first drops "^" of
# \textasciicircum{}. The second reads \^{} as the word "undefined" with an accent. The
# first also calls the date 0044-03-15 invalid, and the reference has no date. Such years are
# valid in BibLaTeX (its manual, section 2.3.8), and 0100-01-01 is read. Quoteline writes
# \textasciicircum{}, and lists the first library in docs/consumers.md.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 biblatex-csl-converter@3.6.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { CSLExporter, parse } from "biblatex-csl-converter";

const entry = (title, date) => `@online{k, author = {Ruth Vane}, title = {${title}}, date = {${date}}}`;
const converted = (file) => Object.values(new CSLExporter(parse(file).entries).parse())[0];
const cited = (file) => new Cite(file).data[0];
const [word, accent] = [String.raw`2\textasciicircum{}3`, String.raw`2\^{}3`].map((title) => entry(title, "2023-11-29"));
const titles = [word, accent].map((file) => [converted(file).title, cited(file).title]);
const dates = ["0044-03-15", "0100-01-01"].map((date) => entry("Tides", date)).map((file) => [converted(file).issued, cited(file).issued]);
console.log(JSON.stringify({ titles, dates }));
assert.deepEqual(titles, [["23", "2^3"], ["2^3", "2undefined\u03023"]]);
const parts = (...date) => ({ "date-parts": [date] });
assert.deepEqual(dates, [[undefined, parts(44, 3, 15)], [parts(100, 1, 1), parts(100, 1, 1)]]);
JS
node run.mjs || exit 1
echo 'as described: two readers of BibLaTeX lose "^" or read "undefined", and one has no years before 100'
