// Tests the references that citation styles, such as APA, print from the project's
// citations. The file references.txt has the expected references. With UPDATE=1 the test
// writes this file:
//
//   UPDATE=1 node --test web/test/consumers/citations.test.mjs
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { managers, printer, quotations, styles } from "../support/citations.mjs";

const golden = new URL("references.txt", import.meta.url);

/**
 * The formats of a citation. Each has a function that reads a citation in that format.
 * The result is an item of CSL-JSON, from which a reference can be printed.
 */
const readers = {
	csl: (text) => JSON.parse(text)[0],
	bibtex: managers["@citation-js/plugin-bibtex"].bibtex,
	ris: managers["@citation-js/plugin-ris"].ris,
};

const print = printer();

test("printed references of all quotations, in four styles", () => {
	let text = "";
	for (const { name, sections } of quotations()) {
		text += `${name}: ${sections.quote.trim()}\n`;
		for (const [style, title] of Object.entries(styles))
			for (const [format, read] of Object.entries(readers))
				text += `  ${title}, from ${format}: ${print(read(sections[format]), style)}\n`;
		text += "\n";
	}
	if (process.env.UPDATE) fs.writeFileSync(golden, text);
	assert.equal(text, fs.readFileSync(golden, "utf8"));
});

test("no style prints the words, and all print every speaker, the title and the link", () => {
	for (const { quote, sections } of quotations())
		for (const [format, read] of Object.entries(readers))
			for (const style of Object.keys(styles)) {
				const printed = print(read(sections[format]), style);
				assert.ok(!printed.includes(quote.Words.split("\n")[0]), printed);
				const parts = [...(quote.Speakers ?? []), quote.URL.split("#")[0]];
				// If a citation in the format RIS has a name such as "Davis, Sammy, Jr.",
				// the printed name has two commas in a row. The table in
				// docs/consumers.md says why.
				for (const part of parts)
					assert.ok(printed.replaceAll(",,", ",").includes(part), `${format}, ${style}: ${printed}`);
			}
});
