#!/usr/bin/env bash
# subsrt-ts 2.1.2, which reads, writes and converts captions in nine formats.
#
# Of every cue of an ASS or SSA file it drops the first letter, without an error: "No."
# becomes "o.", "1996" becomes "996", and "20 boats" becomes "0 boats". It reads its own
# files like those of other programs, and a conversion to SRT writes the cut words.
# ass-compiler 0.1.16 reads the same file whole. Two more formats lose words on the way
# out and in again: it reads no cue of a SAMI file that it wrote, and none after minute
# 100 of an LRC file. Quoteline writes WebVTT and SRT, which it reads whole.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund subsrt-ts@2.1.2 ass-compiler@0.1.16 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { parse as parseAss } from "ass-compiler";
import * as subsrt from "subsrt-ts";

const words = ["In which year?", "1996.", "How many did it take?", "20 boats."];
const starts = [1, 5, 5999, 6000];
const ass = `[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
${words.map((text, i) => `Dialogue: 0,0:00:0${i}.00,0:00:0${i + 1}.00,Default,Ruth,0,0,0,,${text}`).join("\n")}
`;
const { build, parse } = subsrt.default ?? subsrt;
const read = (text, format) => parse(text, { format }).flatMap((cue) => (cue.type === "caption" ? [cue.text.trim()] : []));
const written = (format) => build(words.map((text, i) => cueOf(text, starts[i] * 1000)), { format });

function cueOf(text, start) {
	return { type: "caption", start, end: start + 1000, duration: 1000, content: text, text };
}

const seen = {
	"ASS, by ass-compiler": parseAss(ass).events.dialogue.map(({ Text }) => Text.combined),
	ASS: read(ass, "ass"),
};
for (const format of ["ass", "ssa", "smi", "lrc", "srt", "vtt"]) seen[`its own ${format}`] = read(written(format), format);
console.log(seen);
const cut = words.map((text) => text.slice(1));
assert.deepEqual(seen, {
	"ASS, by ass-compiler": words,
	ASS: cut,
	"its own ass": cut,
	"its own ssa": cut,
	"its own smi": [],
	"its own lrc": words.slice(0, 3),
	"its own srt": words,
	"its own vtt": words,
});
JS
node run.mjs
echo "as described: subsrt-ts 2.1.2 reads \"1996.\" in an ASS file as \"996.\""
