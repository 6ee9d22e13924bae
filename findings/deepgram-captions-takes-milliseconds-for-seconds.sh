#!/usr/bin/env bash
# @deepgram/captions 1.2.0, whose AssemblyAiConverter makes captions of transcripts by
# AssemblyAI, as its documentation shows.
#
# AssemblyAI gives times in milliseconds, and the converter takes them for seconds. The
# answer after 12 seconds of an interview starts at 03:20:00 in the captions, and a
# player that shows them beside the recording shows the first words for hours. The
# speakers are right, so the file looks right in a text editor. Deepgram's own answers
# are in seconds and right. Quoteline reads both with their units.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @deepgram/captions@1.2.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import captions from "@deepgram/captions";

const says = (speaker, start, end, text) => ({ speaker, start, end, text, words: [{ speaker, start, end, text, confidence: 1 }] });
const assemblyAi = { utterances: [says("A", 0, 12000, "Why?"), says("B", 12000, 13500, "Never.")] };
const deepgram = {
	results: {
		utterances: assemblyAi.utterances.map(({ words: [word] }, i) => ({
			words: [{ word: word.text, punctuated_word: word.text, start: word.start / 1000, end: word.end / 1000, speaker: i }],
		})),
	},
};
const times = (srt) => srt.match(/.* --> .*/g);
const seen = { assemblyAi: times(captions.srt(new captions.AssemblyAiConverter(assemblyAi))), deepgram: times(captions.srt(deepgram)) };
console.log(seen);
assert.deepEqual(seen.deepgram, ["00:00:00,000 --> 00:00:12,000", "00:00:12,000 --> 00:00:13,500"]);
assert.deepEqual(seen.assemblyAi, ["00:00:00,000 --> 03:20:00,000", "03:20:00,000 --> 03:45:00,000"]);
JS
node run.mjs 2>/dev/null
echo 'as described: @deepgram/captions 1.2.0 puts the answer of second 12 at 03:20:00'
