#!/usr/bin/env bash
# react-oembed-container 1.0.1, which adds the scripts of an embed to a page in React.
#
# A script that React puts into a page as HTML does not run, so the container adds it
# again: by its address alone. type="module" is lost, with integrity and crossorigin. The
# browser then reads a module as a classic script, and its first "import" or "export" is
# a syntax error. So the page shows the quotation without the widget.
# dangerously-set-html-content 1.1.0 keeps the attributes. Quoteline has /classic.js for
# such places: a classic script that loads the module.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --legacy-peer-deps react@18.3.1 react-dom@18.3.1 react-oembed-container@1.0.1 dangerously-set-html-content@1.1.0 jsdom@29.1.1 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";

const require = createRequire(import.meta.url);
const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
globalThis.navigator ??= window.navigator;
const React = require("react");
const { createRoot } = require("react-dom/client");
const markup = '<blockquote>They never asked.</blockquote><script type="module" src="https://edge.example/embed.js" crossorigin="anonymous"></script>';
const part = (name) => require(name).default ?? require(name);

async function scripts(element) {
	const home = document.body.appendChild(document.createElement("div"));
	const root = createRoot(home);
	const before = [...document.querySelectorAll("script")];
	await React.act(async () => root.render(element));
	const added = [...document.querySelectorAll("script")].filter((script) => !before.includes(script));
	return added.map((script) => script.outerHTML);
}
const inside = React.createElement("div", { dangerouslySetInnerHTML: { __html: markup } });
const container = await scripts(React.createElement(part("react-oembed-container"), { markup }, inside));
const other = await scripts(React.createElement(part("dangerously-set-html-content"), { html: markup }));
console.log({ container, other });
assert.ok(container.includes('<script src="https://edge.example/embed.js"></script>'));
assert.ok(other.every((script) => script.includes('type="module"')));
JS
node run.mjs 2>/dev/null
echo 'as described: react-oembed-container 1.0.1 adds a module as a classic script'
