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

/**
 * Features that a browser may lack, and for each a function that removes it from the page.
 * If any of them is missing, the words are readable, but nothing is interactive.
 */
export const missing = {
	WebAssembly: () => delete globalThis.WebAssembly,
	"CSSStyleSheet()": () => {
		globalThis.CSSStyleSheet = class {
			constructor() {
				throw new TypeError("Illegal constructor");
			}
		};
	},
	IntersectionObserver: () => delete globalThis.IntersectionObserver,
	"attachShadow()": () => delete Element.prototype.attachShadow,
	"custom elements": () => delete globalThis.customElements,
};

/**
 * Returns a function that bundles a program in web/test/apps/globals. The program wraps or
 * replaces fetch.
 */
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
	// Before the browser sends OpenTelemetry's header to another origin, it asks the
	// endpoint for permission (CORS). The endpoint gives none, so the element's script
	// cannot load the transcript.
	[`${opentelemetry}, which sends its header to every origin`, real("tracedeverywhere"), words],
	[`\`fetch\` of whatwg-fetch ${version("whatwg-fetch")}`, real("whatwgfetch"), all],
	["`fetch` replaced: answers are plain objects", plain, all],
	["`fetch` replaced: answers have another type", otherType, all],
	["`fetch` replaced: it throws", "globalThis.fetch = () => { throw new Error('refused') };", words],
	["Prototypes frozen", frozen, all],
	["Browser of 2023", of2023, all],
];

/** Returns a script element that runs the script in a block of its own. */
const element = (script) => `<script>{${script.replaceAll("</script", "<\\/script")}}</script>`;

/**
 * The rows of the support matrix for browsers that lack a feature. The feature is removed
 * only from the page, and a frame would still have it. So these rows have no frame.
 *
 * @returns {import("./environments.mjs").Environment[]}
 */
const lacking = (article) => {
	const { iframe, ...expect } = words;
	return Object.entries(missing).map(([name, remove]) => ({
		name: `Browser without ${name.includes(" ") ? name : `\`${name}\``}`,
		page: (snippets) => article(snippets, { head: element(`(${remove})()`) }),
		expect,
	}));
};

/**
 * The rows of the support matrix for these pages.
 *
 * @param {(snippets: Record<string, string>, parts: {head: string}) => string} article
 * @returns {import("./environments.mjs").Environment[]}
 */
export const globals = (article) => [
	...scripts.map(([name, script, expect]) => ({
		name,
		page: async (snippets) =>
			article(snippets, { head: element(typeof script === "string" ? script : await script()) }),
		expect: { ...expect, iframe: "interactive" },
	})),
	...lacking(article),
];
