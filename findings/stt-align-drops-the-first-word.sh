#!/usr/bin/env bash
# stt-align-node 2.0.1, with which the transcript editors of the BBC and others give the
# times of a speech recogniser to a corrected text.
#
# A word that begins at second 0 is missing in what it returns: it is neither among the
# words with a time nor among those without one, since 0 counts as no time. So a
# corrected transcript loses its first word: "No, we never lied." becomes "we never
# lied." The same words one second later are all there. Quoteline's times are whole
# milliseconds, and 0 is one of them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund stt-align-node@2.0.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { alignSTT } = require("stt-align-node");
const text = "No, we never lied.";
const align = (first) => {
	const words = text.split(" ").map((word, i) => ({ start: first + i, end: first + i + 0.5, text: word }));
	return alignSTT({ words }, text).map((word) => word.text).join(" ");
};
console.log({ "from 0": align(0), "from 1": align(1) });
assert.equal(align(1), text);
assert.equal(align(0), "we never lied.");
JS
node run.mjs 2>/dev/null
echo 'as described: stt-align-node 2.0.1 drops the word that begins at second 0'
