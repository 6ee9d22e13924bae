// The programs of other people that read the project's output, such as its pages,
// captions and citations. For each program there is the input, and the expected result.
// The tests run the real packages. The table in docs/consumers.md lists the same results.
import fs from "node:fs";
import { JSDOM } from "jsdom";
import { captionReaders } from "./captionreaders.mjs";
import { citations } from "./citations.mjs";
import { feeds } from "./feeds.mjs";
import { bluemonday, gofeed } from "./gopackages.mjs";
import { once, parsers, readerView } from "./readerviews.mjs";
import {
	classicPost,
	domPurify,
	rehypeSanitize,
	sanitizeHtml,
	switchedPost,
	toMarkdown,
} from "./sanitizers.mjs";

/**
 * One program of other people, and its expected result.
 *
 * @typedef {object} Consumer
 * @property {string[]} packages the npm packages that run, the first one is the program
 * @property {string} reads its input, as in "a `script` snippet"
 * @property {string} gets its expected result, as in "30 of 30 turns, the link"
 * @property {string} [why] the reason, if the program loses something by its own fault
 * @property {(site: Site) => Promise<string>} run runs the program and returns its result
 */
/**
 * The server's answers for the interview of the demo.
 *
 * @typedef {object} Site
 * @property {(path: string) => Promise<string>} page returns the body of an address
 * @property {(kind: string) => Promise<string>} snippet returns a snippet to paste
 * @property {string[]} turns each turn with its speaker, as in "Host: Why?", with single spaces
 */

const link = "Why were you fired? And why did you come back?: full transcript";

/**
 * Counts the turns that are in a text, and looks for the link to the transcript. Returns,
 * for example, "30 of 30 turns, the link".
 */
function words(text, turns, title = link) {
	const single = text.replace(/\s+/g, " ");
	const linked = once(single, [title]) === 1 ? ", the link" : "";
	return `${once(single, turns)} of ${turns.length} turns${linked}`;
}

/**
 * In a static snippet (markup without a script), the number of each turn is between the
 * speaker and the words. So only the words are compared.
 */
const written = (turns, kind) =>
	kind === "static" ? turns.map((turn) => turn.replace(/^.*?: /, "")) : turns;

/** @returns {Consumer[]} */
function readerViews() {
	const own = (parser, html) =>
		[...parsers[parser](html).querySelectorAll("article > p")].map(({ textContent }) =>
			textContent.replace(/\s+/g, " ").trim(),
		);
	const page = (parser, path) => async (site) =>
		words(readerView(parser, await site.page(path)).text, site.turns, "Read the transcript");
	return Object.keys(parsers).flatMap((parser) => {
		const packages = ["@mozilla/readability", parser];
		return [
			{
				packages,
				reads: "the demo article, with a `script` snippet",
				gets: "6 of 6 paragraphs, 30 of 30 turns, the link",
				run: async (site) => {
					const html = await site.page("/");
					const { text } = readerView(parser, html);
					const list = own(parser, html);
					return `${once(text, list)} of ${list.length} paragraphs, ${words(text, site.turns)}`;
				},
			},
			...["/t/", "/embed/"].map((path) => ({
				packages,
				reads: `the page \`${path}{id}\``,
				gets: "30 of 30 turns, the link",
				run: page(parser, `${path}altman-murati-2023`),
			})),
		];
	});
}

/** @returns {Consumer[]} */
function sanitizers() {
	const run = (clean, kind) => async (site) => {
		const { document } = new JSDOM(clean(await site.snippet(kind))).window;
		const { textContent } = document.body;
		return (
			words(textContent, written(site.turns, kind)) +
			(/[{}]|%7B/.test(textContent) ? ", the style sheet as text" : "")
		);
	};
	const all = {
		"rehype-sanitize": rehypeSanitize,
		dompurify: domPurify,
		"sanitize-html": sanitizeHtml,
		"github.com/microcosm-cc/bluemonday": bluemonday,
	};
	return Object.entries(all).flatMap(([name, clean]) =>
		["script", "static"].map((kind) => ({
			packages: [name],
			reads: `a \`${kind}\` snippet`,
			gets: "30 of 30 turns, the link",
			run: run(clean, kind),
		})),
	);
}

/** @returns {Consumer[]} */
function editors() {
	/**
	 * Returns a function that changes a script snippet with the function make. Then it
	 * counts the turns in the <quote-timeline> element and those outside of the element.
	 * All turns must still be inside.
	 */
	const inside = (make) => async (site) => {
		const { document } = new JSDOM(make(await site.snippet("script"))).window;
		const { textContent } = document.querySelector("quote-timeline");
		const around = document.body.textContent.replace(textContent, "");
		return `${words(textContent, site.turns)}; outside of the element: ${words(around, site.turns)}`;
	};
	const gets = "30 of 30 turns, the link; outside of the element: 0 of 30 turns";
	return [
		{
			packages: ["@wordpress/autop"],
			reads: "a post with a `script` snippet in a `<div>`",
			gets,
			run: inside(classicPost),
		},
		{
			packages: ["@wordpress/autop"],
			reads: "that post, after a switch to the visual editor and back",
			gets,
			run: inside(switchedPost),
		},
		...["script", "static"].map((kind) => ({
			packages: ["turndown"],
			reads: `a \`${kind}\` snippet`,
			gets: "30 of 30 turns, the link",
			run: async (site) => {
				const text = toMarkdown(await site.snippet(kind)).replace(/^> ?|\*\*|\\/gm, "");
				return words(text, written(site.turns, kind));
			},
		})),
	];
}

/** @returns {Consumer[]} */
function feedParsers() {
	return Object.entries(feeds).flatMap(([name, feed]) =>
		["script", "static"].map((kind) => ({
			packages: ["github.com/mmcdole/gofeed"],
			reads: `${name} with a \`${kind}\` snippet`,
			gets: "30 of 30 turns, the link",
			run: async (site) => {
				const { document } = new JSDOM(gofeed(feed(await site.snippet(kind)))).window;
				for (const style of document.querySelectorAll("style")) style.remove();
				return words(document.body.textContent, written(site.turns, kind));
			},
		})),
	);
}

/** Returns a section of the golden file that package shared/export writes for these tests. */
function golden(name) {
	const file = fs.readFileSync(
		new URL("../../../shared/export/testdata/readers.txtar", import.meta.url),
		"utf8",
	);
	return file
		.split(/^-- (.*) --\n/m)
		.reduce((found, part, i, all) => (all[i - 1] === name ? part : found), "");
}

/**
 * Compares the cues that a program has read with the turns. Returns, for example, "5 of 5
 * cues, 4 with their speaker". A cue is counted if it has the time and the words of its
 * turn. The words may still contain the markup of the caption file, because many programs
 * leave the markup to their caller.
 */
function compare(format, cues, { speakers, turns }) {
	const plain = (text) =>
		new JSDOM(/srt|json/.test(format) ? "" : text.replaceAll("<br>", "\n")).window.document.body.textContent;
	const said = (turn) =>
		turn.text.replace(/^Laughter$/, "[$&]").replaceAll("-->", format === "srt" ? "-- >" : "-->");
	const name = (turn) => speakers.find(({ id }) => id === turn.speaker)?.name ?? "";
	const read = turns.filter((turn, i) => {
		const { start, text } = cues[i] ?? {};
		const label = name(turn) && `${name(turn)}: `;
		const forms = [said(turn), format === "srt" && label + said(turn)];
		const second = format === "podcast.html" ? start - (start % 1000) : start;
		const expected = format === "podcast.html" ? turn.start - (turn.start % 1000) : turn.start;
		return second === expected && (forms.includes(text) || forms.includes(plain(text ?? "")));
	}).length;
	const counted = `${read} of ${turns.length} cues`;
	if (cues.every(({ speaker }) => speaker === undefined)) return counted;
	return `${counted}, ${turns.filter((turn, i) => cues[i]?.speaker === name(turn)).length} with their speaker`;
}

/** Two faults of the package transcriptator. With each of them, some turns get a wrong speaker. */
const carried = "a turn without a speaker gets the speaker before it";
const spaced = "it takes only a name of one word from `<v>`; other turns get the speaker before";

/** @returns {Consumer[]} */
function captions() {
	const known = {
		"transcriptator podcast.json": ["5 of 5 cues, 5 with their speaker"],
		"transcriptator podcast.html": ["5 of 5 cues, 5 with their speaker"],
		"transcriptator srt": ["5 of 5 cues, 4 with their speaker", carried],
		"github.com/asticode/go-astisub srt": [
			"4 of 5 cues",
			"it takes the characters `<b>` of a text for markup",
		],
		"github.com/asticode/go-astisub vtt": [
			"4 of 5 cues, 5 with their speaker",
			"it decodes `&lt;` and `&amp;`, and leaves `&gt;` as it is",
		],
		"transcriptator vtt": ["5 of 5 cues, 2 with their speaker", `${spaced}; ${carried}`],
	};
	return Object.entries(captionReaders).flatMap(([name, { reads, read }]) =>
		reads.map((format) => {
			const [gets, why] = known[`${name} ${format}`] ?? ["5 of 5 cues"];
			const run = async () => {
				const cues = await read(golden(format), format);
				return compare(format, cues, JSON.parse(golden("transcript")));
			};
			return { packages: [name], reads: `\`.${format}\``, gets, why, run };
		}),
	);
}

/** @type {Consumer[]} */
export const consumers = [
	...readerViews(),
	...sanitizers(),
	...editors(),
	...feedParsers(),
	...captions(),
	...citations(),
];
