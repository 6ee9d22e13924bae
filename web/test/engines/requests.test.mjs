// Tests which hosts the reader's browser sends requests to, and that nothing is stored
// in the browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article } from "../support/article.mjs";
import { kinds } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

/**
 * Runs in the page or in a frame. Returns how much the document's origin has stored,
 * for each kind of storage.
 */
const stored = async () => ({
	cookies: document.cookie,
	local: localStorage.length,
	session: sessionStorage.length,
	databases: (await indexedDB.databases()).length,
	caches: (await globalThis.caches?.keys())?.length ?? 0, // caches exists only in secure contexts
	workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
});
const nothing = { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

/**
 * Runs in the page or in a frame. Uses the widget as a reader does: searches, filters
 * by speaker, follows a quote's link, and opens the menu.
 */
function use() {
	const { shadowRoot } = document.querySelector("quote-timeline");
	const find = (selector) => shadowRoot.querySelector(selector);
	const search = find(".search input");
	search.value = "board";
	search.dispatchEvent(new InputEvent("input", { bubbles: true }));
	find(".chips [data-act=speaker][data-lane='1']").click();
	find(".num[data-n='22']").click();
	find("[data-act=cite]").click();
}

eachEngine("Requests and storage", (fixture) => {
	for (const kind of kinds) {
		test(`only the endpoint is asked for a snippet, and nothing is stored: ${kind}`, async () => {
			await fixture.visit({}, async (view, endpoint) => {
				await view.goto(fixture.publish(article(fixture.snippets(endpoint)[kind])));
				const run = kind === "iframe" ? view.runIn.bind(view, "iframe") : view.run.bind(view);
				if (kind === "quote") {
					await until(() => view.run(() => !!customElements.get("quote-timeline")), "the script runs");
					await view.run(() => document.querySelector("quote-timeline a").click());
				}
				if (["script", "quote", "iframe"].includes(kind)) {
					await until(() => run(live), "the program runs");
					await run(use);
					await until(
						() => endpoint.asked.some((path) => path.endsWith(".wasm")),
						"WebAssembly is asked for",
					);
				}
				const hosts = new Set(view.asked().map((url) => new URL(url).origin));
				hosts.delete("null"); // the "origin" of data: URLs, which send no request
				const others = ["static", "link"].includes(kind) ? [] : [endpoint.origin];
				assert.deepEqual([...hosts].sort(), [fixture.newsroom.origin, ...others].sort());
				assert.deepEqual(await view.cookies(), []);
				assert.deepEqual(await view.run(stored), nothing);
				if (kind === "iframe") assert.deepEqual(await run(stored), nothing);
			});
		});
	}
});
