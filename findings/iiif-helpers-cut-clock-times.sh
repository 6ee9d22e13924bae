#!/usr/bin/env bash
# @iiif/helpers 1.6.1, which resolves the selectors of IIIF annotations, such as the
# passages of a recorded interview in an archive's viewer.
#
# A fragment may write its time as a clock: W3C Media Fragments, section 4.2.1, has
# "t=0:02:00,0:02:30" and "t=npt:1:02:03.5,1:02:10". Of each part the helper reads the
# digits up to the first colon as seconds, so a passage that begins in minute 2 begins at
# 0, one that begins after an hour begins at second 1, and the end is lost. Plain
# seconds are right, also with "npt:". Quoteline's links to media write seconds.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @iiif/helpers@1.6.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { parseSelector } from "@iiif/helpers";

function timeOf(value) {
	const { startTime, endTime } = parseSelector({ type: "FragmentSelector", value }).selector.temporal;
	return `${startTime} to ${endTime}`;
}

const seen = {};
for (const value of ["t=120,150", "t=npt:120.5,150", "t=0:02:00,0:02:30", "t=02:00,02:30", "t=npt:1:02:03.5,1:02:10"]) {
	seen[value] = timeOf(value);
}
console.log(seen);
assert.deepEqual(seen, {
	"t=120,150": "120 to 150",
	"t=npt:120.5,150": "120.5 to 150",
	"t=0:02:00,0:02:30": "0 to undefined",
	"t=02:00,02:30": "2 to undefined",
	"t=npt:1:02:03.5,1:02:10": "1 to undefined",
});
JS
node run.mjs
echo "as described: @iiif/helpers 1.6.1 reads 0:02:00 as second 0"
