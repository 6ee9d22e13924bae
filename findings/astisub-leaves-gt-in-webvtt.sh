#!/usr/bin/env bash
# github.com/asticode/go-astisub v0.34.0, the captions library of many Go programs.
#
# WebVTT writes ">" as "&gt;" (section 4.2.2 of the standard: the arrow "-->" may not be
# in a cue). The library decodes "&lt;" and "&amp;", but leaves "&gt;": the words "High >
# low" are shown as "High &gt; low". In SRT it takes the words "in <b>?" for markup, and
# drops "<b>". Quoteline lists this in docs/consumers.md.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v go >/dev/null || exit 2
go mod init finding 2>/dev/null
go get github.com/asticode/go-astisub@v0.34.0 2>/dev/null || exit 2

cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/asticode/go-astisub"
)

func main() {
	vtt, err := astisub.ReadFromWebVTT(strings.NewReader("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nQ&amp;A: High &gt; low\n"))
	if err != nil {
		os.Exit(2)
	}
	srt, err := astisub.ReadFromSRT(strings.NewReader("1\n00:00:01,000 --> 00:00:03,000\nWhat is in <b>?\n"))
	if err != nil {
		os.Exit(2)
	}
	fmt.Println(vtt.Items[0].String())
	fmt.Println(srt.Items[0].String())
}
GO
go mod tidy 2>/dev/null || exit 2
go run . | tee out
diff out - <<'OUT' || exit 1
Q&A: High &gt; low
What is in ?
OUT
echo "as described: go-astisub v0.34.0 shows \"&gt;\" for \">\" in WebVTT"
