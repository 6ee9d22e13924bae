#!/usr/bin/env bash
# transcriptator 1.1.4, which reads podcast transcripts for apps.
#
# The HTML of Podcasting 2.0 gives a turn a <cite>, a <time> and its words in <p>. If a
# turn has two <p>, the second one is given to the next speaker, that speaker's words to
# the one after, and the last words are lost. If a paragraph has no <cite> (such as a
# note), it gets the next speaker's name, and that speaker's words get the name after
# that one. So people are quoted with words that others said. Quoteline writes one <p>
# with <br> for each turn, and a <cite> with a space for a note.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { convertFile } from "transcriptator";

const turn = (name, time, ...words) =>
	`${name}<time>${time}</time>${words.map((one) => `<p>${one}</p>`).join("")}`;
const read = (...turns) => convertFile(turns.join("\n")).map(({ speaker, body }) => [speaker, body]);

const paragraphs = read(
	turn("<cite>Ruth:</cite>", "00:00:01", "No.", "Never."),
	turn("<cite>Host:</cite>", "00:00:05", "Why?"),
	turn("<cite>Ruth:</cite>", "00:00:08", "They never asked."),
);
const note = read(
	turn("<cite>Ruth:</cite>", "00:00:01", "No."),
	turn("", "00:00:03", "[Laughter]"),
	turn("<cite>Host:</cite>", "00:00:05", "Why?"),
	turn("<cite>Ruth:</cite>", "00:00:08", "They never asked."),
);
console.log(paragraphs, note);
assert.deepEqual(paragraphs, [["Ruth", "No."], ["Host", "Never."], ["Ruth", "Why?"]]);
assert.deepEqual(note.slice(1, 3), [["Host", "[Laughter]"], ["Ruth", "Why?"]]);
JS
node run.mjs 2>/dev/null
echo "as described: transcriptator 1.1.4 gives words to the next speaker"
