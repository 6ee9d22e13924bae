// The states in which screenshots.mjs takes pictures of the <quote-timeline> element,
// and the steps that lead to each state.
import { conversation, outdated } from "./conversation.mjs";
import { pageWith } from "./page.mjs";

/**
 * A state of the <quote-timeline> element, and how to bring a page into that state.
 *
 * @typedef {object} State
 * @property {string} [path] of the page, "/" by default
 * @property {object} [about] arguments of conversation(), which makes a transcript; the page shown
 *   is then not path, but a made-up page with this transcript; about.html is the server's markup in
 *   the made-up page
 * @property {{id: string, versions: object[], words: [number, string]}} [corrected] two versions of
 *   a transcript, and the words of the first version that the opened link leads to; words has the
 *   number of their turn and the words
 * @property {boolean} [scripts] whether JavaScript is on, true by default
 * @property {boolean} [whole] whether the picture shows the whole page instead of the viewport
 * @property {boolean} [pointer] whether the mouse stays where enter moved it; otherwise it moves to
 *   the corner
 * @property {string} [top] selector of an element that the page is scrolled to
 * @property {(page: object, timeline: object) => Promise<void>} [enter] brings the page into the
 *   state
 */

const interview = "/t/altman-murati-2023";
const speakers = (n) => [
	"Host",
	...Array.from({ length: n - 1 }, (_, i) => `Speaker ${String.fromCharCode(65 + i)}`),
];
const element = "quote-timeline";
const linkTurn = (_, timeline) => timeline.read((root) => root.querySelector('.num[data-n="22"]').click());
const find =
	(words, steps = 0) =>
	async (page, timeline) => {
		await timeline.search(words);
		for (let i = 0; i < steps; i++) await page.keyboard.press("Enter");
	};
const scrollTo = (n) => (_, timeline) =>
	timeline.read((root, n) => root.querySelector(`li[value="${n}"]`).scrollIntoView(), n);

/** Returns a step that clicks "Zoom in" on the line (the timeline graphic) this many times. */
const zoom = (times) => async (_, timeline) => {
	for (let i = 0; i < times; i++)
		await timeline.read((root) => root.querySelector('[data-act="in"]').click());
};

/**
 * A transcript with hostile texts. It breaks a page that does not escape markup. It
 * also breaks a page that does not isolate right-to-left text, or does not shorten long
 * names.
 */
const hostile = {
	title: "</h2><script>document.title = 1</script> \u202Eoverridden\u202C title",
	names: ["<b>Host</b>", "אברהם \u202Eכהן", "👩🏽‍🚀👨‍👩‍👧‍👦", "می‌خواهم", "N".repeat(300)],
	turns: 10,
	says: (i) =>
		[
			"<img src=x onerror=alert(1)> &lt;b&gt; &amp;amp; {{constructor}}",
			"\u202Eright to left override\u202C, then \u2067an isolate without its end",
			"w".repeat(i === 2 ? 2_000 : 20),
			"👩🏽‍🚀🏳️‍🌈 ".repeat(30),
			"Z\u0351\u036B\u0343a\u0300\u0301\u0302\u0316l\u0315g\u035Do ".repeat(8),
		][i % 5],
};
const arabic = {
	lang: "ar",
	title: "محادثة قصيرة",
	names: ["المضيف", "المتحدث أ", "المتحدث ب"],
	says: (i) => `هذه كلمات الدور ${i + 1} من هذا الحديث، وهي هنا لكي يُرى اتجاه الكتابة.`,
};

/**
 * Markup that the program replaces because its version is outdated. Its language makes
 * the interface Arabic.
 */
const inArabic = outdated.replace("<div", '<div lang="ar"');

/** Returns a transcript to publish. It contains these answers, each after a question. */
const published = (...answers) => ({
	title: "A conversation",
	lang: "en",
	timing: "none",
	editing: "verbatim",
	speakers: [
		{ id: "host", name: "Host", kind: "host" },
		{ id: "a", name: "Speaker A", kind: "guest" },
	],
	turns: answers.flatMap((text, i) => [
		{ speaker: "host", kind: "question", text: `What was said of part ${i + 1}?` },
		{ speaker: "a", kind: "answer", text },
	]),
});

/**
 * The times of the turns in a recording. Each turn takes 4 to 31 seconds, and there are
 * two pauses, of 130 and 65 seconds.
 */
const recorded = {
	turns: 40,
	when: (i) => {
		const before = (n) =>
			Array.from({ length: n }, (_, k) => 4 + ((k * k * 7) % 28)).reduce((a, b) => a + b, 0);
		const start = before(i) + (i >= 13 ? 130 : 0) + (i >= 29 ? 65 : 0);
		return { start: 1000 * start, end: 1000 * (start + 3 + ((i * i * 7) % 28)) };
	},
};

/**
 * A long hearing. The lengths of turns vary, so that in each part of the hearing
 * another speaker talks most.
 */
const hearing = (turns) => ({
	turns,
	title: "A long hearing",
	says: (i) => {
		const swell = 1 + Math.sin((6 * i) / turns + 2 * (i % 3)) + ((i * i * 7) % 11) / 8;
		return `The words of turn ${i + 1}${" and more".repeat(Math.max(0, Math.round(9 * (swell - 0.6))))}.`;
	},
});

/** Three conversations, on three days of the same year. */
const onDays = {
	turns: 62,
	title: "Three conversations",
	when: (i) => ({ date: i < 22 ? "2025-03-14" : i < 36 ? "2025-07-02" : "2025-11-21" }),
	says: (i) => `The words of turn ${i + 1}, ${"and some more ".repeat((i * i * 5) % 9)}of what was said.`,
};

/**
 * The states by name. A picture's file name begins with the state's name.
 *
 * @type {Record<string, State>}
 */
export const states = {
	article: {},
	widget: { top: element },
	search: { enter: find("board", 3), top: element },
	"search-hit": { enter: find("board", 3) },
	"no-result": { enter: find("shareholders"), top: element },
	filtered: {
		enter: async (_, timeline) => {
			for (const lane of [0, 1]) await timeline.click(`.switch[data-lane="${lane}"]`);
		},
		top: element,
	},
	linked: { enter: linkTurn },
	menu: {
		enter: async (page, timeline) => {
			await linkTurn(page, timeline);
			await timeline.press("Cite turn 22");
		},
	},
	preview: {
		enter: (_, timeline) => timeline.read((root) => root.querySelector('.seg[data-n="20"]').focus()),
		top: element,
	},
	zoomed: { enter: zoom(2), top: element },
	brushed: {
		top: element,
		enter: async (page, timeline) => {
			const plot = await timeline.find(".plot");
			await plot.scrollIntoView();
			const { x, y, width, height } = await plot.boundingBox();
			await page.mouse.move(x + 0.3 * width, y + height / 2);
			await page.mouse.down();
			await page.mouse.move(x + 0.7 * width, y + height / 2, { steps: 4 });
		},
		pointer: true,
	},
	strip: { enter: scrollTo(22) },
	"no-script": { scripts: false, top: element },
	transcript: { path: interview },
	reworded: {
		corrected: {
			id: "reworded",
			versions: [
				published(
					"The first part stands as it was.",
					"It took two people and a borrowed cart, and one long summer.",
				),
				published(
					"The first part stands as it was.",
					"It took three people and a cart, and one long summer.",
				),
			],
			words: [4, "two people and a borrowed cart"],
		},
		enter: (_, timeline) => timeline.until((root) => root.querySelector(".versions")),
		whole: true,
	},
	quote: { path: `${interview}/q/qxtmxpc` },
	"eight-speakers": { about: { names: speakers(8), turns: 48 } },
	"many-speakers": { about: { names: speakers(26), turns: 80 } },
	dense: { about: hearing(1_000) },
	"dense-zoomed": { about: hearing(1_000), enter: zoom(3) },
	"ten-thousand": { about: hearing(10_000) },
	"ten-thousand-zoomed": { about: hearing(10_000), enter: zoom(5) },
	clock: { about: recorded, top: element },
	"clock-zoomed": { about: recorded, enter: zoom(3), top: element },
	dates: { about: onDays, top: element },
	"dates-zoomed": { about: onDays, enter: zoom(1), top: element },
	"right-to-left": { about: { ...arabic, html: inArabic } },
	"right-to-left-zoomed": { about: { ...arabic, html: inArabic }, enter: zoom(1), top: element },
	hostile: { about: hostile, whole: true },
	"searched-without-topics": { about: { turns: 30 }, enter: find("words"), top: element },
	"searched-right-to-left": { about: { ...arabic, html: inArabic }, enter: find("كلمات"), top: element },
	"one-turn": { about: { turns: 1, names: ["Host"] } },
	"no-turns": { about: { turns: 0 } },
};

/**
 * Returns fields of a Visit (how a test opens a page, see browser.mjs) that shows the
 * state. They are the path and, if the conversation is made up, a function that answers
 * the page's requests.
 *
 * @param {State} state
 * @param {string} origin of the Worker
 */
export const place = ({ path = "/", about }, origin) =>
	about ? pageWith(origin, { ...conversation(about), html: about.html ?? outdated }) : { path };
