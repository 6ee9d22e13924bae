#!/usr/bin/env bash
# vtt-to-json 0.1.1, which reads WebVTT for programs that search or show a transcript.
#
# The last cue of every file is missing: nothing comes after it, and only the next cue
# would add it. If cues have numbers (W3C, section 4.1), the number of the next cue is
# appended to the words, so "In 1996." becomes "In 1996. 2". Between the first and the
# second cue there is one more without words. So an interview ends with its last
# question. The same file read by subtitle 4.2.2 is whole. Quoteline's podcast JSON has
# the words and their times without such a reader.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vtt-to-json@0.1.1 subtitle@4.2.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { parseSync } from "subtitle";
import read from "vtt-to-json";

const turns = ["Host: When was that?", "Ruth: In 1996.", "Host: And did you lie?", "Ruth: Never."];
const time = (index) => `00:00:0${index + 1}.000`;
const file = (numbered) =>
	`WEBVTT\n\n${turns.map((words, i) => `${numbered ? `${i + 1}\n` : ""}${time(i)} --> ${time(i + 1)}\n${words}\n`).join("\n")}`;
const seen = [true, false].map((numbered) => ({ numbered }));
for (const each of seen) {
	const parts = await read(file(each.numbered));
	each.parts = parts.map(({ part }) => part);
	each.whole = parseSync(file(each.numbered)).filter(({ type }) => type === "cue").map(({ data }) => data.text);
}
console.log(seen);
assert.deepEqual(seen[0].parts, [turns[0], "2", `${turns[1]} 3`, `${turns[2]} 4`]);
assert.deepEqual(seen[1].parts, [turns[0], "", turns[1], turns[2]]);
for (const { whole } of seen) assert.deepEqual(whole, turns);
JS
node run.mjs 2>/dev/null
echo 'as described: vtt-to-json 0.1.1 drops the last cue, and puts the numbers of cues into the words'
