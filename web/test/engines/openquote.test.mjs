// Tests a click on the link of a single quote while the script after.js is still on its
// way. The element then opens the whole conversation, and the page stays.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";

/** Runs in the page: clicks the quote's link. */
const click = () => document.querySelector("quote-timeline a").click();

/** Runs in the page. Returns whether the element shows the whole conversation. */
const opened = () => Boolean(document.querySelector("quote-timeline").shadowRoot?.querySelector(".ql"));

/** Returns a function for the endpoint that gives requests for after.js this fault. */
const late = (fault) => (path) => (/\/after\.[^/]*\.js$/.test(path) ? fault : undefined);

eachEngine("A click on a single quote", (fixture) => {
	/** Opens a page with the quote, waits until the element is defined, and clicks twice. */
	const clicked = (fault, act) =>
		fixture.visit({ fault: late(fault) }, async (view, endpoint) => {
			await view.goto(fixture.publish(article(fixture.snippets(endpoint).quote)));
			await until(() => view.run(() => !!customElements.get("quote-timeline")), "the script runs");
			await view.run(click);
			await act(view);
			assert.ok(endpoint.failed.length > 0, "after.js was asked for");
		});

	test("opens the conversation even if after.js arrives late", () =>
		clicked(1000, async (view) => {
			const address = await view.run(() => location.href);
			await view.run(click);
			await until(() => view.run(opened), "the conversation is open");
			assert.equal(await view.run(() => location.href), address);
		}));

	test("opens the link if after.js cannot be loaded", () =>
		clicked("cut", async (view) => {
			const left = () => view.run(() => location.pathname.startsWith("/t/"));
			await until(() => left().catch(() => false), "the transcript's page is open");
		}));
});
