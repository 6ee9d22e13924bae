#!/usr/bin/env bash
# slackify-markdown 5.0.0, which turns Markdown into the markup of Slack's messages.
#
# Many transcripts have the name in a line and the words in the next one, with two
# spaces at the end of the name or a backslash: a line break in CommonMark (section
# 6.7). Both arrive in Slack as a backslash after the name, "*Ruth:*\", since Slack's
# markup has no such escape and shows it. A plain line feed would be the break.
# Quoteline's own text has a line feed and nothing else there.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund slackify-markdown@5.0.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { slackifyMarkdown } from "slackify-markdown";

const forms = {
	"two spaces": "Ruth:  \nNo one asked me.\n",
	backslash: "Ruth:\\\nNo one asked me.\n",
	"line feed": "Ruth:\nNo one asked me.\n",
	quotation: "> No one asked me.  \n> Ruth Example\n",
};
const seen = Object.fromEntries(Object.entries(forms).map(([form, text]) => [form, slackifyMarkdown(text).trim()]));
console.log(seen);
assert.deepEqual(seen, {
	"two spaces": "Ruth:\\\nNo one asked me.",
	backslash: "Ruth:\\\nNo one asked me.",
	"line feed": "Ruth:\nNo one asked me.",
	quotation: "> No one asked me.\\\n> Ruth Example",
});
JS
node run.mjs
echo "as described: slackify-markdown 5.0.0 writes a backslash for a line break"
