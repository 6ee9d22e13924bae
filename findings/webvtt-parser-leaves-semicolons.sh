#!/usr/bin/env bash
# webvtt-parser 2.2.0, the parser and serializer that the editors of WebVTT keep beside
# the standard, as published on npm.
#
# It reads the references of a cue (W3C, section 4.2.2) without their last character:
# "Q&amp;A" becomes "Q&;A" and "5 &lt; 6" becomes "5 <; 6", without an error. A file that
# only passes through its serializer says "Q&amp;;A", and at each further pass one
# semicolon more. vtt.js 0.13.0 reads the same cues right. Quoteline has its own reader and
# writer of WebVTT.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund webvtt-parser@2.2.0 vtt.js@0.13.0 jsdom@29.1.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import vttjs from "vtt.js";
import parser from "webvtt-parser";

const file = "WEBVTT\n\n00:01.000 --> 00:02.000\nWelcome to our Q&amp;A.\n\n00:02.000 --> 00:03.000\nI would say 5 &lt; 6.\n";
const read = (text) => new parser.WebVTTParser().parse(text);
const { cues, errors } = read(file);
const words = cues.map((cue) => cue.tree.children.map(({ value }) => value).join(""));
const once = new parser.WebVTTSerializer().serialize(cues);
const twice = new parser.WebVTTSerializer().serialize(read(once).cues);
const { window } = new JSDOM();
const others = cues.map((cue) => vttjs.WebVTT.convertCueToDOMTree(window, cue.text).textContent);
console.log({ words, errors, others }, once, twice);
assert.deepEqual(others, ["Welcome to our Q&A.", "I would say 5 < 6."]);
assert.deepEqual(words, ["Welcome to our Q&;A.", "I would say 5 <; 6."]);
assert.deepEqual(errors, []);
assert.match(once, /Q&amp;;A/);
assert.match(twice, /Q&amp;;;A/);
JS
node run.mjs 2>/dev/null
echo 'as described: webvtt-parser 2.2.0 reads "Q&amp;A" as "Q&;A"'
