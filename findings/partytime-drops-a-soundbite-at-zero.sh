#!/usr/bin/env bash
# podcast-partytime 5.0.0, a reader of podcast feeds that knows the podcast namespace.
#
# A <podcast:soundbite> marks a passage worth quoting by its start and its length in
# seconds. One that starts at 0, such as the opening words of an episode, is dropped
# without a warning; at 0.5 it is kept. The namespace requires the attribute startTime
# and gives no lower limit. Quoteline writes a start of 0 into its files like any other.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund podcast-partytime@5.0.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { parseFeed } from "podcast-partytime";

const feed = (start) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel><title>On tides</title><link>https://news.example/</link><description>Talks</description>
<item><title>The gauge</title><guid>1</guid><pubDate>Mon, 30 Nov 2026 10:00:00 GMT</pubDate>
<enclosure url="https://news.example/1.mp3" length="1000" type="audio/mpeg"/>
<podcast:soundbite startTime="${start}" duration="30.0">No one asked me</podcast:soundbite>
<podcast:soundbite startTime="73.0" duration="60.0">The heron on the gauge</podcast:soundbite>
</item></channel></rss>`;

const seen = {};
for (const start of ["0", "0.0", "0.5"]) {
	const [episode] = parseFeed(feed(start)).items;
	seen[`start ${start}`] = episode.podcastSoundbites.map((bite) => bite.title);
}
console.log(seen);
const later = ["The heron on the gauge"];
assert.deepEqual(seen, { "start 0": later, "start 0.0": later, "start 0.5": ["No one asked me", ...later] });
JS
node run.mjs
echo "as described: podcast-partytime 5.0.0 drops a soundbite that starts at 0"
