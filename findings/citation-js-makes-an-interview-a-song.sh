#!/usr/bin/env bash
# @citation-js/core 0.9.0 with its plugins bibtex 0.9.0 and csl 0.9.0, which convert
# references between formats.
#
# An interview that passes through BibLaTeX comes back as a song. CSL's "interview" is
# written as @audio, @audio is read as "song", and the interviewer is lost. In APA style
# "The harbour (J. Lee, Interviewer)." becomes "The harbour [Audio recording]. On The
# Gazette." Through BibTeX it comes back as a "document". Neither format has a type for
# interviews; biblatex has @online for a page. Quoteline writes @misc, and in its CSL the
# interviewer.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 @citation-js/plugin-csl@0.9.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-csl");

const interview = {
	id: "a",
	type: "interview",
	title: "The harbour",
	author: [{ family: "Vane", given: "Ruth" }],
	interviewer: [{ family: "Lee", given: "Jo" }],
	issued: { "date-parts": [[2023, 11, 29]] },
	"container-title": "The Gazette",
	URL: "https://edge.example/t/1",
};
const apa = (data) => new Cite(data).format("bibliography", { template: "apa", format: "text" }).trim();
const [again] = new Cite(new Cite(interview).format("biblatex")).data;
const [simple] = new Cite(new Cite(interview).format("bibtex")).data;
const seen = { before: apa(interview), type: again.type, interviewer: again.interviewer, after: apa(again), bibtex: simple.type };
console.log(seen);
assert.match(seen.before, /The harbour \(J\. Lee, Interviewer\)\. The Gazette\./);
assert.match(seen.after, /The harbour \[Audio recording\]\. On The Gazette\./);
assert.deepEqual([seen.type, seen.interviewer, seen.bibtex], ["song", undefined, "document"]);
JS
node run.mjs 2>/dev/null
echo 'as described: citation-js reads its own BibLaTeX of an interview as a song'
