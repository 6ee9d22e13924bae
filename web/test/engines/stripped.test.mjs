// Tests snippets from which a CMS has removed one attribute. Readers still get the words, or
// a link to them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";
import { outcomeOf } from "../support/outcome.mjs";

/** The expected outcome for each kind of snippet. */
const expected = { script: "interactive", quote: "readable", iframe: "interactive" };

/** The expected outcome without an attribute, if it differs. */
const without = {
	script: { "quote-timeline src": "readable", "script type": "readable", "script src": "readable" },
	quote: { "quote-timeline only": "interactive" },
	iframe: { "iframe src": "link" },
};

/**
 * Yields the snippet once for each of its attributes, without that attribute. The name has
 * the tag and the attribute, as in "iframe src".
 *
 * @param {string} snippet
 * @returns {Generator<[name: string, html: string]>}
 */
function* stripped(snippet) {
	const attribute = / ([a-z-]+)(?:="[^"]*")?/g;
	for (const tag of new Set(snippet.match(/(?<=<)[a-z-]+(?= )/g))) {
		const tags = new RegExp(`(?<=<${tag}) [^>]*`, "g");
		const attributes = [...String(snippet.match(tags)?.join("")).matchAll(attribute)];
		for (const name of new Set(attributes.map(([, name]) => name))) {
			const strip = (text) => text.replaceAll(attribute, (whole, one) => (one === name ? "" : whole));
			yield [`${tag} ${name}`, snippet.replaceAll(tags, strip)];
		}
	}
}

const page = (snippet) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,">
<script>uncaught = []; addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)))</script>
<div id="snippet">${snippet}</div>`;

eachEngine("Stripped attributes", (fixture) => {
	for (const [kind, usual] of Object.entries(expected)) {
		test(`a snippet of kind ${kind} gives what it can without one attribute`, async () => {
			await fixture.visit({}, async (view, endpoint) => {
				for (const [name, html] of stripped(fixture.snippets(endpoint)[kind])) {
					const outcome = without[kind][name] ?? usual;
					await view.goto(fixture.publish(page(html)));
					const found = async () => (await outcomeOf(view, "#snippet", fixture.words(kind))) === outcome;
					await until(found, `${kind} without ${name} is ${outcome}`);
					assert.deepEqual(await view.run(() => globalThis.uncaught), [], name);
				}
			});
		});
	}
});
