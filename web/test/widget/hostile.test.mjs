// Tests a transcript whose texts try to inject markup and scripts into the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { pageWith } from "../support/page.mjs";

const script = "<script>globalThis.hacked = 1</script>";
const texts = [
	`${script}<img src=x onerror="globalThis.hacked = 1"><svg onload="globalThis.hacked = 1">`,
	`"onload="globalThis.hacked = 1" x=' autofocus onfocus='globalThis.hacked = 1' \`${"`"}`,
	"javascript:globalThis.hacked=1 [link](javascript:globalThis.hacked=1) <a href='javascript:globalThis.hacked=1'>x</a>",
	"\u202Eright to left override\u202C and \u2067an isolate without its end",
	"</p></article></li></ol></section></template></quote-timeline><!-- ]]> --> <base href='//evil.example'>",
	"&lt;b&gt; &amp;amp; &#60;script&#62; {{constructor}} %3Cscript%3E",
	"w".repeat(1_000_000),
	"👩🏽‍🚀🏳️‍🌈 ".repeat(50),
];
const names = [
	`${script}`,
	'"><img src=x onerror="globalThis.hacked = 1">',
	"👩🏽‍🚀 \u202EecilA",
	"N".repeat(5_000),
];

const transcript = {
	schema: "quoteline/1",
	id: "hostile",
	version: 1,
	title: `</h2>${script} ${"T".repeat(3_000)}`,
	summary: `<style>* { display: none }</style> ${script}`,
	lang: "en",
	timing: "none",
	editing: "verbatim",
	note: `<iframe srcdoc="${script}"></iframe>`,
	speakers: names.map((name, i) => ({
		id: `s${i}`,
		name,
		role: `${script}${"R".repeat(2_000)}`,
		kind: i === 0 ? "host" : "guest",
		aliases: [],
		sameAs: [],
	})),
	topics: [
		{ id: "one", label: `</option>${script}` },
		{ id: "two", label: "L".repeat(2_000) },
	],
	turns: texts.map((text, i) => ({
		id: `bcdfg2${i + 2}`,
		n: i + 1,
		speaker: `s${i % names.length}`,
		kind: i % 2 ? "answer" : "question",
		...(i % 2 && { replyTo: `bcdfg2${i + 1}` }),
		topics: [i < 4 ? "one" : "two"],
		text,
	})),
};
const json = JSON.stringify(transcript);
// Markup for version 0 of the transcript. No transcript has such a version, so the
// widget's program replaces this markup with its own.
const outdated = '<div class="ql" data-version="0"></div>';

/** Matches elements and attributes that would exist only if a transcript had injected them. */
const foreign =
	"script, img, iframe, style, base, template, [onload], [onerror], [onfocus], [autofocus], [style], [srcdoc]";

/**
 * Fails unless every text appears as plain text. Also fails if an injected script ran,
 * if an injected element exists, or if the page scrolls sideways.
 */
async function harmless(timeline) {
	const found = await timeline.read(
		(root, foreign) => ({
			texts: [...root.querySelectorAll(".text")].map((text) => text.textContent),
			names: [...root.querySelectorAll(".name bdi")].map((name) => name.textContent),
			title: root.querySelector(".title").textContent,
			foreign: [...root.querySelectorAll(foreign)].map((node) => node.outerHTML),
			links: [
				...new Set(
					[...root.querySelectorAll("[href]")].map((link) => link.getAttribute("href").split(/[#/]/)[0]),
				),
			],
			hacked: globalThis.hacked,
		}),
		foreign,
	);
	assert.deepEqual(
		found.texts.map((text) => text.slice(0, 2_000)),
		texts.map((text) => text.slice(0, 2_000)),
	);
	assert.equal(found.texts[6].length, 1_000_000); // the turn that is one very long word
	assert.deepEqual(
		found.names,
		texts.map((_, i) => names[i % names.length]),
	);
	assert.equal(found.title, transcript.title);
	assert.deepEqual(found.foreign, []);
	assert.deepEqual(found.links.sort(), ["", "https:"]);
	assert.equal(found.hacked, undefined);
	assert.deepEqual(await wide(timeline), [], "nothing is wider than the page");
}

/**
 * Returns [] unless the page scrolls sideways. If it does, returns what explains that:
 * the elements that extend beyond the window, except those that an ancestor clips.
 */
const wide = (timeline) =>
	timeline.read((root) => {
		const cut = (node) => node && (getComputedStyle(node).overflowX !== "visible" || cut(node.parentElement));
		const over = [...root.querySelectorAll("*")]
			.filter((node) => node.getBoundingClientRect().right > innerWidth && !cut(node.parentElement))
			.map((node) => `${node.localName}.${node.getAttribute("class")}`);
		return document.scrollingElement.scrollWidth > innerWidth ? [...new Set(over), "the page"] : [];
	});

eachWidget("Hostile transcript", (site) => {
	let written;
	for (const width of [390, 1280]) {
		test(`the program shows text, at ${width} px`, async () => {
			const where = pageWith(site.origin, { id: transcript.id, json, html: outdated });
			await site.visit({ ...where, width }, async (page, timeline) => {
				written = await timeline.element.evaluate((element) => element.toHTML());
				await harmless(timeline);

				await timeline.search("<script>");
				assert.equal(await timeline.text(".count"), "1 turn");
				await timeline.click('.switch[data-lane="1"]');
				await page.keyboard.press("Escape");
				await timeline.press("Show all");
				await harmless(timeline);
			});
		});
	}

	test("the server's markup alone shows text too", async () => {
		const { path, answers } = pageWith(site.origin, { id: transcript.id, json, html: written });
		const noProgram = (url) => (url.endsWith(".wasm") ? { status: 404 } : answers(url));
		const errors = [/qt-error: /, /Failed to load resource/];
		await site.visit({ path, width: 390, live: false, answers: noProgram, errors }, async (_, timeline) => {
			await timeline.shown();
			await harmless(timeline);
		});
	});
});
