#!/usr/bin/env bash
# Six converters of captions from SRT to WebVTT: subtitle 4.2.2, subsrt-ts 2.1.2,
# subtitle-converter 3.0.12, srt2vtt 1.3.1, srt-to-vtt 1.1.3 and vtt-creator 1.1.1, which
# writes WebVTT from words. vtt.js 0.13.0, the WebVTT of Firefox, reads what they write.
#
# In SRT a "<" with a space after it is a character. In WebVTT it starts a tag, so a
# writer has to write "&lt;" (W3C, section 4.2.2). None of the six does. Of "I mean 5 < 6,
# and no." the player shows "I mean 5 ", and the rest of the cue is gone, with its
# further lines. An address such as <ruth@example.org> disappears too. Quoteline writes
# references for these characters.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund subtitle@4.2.2 subsrt-ts@2.1.2 subtitle-converter@3.0.12 srt2vtt@1.3.1 srt-to-vtt@1.1.3 vtt-creator@1.1.1 vtt.js@0.13.0 jsdom@29.1.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";

const require = createRequire(import.meta.url);
const srt = "1\n00:00:01,000 --> 00:00:03,000\nRuth: I mean 5 < 6,\nand no.\n\n2\n00:00:03,000 --> 00:00:05,000\nHost: Thank you.\n";

function piped(stream) {
	let text = "";
	stream.on("data", (chunk) => (text += chunk));
	const end = new Promise((done) => stream.on("end", () => done(text)));
	stream.end(srt);
	return end;
}

const { parseSync, stringifySync } = require("subtitle");
const created = new (require("vtt-creator"))();
created.add(1, 3, "Ruth: I mean 5 < 6,\nand no.");
created.add(3, 5, "Host: Thank you.");
const written = {
	subtitle: stringifySync(parseSync(srt), { format: "WebVTT" }),
	"subsrt-ts": (await import("subsrt-ts")).convert(srt, { format: "vtt" }),
	"subtitle-converter": require("subtitle-converter").convert(srt, ".vtt").subtitle,
	srt2vtt: await new Promise((done, fail) => require("srt2vtt")(srt, (error, vtt) => (error ? fail(error) : done(String(vtt))))),
	"srt-to-vtt": await piped(require("srt-to-vtt")()),
	"vtt-creator": created.toString(),
};

const { window } = new JSDOM();
globalThis.navigator ??= { userAgent: "" };
const { WebVTT, VTTCue } = require("vtt.js");
window.VTTCue = VTTCue;
function shown(vtt) {
	const words = [];
	const parser = new WebVTT.Parser(window, WebVTT.StringDecoder());
	parser.oncue = ({ text }) => words.push(WebVTT.convertCueToDOMTree(window, text).textContent);
	parser.parse(vtt);
	parser.flush();
	return words;
}

for (const [name, vtt] of Object.entries(written)) {
	console.log(name, shown(vtt));
	assert.match(vtt, /5 < 6/);
	assert.deepEqual(shown(vtt).map((words) => words.trim()), ["Ruth: I mean 5", "Host: Thank you."]);
}
assert.deepEqual(shown("WEBVTT\n\n00:01.000 --> 00:02.000\nI mean 5 &lt; 6.\n"), ["I mean 5 < 6."]);
JS
node run.mjs 2>/dev/null
echo 'as described: six converters write "<" into WebVTT as it is, and a player drops the words after it'
