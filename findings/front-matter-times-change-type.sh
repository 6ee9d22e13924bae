#!/usr/bin/env bash
# gray-matter 4.0.3 with js-yaml 3.15.2, the reader of front matter in many site
# generators.
#
# In one list of times some arrive as text and some as numbers: "0:59" stays "0:59",
# "1:00" becomes 60, "9:59" becomes 599, "09:59" stays text. YAML 1.1 reads 1:00 as a
# number of base 60, if the first digit is not 0; YAML 1.2, of 2009, has no such numbers
# (the package yaml 2.9.0 keeps all as text). So a transcript of an interview works in
# its first minute and fails after it: sorting compares text with numbers, and
# start.split(":") throws an error. With quotation marks all are text. Quoteline's own
# files have times as whole milliseconds.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund gray-matter@4.0.3 js-yaml@3.15.2 yaml@2.9.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import matter from "gray-matter";
import { parse } from "yaml";

const times = ["0:05", "0:59", "1:00", "9:59", "09:59", "10:00", "01:02:03", "1:02:03", "1:02:03.5"];
const plain = `starts: [${times.join(", ")}]\n`;
const quoted = `starts: [${times.map((time) => `"${time}"`).join(", ")}]\n`;
const read = (yaml) => matter(`---\n${yaml}---\nOn tides\n`).data.starts;

const seen = { plain: read(plain), quoted: read(quoted), "YAML 1.2": parse(plain).starts };
console.log(seen);
assert.deepEqual(seen.plain, ["0:05", "0:59", 60, 599, "09:59", 600, "01:02:03", 3723, 3723.5]);
assert.deepEqual(seen.quoted, times);
assert.deepEqual(seen["YAML 1.2"], times);
JS
node run.mjs
echo "as described: gray-matter reads 0:59 as text, and 1:00 as the number 60"
