// Tests that an element without a text of its own shows the conversation by itself. Nothing
// in it can be touched, so it must not wait for a touch. An element with a text of its own
// still waits, because the text below it must not move.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { eachEngine, id } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

/**
 * The elements to test. The key describes the element. The value is a function that gets
 * the attribute src, and returns the HTML of the element.
 *
 * @type {Record<string, (src: string) => string>}
 */
const elements = {
	"empty, after a video": (src) => `<video id="v"></video><quote-timeline for="v" ${src}></quote-timeline>`,
	"empty, in a paragraph": (src) => `<p>The interview: <quote-timeline ${src}></quote-timeline></p>`,
	"with a space that does not break": (src) => `<quote-timeline ${src}>&nbsp;</quote-timeline>`,
	"with a reserved height": (src) =>
		`<quote-timeline style="display:block;min-height:120px" ${src}></quote-timeline>`,
	"that says that it loads": (src) => `<quote-timeline ${src}><p>Loading…</p></quote-timeline>`,
	"with only a link": (src) =>
		`<quote-timeline ${src}><p><a href="/t/x">Why were you fired? And why did you come back?: full transcript</a></p></quote-timeline>`,
	"with hidden words": (src) =>
		`<quote-timeline ${src}><noscript>${"This interview needs JavaScript. ".repeat(4)}</noscript></quote-timeline>`,
};

const page = (content, { origin }) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,"><p>Before.</p>${content}<p>${"The article goes on here. ".repeat(30)}</p>
<script type="module" async src="${origin}/quote-timeline.js"></script>`;

const shown = () => Boolean(document.querySelector("quote-timeline").shadowRoot);

eachEngine("Appearing", (fixture) => {
	for (const [name, element] of Object.entries(elements)) {
		test(`an element ${name} appears by itself`, async () => {
			await fixture.visit({}, async (view, endpoint) => {
				const src = `src="${endpoint.origin}/v1/transcripts/${id}"`;
				await view.goto(fixture.publish(page(element(src), endpoint)));
				await until(() => view.run(live), "the program runs");
			});
		});
	}

	test("an element with a text of its own waits while the reader sees the text below it", async () => {
		await fixture.visit({ height: 3000 }, async (view, endpoint) => {
			const src = `src="${endpoint.origin}/v1/transcripts/${id}"`;
			const words = `<p><b>Host:</b> ${fixture.words("script")} ${"and so on, ".repeat(6)}</p>`;
			await view.goto(fixture.publish(page(`<quote-timeline ${src}>${words}</quote-timeline>`, endpoint)));
			await until(() => endpoint.asked.some((path) => path.endsWith(".html")), "the markup is asked for");
			await sleep(500);
			assert.equal(await view.run(shown), false);
			await view.run(() => document.querySelector("quote-timeline").dispatchEvent(new Event("pointerdown")));
			await until(() => view.run(shown), "a touch shows the conversation");
		});
	});
});
