// Tests that the element, and the frame, are as wide as a paragraph in the same parent
// element would be, for many kinds of parents. The tests measure twice: first the
// server's markup, then the whole conversation that a click on a quote's link opens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";
import { parents } from "../support/parents.mjs";

const paragraph = `<p>${"A paragraph is as wide as its place, once it has enough words. ".repeat(40)}</p>`;

/**
 * A page with all kinds of parent elements. Each parent contains a long paragraph, and three
 * snippets (pasted markup): one of a whole conversation (script), one of a single quote, and
 * one with a frame.
 */
function everyParent({ script, quote, iframe }) {
	const section = (content) => `<section style="display:flow-root;position:relative">${content}</section>`;
	const rows = Object.entries(parents).map(
		([name, parent]) =>
			`<article data-parent="${name}">${[paragraph, script, quote, iframe].map((kind) => section(parent(kind))).join("\n")}</article>`,
	);
	return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Parents</title><style>html { font: 16px serif }</style>
${rows.join("\n")}`;
}

/**
 * Runs in the page: clicks the links in all quotes. The widget replaces each quote with
 * the whole conversation.
 */
const openQuotes = async () => {
	await customElements.whenDefined("quote-timeline");
	for (const link of document.querySelectorAll("quote-timeline[only] a")) link.click();
};

/**
 * Runs in the page. Returns whether every element shows the server's markup. An element
 * that still waits for an interaction gets a pointerdown event.
 */
const shown = () => {
	const waiting = [...document.querySelectorAll("quote-timeline")].filter(
		(node) => !node.shadowRoot?.querySelector(".ql"),
	);
	for (const node of waiting) node.dispatchEvent(new Event("pointerdown"));
	return waiting.length === 0;
};

/**
 * Runs in the page. For each parent, returns four kinds of widths in whole pixels: of
 * the paragraph, of the elements, of the markup inside the elements, and of the frame.
 */
const widths = () =>
	[...document.querySelectorAll("article")].map((article) => {
		const width = (node) => Math.round(node.getBoundingClientRect().width);
		const elements = [...article.querySelectorAll("quote-timeline")];
		return {
			parent: article.dataset.parent,
			paragraph: width(article.querySelector("p")),
			elements: elements.map(width),
			shown: elements.map((node) => width(node.shadowRoot.querySelector(".ql"))),
			frame: width(article.querySelector("iframe")),
		};
	});

eachEngine("Layout", (fixture) => {
	for (const width of [390, 1280]) {
		test(`in any parent the element and the frame are as wide as a paragraph, ${width} pixels wide`, async () => {
			await fixture.visit({ width, height: 800 }, async (view, endpoint) => {
				await view.goto(fixture.publish(everyParent(fixture.snippets(endpoint))));
				await view.run(openQuotes);
				await until(() => view.run(shown), "every element shows its markup");
				for (const { paragraph, ...found } of await view.run(widths)) {
					const both = [paragraph, paragraph];
					const expected = { parent: found.parent, elements: both, shown: both, frame: paragraph };
					assert.deepEqual(found, expected);
				}
			});
		});
	}
});
