#!/usr/bin/env bash
# workerd 1.20261117.1: HTMLRewriter, with which a Worker reads and changes a page.
#
# getAttribute gives the source of an attribute, not its value. A page has to write "&" in
# an address as "&amp;" (HTML standard, section 13.1.2.3), and of
# cite="https://edge.example/t?id=1&amp;q=2" the Worker gets "…?id=1&amp;q=2". A request for
# that address has the parameter "amp;q" instead of "q". The text of an element has its
# references too, so "5 &lt; 6" is eight characters. A selector such as [title="Q&A"]
# finds nothing. The documentation calls it the value of the attribute. Quoteline's
# Worker does not use HTMLRewriter.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund workerd@1.20261117.1 jsdom@29.1.1 || exit 2

cat >page.html <<'HTML'
<blockquote cite="https://edge.example/t?id=1&amp;q=2" title="Q&amp;A">5 &lt; 6</blockquote>
HTML
cat >worker.mjs <<'JS'
import page from "page.html";

export default {
	async test() {
		const seen = { text: "", found: 0 };
		await new HTMLRewriter()
			.on("blockquote", {
				element: (quote) => Object.assign(seen, { cite: quote.getAttribute("cite"), title: quote.getAttribute("title") }),
				text: (chunk) => void (seen.text += chunk.text),
			})
			.on('[title="Q&A"]', { element: () => void seen.found++ })
			.transform(new Response(page))
			.text();
		console.log(`seen ${JSON.stringify(seen)}`);
	},
};
JS
cat >config.capnp <<'CAPNP'
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
	modules = [(name = "worker.mjs", esModule = embed "worker.mjs"), (name = "page.html", text = embed "page.html")],
	compatibilityDate = "2025-11-01"))]);
CAPNP
node_modules/.bin/workerd test config.capnp >out 2>err || { cat err >&2; exit 2; }

cat >compare.mjs <<'JS'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const worker = JSON.parse(readFileSync("out", "utf8").match(/(?<=seen )\{.*\}/)[0]);
const quote = new JSDOM(readFileSync("page.html", "utf8")).window.document.querySelector("blockquote");
const document = { cite: quote.getAttribute("cite"), title: quote.title, text: quote.textContent };
console.log({ worker, document, parameters: [...new URL(worker.cite).searchParams.keys()] });
assert.deepEqual(document, { cite: "https://edge.example/t?id=1&q=2", title: "Q&A", text: "5 < 6" });
assert.deepEqual(worker, { text: "5 &lt; 6", found: 0, cite: "https://edge.example/t?id=1&amp;q=2", title: "Q&amp;A" });
JS
node compare.mjs
echo "as described: getAttribute of HTMLRewriter gives \"&amp;\" for \"&\""
