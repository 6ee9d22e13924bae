#!/usr/bin/env bash
# espeak-ng 1.0.2, a build of eSpeak NG 1.52-dev: the voice of many screen readers.
#
# Transcripts of parliaments and courts name people as "Mr. Lee", "Mrs. Lee" and "Ms.
# Lee". The voice says "mister" and "missis", but spells "Ms." as the letters M, S, in
# American and in British English, with or without the point, in capitals as well. "Dr.",
# "Prof." and "St." are words too; "Mx." and "Lt." are spelled like "Ms.". So in a
# dialogue of a man and a woman, only her name is announced by letters. Quoteline shows a
# name as the transcript has it; in the studio an editor can write the name without it.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund espeak-ng@1.0.2 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import start from "espeak-ng";

// Returns how the voice pronounces the text: one string for each word, in the letters of
// the International Phonetic Alphabet.
async function said(voice, text) {
	const quiet = { print() {}, printErr() {} };
	const espeak = await start({ ...quiet, arguments: ["--phonout", "said", "-q", "--ipa", "-v", voice, text] });
	return espeak.FS.readFile("said", { encoding: "utf8" }).trim().split(/\s+/);
}

for (const voice of ["en-us", "en-gb"]) {
	const titles = {};
	for (const title of ["Mr.", "Mrs.", "Miss", "Dr.", "Ms.", "Ms", "MS.", "Mx.", "Lt."]) {
		[titles[title]] = await said(voice, `${title} Lee`);
	}
	console.log(voice, titles);
	assert.match(titles["Mr."], /^mˈɪst/);
	assert.equal(titles["Mrs."], "mˈɪsɪz");
	assert.match(titles["Dr."], /^d.*kt/);
	for (const title of ["Ms.", "Ms", "MS."]) assert.equal(titles[title], "ˌɛmˈɛs");
	assert.equal(titles["Mx."], "ˌɛmˈɛks");
	assert.equal(titles["Lt."], "ˌɛltˈiː");
}
JS
node run.mjs 2>err || { cat err >&2; exit 1; }
echo "as described: eSpeak NG says \"mister\" for Mr. and the letters M, S for Ms."
