// Tests clicks on links while the script after.js, which follows them, is still on its way.
// The page stays, and the link is followed when the script has come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";

/** Runs in the page: clicks the quote's link. */
const clickQuote = () => document.querySelector("quote-timeline a").click();

/** Runs in the page: clicks the number of turn 9. */
const clickNumber = () =>
	document.querySelector("quote-timeline").shadowRoot.querySelector('.num[data-n="9"]').click();

/** Runs in the page. Returns whether the element shows the whole conversation. */
const opened = () => Boolean(document.querySelector("quote-timeline").shadowRoot?.querySelector(".ql"));

/** Runs in the page. Returns the number of the linked turn, or undefined. */
const linked = () =>
	document.querySelector("quote-timeline").shadowRoot?.querySelector(".linked")?.parentElement.value;

/**
 * Returns a function that chooses the fault of each answer of the test server. The answer
 * for after.js has the given fault. The WebAssembly program never arrives, because it would
 * follow links itself.
 */
const late = (fault) => (path) =>
	/\/after\.[^/]*\.js$/.test(path) ? fault : path.endsWith(".wasm") ? "cut" : undefined;

eachEngine("A click before after.js", (fixture) => {
	/**
	 * Opens a page with a snippet (markup that newsrooms paste). Waits until the function
	 * ready, which runs in the page, returns true. Then calls act.
	 */
	const visit = (kind, fault, ready, act) =>
		fixture.visit({ fault: late(fault) }, async (view, endpoint) => {
			await view.goto(`${fixture.publish(article(fixture.snippets(endpoint)[kind]))}#/story`);
			await until(() => view.run(ready), "the script runs");
			await act(view);
			assert.ok(
				endpoint.failed.some((path) => path.includes("after")),
				"after.js was asked for",
			);
		});

	const defined = () => !!customElements.get("quote-timeline");
	const left = (view) =>
		until(
			() => view.run(() => location.pathname.startsWith("/t/")).catch(() => false),
			"the transcript's page is open",
		);

	test("opens the conversation of a single quote even if after.js arrives late", () =>
		visit("quote", 1000, defined, async (view) => {
			const address = await view.run(() => location.href);
			await view.run(clickQuote);
			await view.run(clickQuote);
			await until(() => view.run(opened), "the conversation is open");
			assert.equal(await view.run(() => location.href), address);
		}));

	test("opens the link of a single quote if after.js cannot be loaded", () =>
		visit("quote", "cut", defined, async (view) => {
			await view.run(clickQuote);
			await left(view);
		}));

	test("goes to a turn even if after.js arrives late", () =>
		visit("script", 1000, opened, async (view) => {
			await view.run(clickNumber);
			await until(async () => (await view.run(linked)) === 9, "the turn is linked");
			assert.match(await view.run(() => location.hash), /^#\/story\?q=\w+$/);
		}));

	test("opens the link of a turn if after.js cannot be loaded", () =>
		visit("script", "cut", opened, async (view) => {
			await view.run(clickNumber);
			await until(
				() => view.run(() => !location.hash.includes("/story")).catch(() => false),
				"the link is open",
			);
		}));
});
