// The pages to measure, all with the same turns of a transcript. Quoteline's own pages
// come first. The peers are other libraries, each used as its documentation shows. Two
// pages (floors) only show the turns, without any feature. Their times are lower bounds
// for all pages with features.
import { article, escaped, turnList } from "./article.mjs";

/**
 * An entry of the list of pages to measure. first, root, ready, input and count let the
 * benchmark observe the page.
 *
 * @typedef {object} Entry
 * @property {string} name
 * @property {(transcript: object) => string} address of the page
 * @property {(transcript: object) => string} [page] the page's markup; without it, the edge
 *   endpoint serves the page
 * @property {(transcript: object) => object} [data] the JSON that the page's script fetches
 * @property {string} first selector of an element whose text is a quote from the transcript
 * @property {string} root selector of the element that the library fills
 * @property {string} [ready] the event after which the library works; without it, the page's script
 *   calls performance.mark("ready")
 * @property {string} [input] selector of the search field; missing if there is no search
 * @property {string} [count] an expression for the number of turns that the search found
 * @property {boolean} [pans] whether the benchmark calls the page's function globalThis.pan to move
 *   the content, instead of scrolling the page
 * @property {boolean} [floor] whether the page is a lower bound without features, and not a peer
 * @property {boolean} [ours] whether the page shows Quoteline, of this revision or an older one
 * @property {string} [now] only for a page of an older revision: the name of the entry for the same
 *   page of this revision
 */

const script = (name) => `<script type="module" src="/peers/${name}.js"></script>\n`;
const slug = (name) => name.toLowerCase().replace(/\W+/g, "-");
const pageAddress = (name, { id }) => `/pages/${slug(name)}/${id}.html`;
const dataAddress = (name, { id }) => `/data/${slug(name)}/${id}.json`;
const container = (name, transcript) =>
	`<div id="conversation" data-src="${dataAddress(name, transcript)}"></div>`;
const search = '<label>Search <input type="search" class="search"></label> <output class="count"></output>';

/**
 * Returns the given entry (a page to measure) with the properties that are equal for
 * most entries. The page is the story of article.mjs, with the result of entry.content
 * in the middle.
 */
const made = (name, entry) => ({
	name,
	address: (transcript) => pageAddress(name, transcript),
	root: "#conversation",
	...entry,
	page: (transcript) => article(entry.content(transcript), entry.head),
});

const searchable = { input: "input[type=search]", count: "Number(document.querySelector('.count').value)" };

/**
 * The turns as HTML for hyperaudio-lite, which requires a time for every word. Here
 * every word takes a quarter of a second.
 */
function timedWords(turns) {
	let at = 0;
	const word = (text, type = "") => {
		const start = at;
		at += 250;
		return `<span data-m="${start}" data-d="250"${type}>${escaped(text)} </span>`;
	};
	const paragraph = ({ name, text }) =>
		`<p>${word(`${name}:`, ' class="speaker"')}${text
			.split(" ")
			.map((one) => word(one))
			.join("")}</p>`;
	return turns.map(paragraph).join("\n");
}

/**
 * The turns in the JSON format of TimelineJS3. Each turn is a slide, and a slide's date
 * is one minute after that of the slide before it.
 */
function slides({ title, turns }) {
	const date = (n) => {
		const at = new Date(Date.UTC(2024, 4, 1) + n * 60_000);
		return {
			year: at.getUTCFullYear(),
			month: at.getUTCMonth() + 1,
			day: at.getUTCDate(),
			hour: at.getUTCHours(),
			minute: at.getUTCMinutes(),
		};
	};
	const event = ({ n, name, text }) => ({
		start_date: date(n),
		text: { headline: name, text: escaped(text) },
	});
	return { title: { text: { headline: title } }, events: turns.map(event) };
}

/**
 * Quoteline's two pages: the story with the snippet that a newsroom pastes, and the
 * page that Quoteline itself serves for the transcript.
 */
const ours = [
	{
		name: "quoteline",
		address: (transcript) => pageAddress("quoteline", transcript),
		page: ({ snippet }) => article(snippet),
		first: "quote-timeline blockquote p",
		root: "quote-timeline",
	},
	{
		name: "quoteline (own page)",
		address: ({ id }) => `/t/${id}`,
		first: "quote-timeline blockquote p",
		root: "quote-timeline",
	},
].map((entry) => ({
	...entry,
	ours: true,
	ready: "qt-ready",
	input: "quote-timeline >>> input[type=search]",
	count: `Number(document.querySelector("quote-timeline").shadowRoot.querySelector(".count").textContent.replaceAll(",", "").match(/(\\d+) turn/)?.[1])`,
}));

const list = (id, content) => `<div id="conversation"${id}>\n${search}\n${content}\n</div>`;

/**
 * All pages to measure, in the order in which the tables show them.
 *
 * @type {Entry[]}
 */
export const entries = [
	...ours,
	made("static HTML", {
		floor: true,
		ready: "load",
		content: ({ turns }) => turnList(turns),
		first: ".turns .text",
		root: ".turns",
	}),
	made("vanilla JS", {
		floor: true,
		head: script("vanilla"),
		content: (transcript) => `<ol class="turns" data-src="${dataAddress("vanilla JS", transcript)}"></ol>`,
		data: ({ turns }) => turns,
		first: ".turns .text",
		root: ".turns",
	}),
	made("list.js", {
		head: script("list"),
		content: ({ turns }) => list("", turnList(turns, { list: "list" })),
		first: ".turns .text",
		...searchable,
	}),
	made("list.js (JSON)", {
		head: script("list-json"),
		content: (transcript) =>
			list(` data-src="${dataAddress("list.js (JSON)", transcript)}"`, '<ol class="turns list"></ol>'),
		data: ({ turns }) => turns.map(({ name, text }) => ({ name, text })),
		first: ".turns .text",
		...searchable,
	}),
	made("hyperaudio-lite", {
		head: script("hyperaudio-lite"),
		content: ({ turns }) =>
			`<audio id="player" controls></audio><article id="conversation"><section>${timedWords(turns)}</section></article>`,
		first: "#conversation p",
	}),
	made("react-virtuoso", {
		head: script("react-virtuoso"),
		content: (transcript) => container("react-virtuoso", transcript),
		data: ({ turns }) => turns.map(({ n, name, text }) => ({ n, name, text })),
		first: ".turn .text",
		...searchable,
	}),
	made("TimelineJS3", {
		head: `<link rel="stylesheet" href="/timelinejs/css/timeline.css">\n<style>#conversation { height: 600px }</style>
<script defer src="/timelinejs/js/timeline.js"></script>\n${script("timelinejs")}`,
		content: (transcript) => container("TimelineJS3", transcript),
		data: slides,
		first: ".tl-slide .tl-text-content p",
		pans: true,
	}),
	made("vis-timeline", {
		head: `<link rel="stylesheet" href="/peers/vis-timeline.css">\n${script("vis-timeline")}`,
		content: (transcript) => `${search}\n${container("vis-timeline", transcript)}`,
		data: ({ turns }) => turns.map(({ n, name, text }) => ({ n, name, text })),
		first: ".vis-item-content",
		pans: true,
		...searchable,
	}),
];

/**
 * The entries (pages to measure) of an older revision: the chosen pages of Quoteline,
 * under other names. They do not count as peers, and the limits in budgets.mjs do not
 * apply to them.
 */
export const entriesOf = (base, chosen) =>
	chosen
		.filter(({ ours }) => ours)
		.map((entry) => ({ ...entry, name: `${entry.name} @${base.name}`, now: entry.name }));

/** Adds a page to measure (entry), with its data for one transcript, to the site. */
export function serve(site, entry, transcript) {
	if (entry.page) site.put(entry.address(transcript), entry.page(transcript));
	if (entry.data) site.put(dataAddress(entry.name, transcript), JSON.stringify(entry.data(transcript)));
}
