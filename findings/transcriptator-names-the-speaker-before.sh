#!/usr/bin/env bash
# transcriptator 1.1.4, which reads podcast transcripts for apps.
#
# A cue of SRT may have no speaker, as "[Laughter]" between "Host: Why?" and "Ruth: No.".
# The library gives such a cue the speaker of the cue before it, so a note becomes the
# words of the host. In the JSON of Podcasting 2.0 the same cue has no speaker, and the
# library keeps it so. Quoteline lists this in docs/consumers.md.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund transcriptator@1.1.4 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { convertFile } from "transcriptator";

const srt = "1\n00:00:00,000 --> 00:00:02,000\nHost: Why?\n\n2\n00:00:02,000 --> 00:00:04,000\n[Laughter]\n";
const seen = convertFile(srt).map(({ speaker, body }) => [speaker, body]);
console.log(seen);
assert.deepEqual(seen, [["Host", "Why?"], ["Host", "[Laughter]"]]);
JS
node run.mjs 2>/dev/null || exit 1
echo "as described: transcriptator 1.1.4 says that the host spoke \"[Laughter]\""
