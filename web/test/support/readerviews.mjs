// Reader views: programs that keep the main text of a page and drop the rest. Firefox and
// many reading services use Readability. Programs without a browser run it on jsdom, which
// parses like a browser, or on linkedom, which is a simpler parser.
import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";

/** The parsers that Readability runs on. Each takes a page's HTML and returns its document. */
export const parsers = {
	jsdom: (html) => new JSDOM(html, { url: "https://news.example/article" }).window.document,
	linkedom: (html) => parseHTML(html).document,
};

/**
 * Returns the text of a page's reader view, and whether Readability would offer that view.
 *
 * @param {keyof typeof parsers} parser
 * @param {string} html
 */
export function readerView(parser, html) {
	const offered = isProbablyReaderable(parsers[parser](html));
	const text = new Readability(parsers[parser](html)).parse()?.textContent ?? "";
	return { offered, text: text.replace(/\s+/g, " ") };
}

/**
 * Counts how many of the texts are in the reader view exactly once.
 *
 * @param {string} text of the reader view
 * @param {string[]} texts
 */
export const once = (text, texts) => texts.filter((one) => text.split(one).length === 2).length;
