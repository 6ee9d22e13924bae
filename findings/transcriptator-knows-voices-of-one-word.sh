#!/usr/bin/env bash
# transcriptator 1.1.4, which reads podcast transcripts for apps.
#
# WebVTT names the speaker of a cue in a voice span, as in "<v Ruth Vane>". The library
# takes "<v Ruth>" for the speaker. But it does not know a name with a space: the span
# stays in the words, and the cue gets the speaker of the cue before it. So the host is
# quoted with the answers. Quoteline lists this in docs/consumers.md, and its JSON and
# HTML for podcasts are read right.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { convertFile } from "transcriptator";

const read = (name) =>
	convertFile(
		`WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n<v Host>Why?\n\n2\n00:00:02.000 --> 00:00:04.000\n<v ${name}>They never asked.\n`,
	).map(({ speaker, body }) => [speaker, body]);
console.log(read("Ruth"), read("Ruth Vane"));
assert.deepEqual(read("Ruth")[1], ["Ruth", "They never asked."]);
assert.deepEqual(read("Ruth Vane")[1], ["Host", "<v Ruth Vane>They never asked."]);
JS
node run.mjs 2>/dev/null
echo "as described: transcriptator 1.1.4 gives the words of "Ruth Vane" to the speaker before"
