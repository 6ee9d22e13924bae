#!/usr/bin/env bash
# go-text/typesetting 0.3.5, a port of HarfBuzz to Go; compared with harfbuzzjs 0.10.3,
# which is HarfBuzz itself.
#
# Arabic letters are joined: ن has other shapes at the start, in the middle and at the end
# of a word (Unicode Standard, section 9.2). In the font Noto Naskh Arabic (package
# @expo-google-fonts/noto-naskh-arabic 0.4.5) HarfBuzz gives ننن the three shapes. The
# port gives ن and ي their unjoined shape at all three places, while it joins ب and ق of
# the same font. With the font Amiri it joins them all. Quoteline draws cards, the
# pictures for links, with Amiri.
set -euo pipefail

dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund harfbuzzjs@0.10.3 @expo-google-fonts/noto-naskh-arabic@0.4.5 \
	@expo-google-fonts/amiri@0.4.1 --legacy-peer-deps || exit 2
naskh=node_modules/@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf
amiri=node_modules/@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf

# Both programs print a line for each letter: how many shapes three of it have. Marks such
# as dots, which some fonts draw as glyphs of their own, are not counted: a shape is all
# glyphs of one letter.
cat >run.mjs <<'JS'
import fs from "node:fs";
import { createRequire } from "node:module";

const hb = await createRequire(import.meta.url)("harfbuzzjs");
const [file, ...letters] = process.argv.slice(2);
const font = hb.createFont(hb.createFace(hb.createBlob(fs.readFileSync(file)), 0));
for (const letter of letters) {
	const buffer = hb.createBuffer();
	buffer.addText(letter.repeat(3));
	buffer.guessSegmentProperties();
	hb.shape(font, buffer);
	const shapes = ["", "", ""];
	for (const { cl, g } of buffer.json(font)) shapes[cl] += ` ${g}`;
	console.log(letter, new Set(shapes).size);
}
JS
cat >main.go <<'GO'
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

func main() {
	file, _ := os.ReadFile(os.Args[1])
	face, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		panic(err)
	}
	for _, letter := range os.Args[2:] {
		text := []rune(strings.Repeat(letter, 3))
		out := (&shaping.HarfbuzzShaper{}).Shape(shaping.Input{
			Text: text, RunEnd: len(text), Direction: di.DirectionRTL, Face: face, Size: fixed.I(40),
			Script: language.Arabic, Language: language.NewLanguage("ar"),
		})
		shapes, different := [3]string{}, map[string]bool{}
		for _, g := range out.Glyphs {
			shapes[g.ClusterIndex] += fmt.Sprint(" ", g.GlyphID)
		}
		for _, shape := range shapes {
			different[shape] = true
		}
		fmt.Println(letter, len(different))
	}
}
GO
go mod init example.com/shapes >/dev/null 2>&1
go get github.com/go-text/typesetting@v0.3.5 golang.org/x/image@v0.34.0 >/dev/null 2>&1 || exit 2
go build -o shapes . || exit 2

letters=(ب ق ن ي)
echo "shapes of three letters in Noto Naskh Arabic, by HarfBuzz and by the port; in Amiri, by the port:"
by_harfbuzz=$(node run.mjs "$naskh" "${letters[@]}")
by_port=$(./shapes "$naskh" "${letters[@]}")
in_amiri=$(./shapes "$amiri" "${letters[@]}")
paste <(echo "$by_harfbuzz") <(echo "$by_port") <(echo "$in_amiri")
[[ $by_harfbuzz == $'ب 3\nق 3\nن 3\nي 3' ]] || exit 1
[[ $by_port == $'ب 3\nق 3\nن 1\nي 1' ]] || exit 1
[[ $in_amiri == "$by_harfbuzz" ]] || exit 1
echo "as described: typesetting 0.3.5 leaves ن and ي of Noto Naskh Arabic unjoined, which HarfBuzz joins"
