// The pages that are measured: ours, two floors and the peers, each as its
// documentation shows it, with the same turns.
import { article, escaped, turnList } from "./article.mjs";

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {(transcript: object) => string} address of the page
 * @property {(transcript: object) => string} [page] its markup, where the bench serves it
 * @property {(transcript: object) => object} [data] what its script fetches
 * @property {string} first the selector of a first quote
 * @property {string} root the selector of the part that is its own
 * @property {string} [ready] the event that it sends when it works; else it marks "ready" itself
 * @property {string} [input] the selector of its search field
 * @property {string} [count] an expression for the number of turns that the search has found
 * @property {boolean} [pans] whether it is moved by globalThis.pan and not with the page
 * @property {boolean} [floor] whether it is no peer: it has no features
 * @property {boolean} [ours] whether it is Quoteline, of this revision or an older one
 * @property {string} [now] the name of this revision's entry, if it is an older one's
 */

const script = (name) => `<script type="module" src="/peers/${name}.js"></script>\n`;
const slug = (name) => name.toLowerCase().replace(/\W+/g, "-");
const pageAddress = (name, { id }) => `/pages/${slug(name)}/${id}.html`;
const dataAddress = (name, { id }) => `/data/${slug(name)}/${id}.json`;
const container = (name, transcript) =>
	`<div id="conversation" data-src="${dataAddress(name, transcript)}"></div>`;
const search = '<label>Search <input type="search" class="search"></label> <output class="count"></output>';

/** A page that the bench serves. */
const made = (name, entry) => ({
	name,
	address: (transcript) => pageAddress(name, transcript),
	root: "#conversation",
	...entry,
	page: (transcript) => article(entry.content(transcript), entry.head),
});

const searchable = { input: "input[type=search]", count: "Number(document.querySelector('.count').value)" };

/** The words with their times, as hyperaudio-lite wants them: a quarter of a second each. */
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

/** TimelineJS3's own format. */
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

/** The public snippet in the story, and the transcript's own page. */
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

/** @type {Entry[]} */
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

/** Our entries as an older revision serves them: they are no peers, and have no budgets. */
export const entriesOf = (base, chosen) =>
	chosen
		.filter(({ ours }) => ours)
		.map((entry) => ({ ...entry, name: `${entry.name} @${base.name}`, now: entry.name }));

/** Puts an entry's page and data for a transcript on the site. */
export function serve(site, entry, transcript) {
	if (entry.page) site.put(entry.address(transcript), entry.page(transcript));
	if (entry.data) site.put(dataAddress(entry.name, transcript), JSON.stringify(entry.data(transcript)));
}
