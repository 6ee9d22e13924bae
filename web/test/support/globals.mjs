// Pages whose own scripts have replaced, removed or frozen globals of the browser. Monitoring
// scripts, polyfills and hardened pages do that. Each page is a row of the support matrix.
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

const proxied = fetching(`(response) => new Proxy(response, {
	get(target, name) {
		const value = target[name];
		return typeof value === "function" ? value.bind(target) : value;
	},
})`);

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

/** A fetch on top of XMLHttpRequest, as polyfills have it. Its promise has only the method then. */
const polyfilled = `
globalThis.Response = class {
	constructor(request) {
		this.ok = request.status >= 200 && request.status < 300;
		this.status = request.status;
		this.url = request.responseURL;
		this.blob = request.response;
	}
	text() { return this.blob.text(); }
	arrayBuffer() { return this.blob.arrayBuffer(); }
	async json() { return JSON.parse(await this.blob.text()); }
};
globalThis.fetch = (url) => ({
	then(resolve, reject) {
		const request = new XMLHttpRequest();
		request.open("GET", url);
		request.responseType = "blob";
		request.onload = () => resolve(new Response(request));
		request.onerror = () => reject(new TypeError("Network request failed"));
		request.send();
	},
});`;

const frozen = `
const names = ["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "Promise", "RegExp", "Date",
	"Error", "TypeError", "Map", "Set", "WeakMap", "WeakSet", "ArrayBuffer", "DataView", "Uint8Array", "URL",
	"URLSearchParams", "Event", "CustomEvent", "EventTarget", "Node", "Element", "HTMLElement", "ShadowRoot"];
for (const name of names) Object.freeze(globalThis[name].prototype);`;

/** What browsers of 2023 do not have. */
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
 * The pages, by name: their script, and the outcomes.
 *
 * @type {[name: string, script: string, expect: Record<string, string>][]}
 */
const scripts = [
	["`fetch` replaced: answers are proxies", proxied, all],
	["`fetch` replaced: answers are plain objects", plain, all],
	["`fetch` replaced: answers have another type", otherType, all],
	["`fetch` replaced by a polyfill", polyfilled, all],
	["`fetch` replaced: it throws", "globalThis.fetch = () => { throw new Error('refused') };", words],
	["Prototypes frozen", frozen, all],
	["Browser of 2023", of2023, all],
];

/**
 * The environments of this file.
 *
 * @param {(snippets: Record<string, string>, parts: {head: string}) => string} article
 * @returns {import("./environments.mjs").Environment[]}
 */
export const globals = (article) =>
	scripts.map(([name, script, expect]) => ({
		name,
		page: (snippets) => article(snippets, { head: `<script>{${script}}</script>` }),
		expect: { ...expect, iframe: "interactive" },
	}));
