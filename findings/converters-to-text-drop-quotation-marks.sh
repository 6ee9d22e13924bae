#!/usr/bin/env bash
# Five converters of HTML to text or Markdown: html-to-text 10.0.1, turndown 7.2.5,
# node-html-markdown 2.0.0, @clearfeed-ai/html-to-mrkdwn-ts 3.0.0 and hast-util-to-text
# 4.0.3.
#
# A page marks a quotation within a sentence with <q>, and the browser adds the quotation
# marks (HTML standard, section 4.5.7). All five keep the words and drop the marks, so
# "She asked <q>Will you lie for us?</q>" becomes a question that the speaker herself
# asks. rehype-remark 10.0.1 writes the marks. Quoteline reads <q> as quotation marks,
# and writes those of a transcript as characters.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1 turndown@7.2.5 node-html-markdown@2.0.0 @clearfeed-ai/html-to-mrkdwn-ts@3.0.0 hast-util-from-html@2.0.3 hast-util-to-text@4.0.3 rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 unified@11.0.5 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const require = createRequire(import.meta.url);
const html = "<p>Ruth: She asked me. <q>Will you lie for us?</q> I said <q>never</q> and left.</p>";
const mrkdwn = require("@clearfeed-ai/html-to-mrkdwn-ts");
const seen = {
	"html-to-text": require("html-to-text").convert(html, { wordwrap: false }),
	turndown: new (require("turndown"))().turndown(html),
	"node-html-markdown": require("node-html-markdown").NodeHtmlMarkdown.translate(html),
	mrkdwn: (mrkdwn.htmlToMrkdwn ?? mrkdwn.default)(html).text,
	"hast-util-to-text": toText(fromHtml(html, { fragment: true })),
};
const marked = await unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify).process(html);
console.log(seen, String(marked));
for (const text of Object.values(seen)) {
	assert.equal(text.trim(), "Ruth: She asked me. Will you lie for us? I said never and left.");
}
assert.equal(String(marked).trim(), 'Ruth: She asked me. "Will you lie for us?" I said "never" and left.');
JS
node run.mjs 2>/dev/null
echo 'as described: five converters of HTML to text keep the words of <q> and drop its quotation marks'
