// Whatever the parent of a snippet is, the element is as wide as a paragraph would be
// there. This is true of the server's markup, and after a click on a quote's link has
// opened the whole conversation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";
import { parents } from "../support/parents.mjs";

const paragraph = `<p>${"A paragraph is as wide as its place, once it has enough words. ".repeat(40)}</p>`;

/**
 * A page that contains, in each kind of parent: a long paragraph, a script snippet, and
 * a quote snippet.
 */
function everyParent({ script, quote }) {
	const section = (content) => `<section style="display:flow-root;position:relative">${content}</section>`;
	const rows = Object.entries(parents).map(
		([name, parent]) =>
			`<article data-parent="${name}">${[paragraph, script, quote].map((kind) => section(parent(kind))).join("\n")}</article>`,
	);
	return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Parents</title><style>html { font: 16px serif }</style>
${rows.join("\n")}`;
}

/** In the page: clicks the links of all quotes, each of which is replaced by the whole conversation. */
const openQuotes = async () => {
	await customElements.whenDefined("quote-timeline");
	for (const link of document.querySelectorAll("quote-timeline[only] a")) link.click();
};

/**
 * In the page: whether every element shows the server's markup. Elements that wait for
 * an interaction get a pointerdown event.
 */
const shown = () => {
	const waiting = [...document.querySelectorAll("quote-timeline")].filter(
		(node) => !node.shadowRoot?.querySelector(".ql"),
	);
	for (const node of waiting) node.dispatchEvent(new Event("pointerdown"));
	return waiting.length === 0;
};

/**
 * In the page, for each parent, in whole pixels: the widths of the paragraph, of the
 * elements, and of the markup that the elements show.
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
		};
	});

eachEngine("Layout", (fixture) => {
	for (const width of [390, 1280]) {
		test(`in any parent the element is as wide as a paragraph, ${width} pixels wide`, async () => {
			await fixture.visit({ width, height: 800 }, async (view, endpoint) => {
				await view.goto(fixture.publish(everyParent(fixture.snippets(endpoint))));
				await view.run(openQuotes);
				await until(() => view.run(shown), "every element shows its markup");
				for (const { parent, paragraph, elements, shown } of await view.run(widths)) {
					const both = [paragraph, paragraph];
					assert.deepEqual({ parent, elements, shown }, { parent, elements: both, shown: both });
				}
			});
		});
	}
});
