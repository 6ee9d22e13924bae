// The environments (such as a CMS) in which a snippet, the markup that a newsroom pastes,
// may appear, and the faults that may occur there. Each environment lists what the reader
// gets from each kind of snippet: the running widget ("interactive"), only the words
// ("readable"), or a link ("link"). A kind of snippet that no publisher pastes there is not
// listed.
import fs from "node:fs";
import { cms } from "./cms.mjs";
import { frameworks } from "./frameworks.mjs";
import { globals } from "./globals.mjs";
import { all, noFrames, words } from "./outcome.mjs";
import { layouts } from "./parents.mjs";

export const kinds = ["script", "quote", "iframe", "static", "link"];

/** @typedef {import("./sites.mjs").Fault} Fault */
/**
 * A place where a snippet may appear (such as a CMS), and what the reader gets there.
 * "Kind" means the kind of snippet, such as "script" or "quote".
 *
 * @typedef {object} Environment
 * @property {string} name
 * @property {Record<string, string>} expect the outcome by kind
 * @property {Record<string, Record<string, string>>} [in] outcomes that differ in an engine, by
 *   engine and kind
 * @property {(snippets: Record<string, string>) => string | Promise<string>} [page] returns the
 *   newsroom's document
 * @property {Record<string, string>} [headers] of that document; ENDPOINT is replaced by the
 *   endpoint's origin
 * @property {(html: string, kind: string, frame: string) => string} [keep] returns the snippet as
 *   the environment changes it; frame is the frame from the oEmbed answer
 * @property {(path: string) => Fault | undefined} [fault] the fault of the endpoint's answer for a
 *   path
 * @property {string} [awaits] a path of the endpoint: the test waits until its request has failed
 * @property {boolean} [printed] whether the page is prepared for the printer
 * @property {boolean} [saved] whether the page is saved, and opened again without the endpoint
 * @property {boolean} [gone] whether the endpoint is shut down after the page is complete
 */

/**
 * An article that contains the snippets (pasted markup), one of each kind. Each is in a div
 * whose id is the snippet's kind.
 */
const article = (snippets, { doctype = "<!doctype html>", head = "", body = "" } = {}) => `${doctype}
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An article</title><link rel="icon" href="data:,">${head}</head>
<body><article><h1>An article</h1><p>A paragraph before.</p>
${kinds.map((kind) => (snippets[kind] ? `<div id="${kind}">${snippets[kind]}</div>` : "")).join("\n")}${body}
<p>A paragraph after.</p></article></body></html>`;

const hostile = `<style>
* { all: unset !important; font: 60px/3 cursive !important; direction: rtl !important; zoom: 1.5 !important }
header, article, section, footer, ol, li, svg, button { display: none !important }
head, head *, style, script, template { display: none !important }
html, body, article, div, p, blockquote, quote-timeline, iframe, section.quoteline, a { display: block !important }
a { display: inline !important }
</style>`;

/**
 * Scripts that act as a page with another Go program: they define the same global names
 * as Go's wasm_exec.js.
 */
const ownProgram = `<script>
globalThis.Go = class Go { own = true };
globalThis.fs = { own: true };
globalThis.process = { own: true };
globalThis.path = { own: true };
</script>`;

/**
 * A document whose script writes all snippets with document.write. This was usual
 * before browsers loaded scripts asynchronously.
 */
function written(snippets) {
	const parts = kinds.map((kind) => `<div id="${kind}">${snippets[kind]}</div>`).join("\n");
	const text = JSON.stringify(parts).replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--");
	return article({}, { head: `<script>document.write(${text})</script>` });
}

const xhtml = (snippets) =>
	article(snippets, {
		doctype: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">`,
	})
		.replace('<html lang="en">', '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">')
		.replace(/<(meta|link)([^>]*[^/])>/g, "<$1$2/>");

/** Removes all script elements from HTML, which is a snippet or a document inside a frame. */
const withoutScripts = (html) => html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");

const is = (pattern) => (path) => pattern.test(path);
const asset = {
	element: is(/^\/quote-timeline\.js$/),
	style: is(/^\/(assets\/)?(quote-timeline|live)[.\w]*\.css$/),
	fragment: is(/\.html$/),
	data: is(/^\/v1\/transcripts\/[\w-]+$/),
	program: is(/^\/assets\/program\./),
	wasm: is(/\.wasm$/),
	endpoint: is(/^\/(v1|embed)\//),
};
const names = {
	element: "Element's script",
	style: "Style",
	fragment: "Markup",
	data: "Transcript",
	program: "Program",
	wasm: "WebAssembly",
};
const when = (test, what) => (path) => (test(path) ? what : undefined);

const policy = (value) => ({ "Content-Security-Policy": value });
const base =
	"default-src 'none'; img-src data:; style-src 'unsafe-inline' ENDPOINT; connect-src ENDPOINT; frame-src ENDPOINT; ";

/**
 * Reads the Content-Security-Policy that the guide web/embedding/NAME.html recommends,
 * and joins its lines.
 */
function guided(name) {
	const guide = fs.readFileSync(new URL(`../../embedding/${name}.html`, import.meta.url), "utf8");
	const [, lines] = /Content-Security-Policy:\n([^<]*)</.exec(guide);
	return lines.replaceAll("https://edge.example", "ENDPOINT").replace(/\s+/g, " ").trim();
}

/**
 * Environments in which the server works: newsrooms' pages with various restrictions.
 *
 * @type {Environment[]}
 */
const hosts = [
	{ name: "News article", expect: all },
	{ name: "Quirks mode", page: (s) => article(s, { doctype: "" }), expect: all },
	{
		name: "XHTML",
		page: xhtml,
		headers: { "Content-Type": "application/xhtml+xml" },
		expect: { ...all, script: "readable", quote: "readable" },
	},
	{
		name: "`<base href>`",
		page: (s) => article(s, { head: '<base href="https://elsewhere.example/x/">' }),
		expect: all,
	},
	{ name: "document.write", page: written, expect: all },
	{ name: "Hostile style sheet", page: (s) => article(s, { head: hostile }), expect: all },
	{ name: "Go program of the page's own", page: (s) => article(s, { head: ownProgram }), expect: all },
	{
		name: "CSP: the endpoint, `wasm-unsafe-eval`",
		headers: policy(`default-src 'none'; img-src data:; ${guided("own-page")}; ${guided("frame")}`),
		expect: all,
	},
	{ name: "CSP without `wasm-unsafe-eval`", headers: policy(`${base}script-src ENDPOINT`), expect: words },
	{
		name: "CSP without the endpoint",
		headers: policy("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:"),
		expect: noFrames,
	},
	{
		name: "Trusted Types, policy `quoteline` allowed",
		headers: policy("require-trusted-types-for 'script'; trusted-types quoteline"),
		expect: all,
	},
	{
		name: "Trusted Types, other policies alone",
		headers: policy("require-trusted-types-for 'script'; trusted-types own"),
		expect: words,
	},
	{
		name: "Frame sandboxed to scripts alone",
		keep: (html) => html.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"'),
		expect: { iframe: "interactive" },
	},
	{
		// The frame is served with the policy "frame-ancestors *". By CSP level 3,
		// section 6.4.2.2, "*" does not match a page with an opaque origin, such as this
		// sandboxed article. Firefox shows the frame nevertheless.
		name: "Article sandboxed to scripts alone",
		headers: policy("sandbox allow-scripts"),
		expect: all,
		in: { Chromium: { iframe: "link" }, WebKitGTK: { iframe: "link" } },
	},
	{
		name: "Data saver",
		page: (s) =>
			article(s, {
				head: "<script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>",
			}),
		expect: { ...words, iframe: "interactive" },
	},
];

/**
 * Environments in which something fails (such as scripts or the server) or is late, and
 * pages that are printed or saved.
 *
 * @type {Environment[]}
 */
const faults = [
	{
		name: "Scripts removed (blocker, archive)",
		keep: withoutScripts,
		fault: when(is(/^\/embed\//), withoutScripts),
		expect: { ...words, iframe: "readable" },
	},
	{
		name: "Element's script fails",
		fault: when(asset.element, "cut"),
		awaits: "/quote-timeline.js",
		expect: { ...words, iframe: "readable" },
	},
	{ name: "Style fails", fault: when(asset.style, "cut"), expect: { ...words, iframe: "readable" } },
	{ name: "Markup fails", fault: when(asset.fragment, "cut"), expect: words },
	{ name: "Transcript fails", fault: when(asset.data, "cut"), expect: { ...words, iframe: "readable" } },
	{ name: "Program fails", fault: when(asset.program, "cut"), expect: { ...words, iframe: "readable" } },
	{
		name: "Half of the WebAssembly",
		fault: when(asset.wasm, "half"),
		expect: { ...words, iframe: "readable" },
	},
	{
		name: "WebAssembly is a page to log in",
		fault: when(asset.wasm, { status: 200, body: "<p>Log in</p>" }),
		expect: { ...words, iframe: "readable" },
	},
	{ name: "Endpoint answers 500", fault: when(asset.endpoint, { status: 500, body: "" }), expect: noFrames },
	{
		name: "Endpoint answers 429",
		fault: when(asset.endpoint, { status: 429, body: "Slow down" }),
		expect: noFrames,
	},
	{
		name: "Endpoint answers garbage",
		fault: when(asset.endpoint, { status: 200, body: "\u0000<p>{" }),
		expect: noFrames,
	},
	{
		name: "Endpoint sends half a body",
		fault: when(asset.endpoint, "half"),
		expect: { ...words, iframe: "readable" },
	},
	{ name: "Endpoint never answers", fault: when(asset.endpoint, "hang"), expect: noFrames },
	...["element", "style", "fragment", "data", "program", "wasm"].map((resource) => ({
		name: `${names[resource]} never comes`,
		fault: when(asset[resource], "hang"),
		// If the style sheet never comes, a browser shows nothing of the document in the
		// frame. The reader then gets the link that is next to the frame.
		expect: { ...words, iframe: { style: "link", fragment: "interactive" }[resource] ?? "readable" },
	})),
	{ name: "Everything comes late", fault: () => 250, expect: all },
	{ name: "Offline after the first load", gone: true, expect: all },
	{ name: "On paper", printed: true, expect: { ...words, iframe: "readable" } },
	{ name: "Saved page", saved: true, expect: noFrames },
];

export const environments = [
	...hosts,
	...layouts,
	...frameworks(article),
	...globals(article),
	...faults,
	...cms,
].map((environment) => ({ page: article, ...environment }));
