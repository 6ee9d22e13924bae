#!/usr/bin/env bash
# workerd 1.20261117.1: HTMLRewriter, with which a Worker changes a page on its way.
# html-minifier-terser 7.2.0 writes the pages: once as they are, once without the end
# tags that are optional.
#
# The HTML standard (section 13.1.2.4) lets a page leave out </p>, </dt>, </dd> and
# </li>, and both pages are the same document to every browser. To HTMLRewriter they
# are not. Without </dt> the text of a question includes its answer, and "dl > dd"
# finds no answer. remove() of one note also removes all turns after it, without an
# error. Quoteline writes every end tag, and its Worker does not use HTMLRewriter.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund workerd@1.20261117.1 html-minifier-terser@7.2.0 || exit 2

cat >minify.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { minify } from "html-minifier-terser";

const list = "<dl><dt>Did the council ask?</dt><dd>No.</dd><dt>Would you have said?</dt><dd>Yes.</dd></dl>";
const turns = '<div><p class="note">Advertisement</p><p>Host: Did the council ask?</p><p>Ruth: No.</p></div><p>Condensed for length.</p>';
const short = (html) => minify(html, { removeOptionalTags: true });
const pages = { whole: { list, turns }, short: { list: await short(list), turns: await short(turns) } };
writeFileSync("pages.json", JSON.stringify(pages));
JS
node minify.mjs

cat >worker.mjs <<'JS'
import pages from "pages.json";

const rewrite = (html, selector, handlers) => new HTMLRewriter().on(selector, handlers).transform(new Response(html)).text();

async function textsOf(html, selector) {
	const texts = [];
	await rewrite(html, selector, {
		element: () => void texts.push(""),
		text: (chunk) => void (texts[texts.length - 1] += chunk.text),
	});
	return texts;
}

export default {
	async test() {
		for (const [form, { list, turns }] of Object.entries(pages)) {
			const seen = {
				questions: await textsOf(list, "dt"),
				answers: await textsOf(list, "dl > dd"),
				"without the note": await rewrite(turns, "p.note", { element: (note) => void note.remove() }),
			};
			console.log(`seen ${JSON.stringify({ form, ...seen })}`);
		}
	},
};
JS
cat >config.capnp <<'CAPNP'
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
	modules = [(name = "worker.mjs", esModule = embed "worker.mjs"), (name = "pages.json", json = embed "pages.json")],
	compatibilityDate = "2025-11-01"))]);
CAPNP
node_modules/.bin/workerd test config.capnp >out 2>err || { cat err >&2; exit 2; }

cat >compare.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const lines = readFileSync("out", "utf8").match(/(?<=^.*seen )\{.*\}$/gm);
const [whole, short] = lines.map((line) => JSON.parse(line));
console.log(whole, short);
assert.deepEqual(whole.questions, ["Did the council ask?", "Would you have said?"]);
assert.deepEqual(whole.answers, ["No.", "Yes."]);
assert.match(whole["without the note"], /Ruth: No\./);
assert.deepEqual(short.questions, ["Did the council ask?No.", "Would you have said?Yes."]);
assert.deepEqual(short.answers, []);
assert.doesNotMatch(short["without the note"], /Host|Ruth|Advertisement/);
assert.match(short["without the note"], /Condensed for length/);
JS
node compare.mjs
echo "as described: where end tags are left out, HTMLRewriter takes answers for questions and removes turns"
