#!/usr/bin/env bash
# github.com/asticode/go-astisub v0.34.0, the captions library of many Go programs.
#
# SubRip (SRT) has no character references: its words are plain text. A file that only
# passes through the library, SRT in and SRT out, says "Q&amp;A" where it said "Q&A", and
# "5 &lt; 6" for "5 < 6". Its own reader decodes them, so a round trip looks right,
# but the reader of another library (subtitle 4.2.2) shows "Q&amp;A", as do others. In
# WebVTT the same references are right. Quoteline writes the words of an SRT file as
# they are.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v go >/dev/null || exit 2
go mod init finding 2>/dev/null
go get github.com/asticode/go-astisub@v0.34.0 2>/dev/null || exit 2
npm init -y >/dev/null
npm install --silent --no-audit --no-fund subtitle@4.2.2 || exit 2

cat >main.go <<'GO'
package main

import (
	"log"
	"os"

	"github.com/asticode/go-astisub"
)

func main() {
	captions, err := astisub.ReadFromSRT(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	if err := captions.WriteToSRT(os.Stdout); err != nil {
		log.Fatal(err)
	}
}
GO
go mod tidy 2>/dev/null || exit 2
cat >in.srt <<'SRT'
1
00:00:01,000 --> 00:00:03,000
Host: Welcome to our Q&A.

2
00:00:03,000 --> 00:00:05,000
Ruth: I would say 5 < 6.
SRT
go run . <in.srt >out.srt
go run . <out.srt >twice.srt
cmp out.srt twice.srt

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseSync } from "subtitle";

const wordsOf = (name) => parseSync(readFileSync(name, "utf8")).map((cue) => cue.data.text);
const seen = { in: wordsOf("in.srt"), out: wordsOf("out.srt") };
console.log(seen);
assert.deepEqual(seen.in, ["Host: Welcome to our Q&A.", "Ruth: I would say 5 < 6."]);
assert.deepEqual(seen.out, ["Host: Welcome to our Q&amp;A.", "Ruth: I would say 5 &lt; 6."]);
JS
node run.mjs
echo "as described: go-astisub v0.34.0 writes \"Q&amp;A\" for \"Q&A\" into an SRT file"
