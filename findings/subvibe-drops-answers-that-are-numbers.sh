#!/usr/bin/env bash
# @aj-archipelago/subvibe 1.0.12, which reads, moves and writes SRT and WebVTT.
#
# In WebVTT a line that is a number ends the words of its cue: the library takes it for
# the number of the next cue. The answer "1996" becomes an empty cue, and of "About", "20"
# and "boats." on three lines the first one stays. Only a blank line ends a cue (W3C,
# section 4.1). The same words in SRT are whole. Its list of errors speaks of an "Invalid
# timestamp format", and a conversion to SRT writes what is left. Quoteline reads
# numbers as words unless a line of times follows them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @aj-archipelago/subvibe@1.0.12 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { build, parse } from "@aj-archipelago/subvibe";

const cues = ["Host: When was that?", "1996", "Host: How many came?", "About\n20\nboats.", "Host: Thank you."];
const time = (second) => `00:00:0${second}`;
const vtt = `WEBVTT\n\n${cues.map((words, i) => `${time(i)}.000 --> ${time(i + 1)}.000\n${words}\n`).join("\n")}`;
const srt = cues.map((words, i) => `${i + 1}\n${time(i)},000 --> ${time(i + 1)},000\n${words}\n`).join("\n");
const wordsOf = (file) => parse(file).cues.map(({ text }) => text);
console.log({ vtt: wordsOf(vtt), srt: wordsOf(srt) }, build(parse(vtt).cues, "srt"));
assert.deepEqual(wordsOf(srt), cues);
assert.deepEqual(wordsOf(vtt), [cues[0], "", cues[2], "About", cues[4]]);
assert.doesNotMatch(build(parse(vtt).cues, "srt"), /1996|boats/);
JS
node run.mjs 2>/dev/null
echo 'as described: subvibe 1.0.12 drops the answer "1996", and all that follows a line with a number'
