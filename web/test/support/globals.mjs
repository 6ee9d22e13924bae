// Pages whose own scripts have replaced, removed or frozen globals of the browser. Monitoring
// scripts, polyfills and hardened pages do that. Each page is a row of the support matrix.
import { bundled, version } from "./apps.mjs";
import { all, words } from "./outcome.mjs";

/**
 * Returns a script that replaces fetch. The argument is JavaScript: a function that makes the
 * answer from the browser's Response.
 *
 * @param {string} answer
 */
const fetching = (answer) => `
const { fetch } = globalThis;
const answer = ${answer};
globalThis.fetch = async (...request) => answer(await fetch(...request));`;

const plain = fetching(`(response) => ({
	ok: response.ok,
	status: response.status,
	text: () => response.text(),
	json: () => response.json(),
	arrayBuffer: () => response.arrayBuffer(),
})`);

const otherType = fetching(`async (response) => new Response(await response.arrayBuffer(), {
	status: response.status,
	headers: { "Content-Type": "application/octet-stream" },
})`);

const frozen = `
const names = ["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "Promise", "RegExp", "Date",
	"Error", "TypeError", "Map", "Set", "WeakMap", "WeakSet", "ArrayBuffer", "DataView", "Uint8Array", "URL",
	"URLSearchParams", "Event", "CustomEvent", "EventTarget", "Node", "Element", "HTMLElement", "ShadowRoot"];
for (const name of names) Object.freeze(globalThis[name].prototype);`;

/** A script that removes what browsers of 2023 do not have. */
const of2023 = `
delete AbortSignal.any;
delete WebAssembly.compileStreaming;
delete Promise.withResolvers;
delete globalThis.scheduler;
delete globalThis.requestIdleCallback;
delete globalThis.navigation;
delete globalThis.ClipboardItem;
Object.defineProperty(CSS, "highlights", { value: undefined });`;

/** Returns a function that bundles a program in web/test/apps/globals, which wraps or replaces fetch. */
const real = (name) => () => bundled(`globals/${name}.js`, { format: "iife" });

const opentelemetry = `OpenTelemetry's instrumentation-fetch ${version("@opentelemetry/instrumentation-fetch")}`;

/**
 * The pages: the name, the script (or a function that returns it), and the expected
 * outcomes.
 *
 * @type {[name: string, script: string | (() => Promise<string>), expect: Record<string, string>][]}
 */
const scripts = [
	[`${opentelemetry}`, real("opentelemetry"), all],
	// Before the browser sends such a header to another origin, it asks the endpoint for
	// permission (CORS). The endpoint gives none, so the script cannot load the
	// transcript.
	[`${opentelemetry}, which sends its header to every origin`, real("tracedeverywhere"), words],
	[`\`fetch\` of whatwg-fetch ${version("whatwg-fetch")}`, real("whatwgfetch"), all],
	["`fetch` replaced: answers are plain objects", plain, all],
	["`fetch` replaced: answers have another type", otherType, all],
	["`fetch` replaced: it throws", "globalThis.fetch = () => { throw new Error('refused') };", words],
	["Prototypes frozen", frozen, all],
	["Browser of 2023", of2023, all],
];

/**
 * The rows of the support matrix for these pages.
 *
 * @param {(snippets: Record<string, string>, parts: {head: string}) => string} article
 * @returns {import("./environments.mjs").Environment[]}
 */
export const globals = (article) =>
	scripts.map(([name, script, expect]) => ({
		name,
		page: async (snippets) => {
			const text = typeof script === "string" ? script : await script();
			return article(snippets, { head: `<script>{${text.replaceAll("</script", "<\\/script")}}</script>` });
		},
		expect: { ...expect, iframe: "interactive" },
	}));
