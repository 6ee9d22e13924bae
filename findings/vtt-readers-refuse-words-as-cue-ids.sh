#!/usr/bin/env bash
# transcriptator 1.1.4 and subtitle 4.2.2, two readers of WebVTT.
#
# WebVTT allows any line without "-->" as the identifier of a cue (W3C, section 4.1).
# Both refuse the whole file if an identifier is a word, as in "intro", and accept it
# if all are numbers. srt-parser-2 1.2.3 finds a cue only if its identifier is a
# number. Quoteline numbers the cues.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4 subtitle@4.2.2 srt-parser-2@1.2.3 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import SrtParser from "srt-parser-2";
import { parseSync } from "subtitle";
import { convertFile } from "transcriptator";

const file = (id) => `WEBVTT\n\n${id}00:00:00.000 --> 00:00:02.000\nHigh or low?\n`;
const readers = {
	transcriptator: (text) => convertFile(text).length,
	subtitle: (text) => parseSync(text).filter(({ type }) => type === "cue").length,
	"srt-parser-2": (text) => new (SrtParser.default ?? SrtParser)().fromSrt(text).length,
};
const attempt = (read, id) => {
	try {
		return read(file(id));
	} catch {
		return "refused";
	}
};
const seen = Object.fromEntries(
	Object.entries(readers).map(([name, read]) => [name, ["intro\n", "1\n", ""].map((id) => attempt(read, id))]),
);
console.log("cues with a word, a number, no identifier:", seen);
assert.deepEqual(seen.transcriptator, ["refused", 1, 1]);
assert.deepEqual(seen.subtitle, ["refused", 1, 1]);
assert.deepEqual(seen["srt-parser-2"], [0, 1, 0]);
JS
node run.mjs 2>/dev/null
echo "as described: two readers of WebVTT refuse words as cue ids, and another finds no cue"
