// Tests that axe-core, a library that finds accessibility errors, finds none in any
// state of the element. Each state is tested in light and dark, at 390 and 1,280 pixels.
// All builds write the same markup, as corpus.test.mjs checks, so only the first build
// is tested. The states of a search and of a filter are in accessibility.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "../support/axe.mjs";
import { eachWidget, widgets } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";

const arabic = { lang: "ar", title: "محادثة", says: (i) => `هذه كلمات الدور ${i + 1} من الحديث.` };
const eight = ["Host", ..."ABCDEFG"].map((name) => (name === "Host" ? name : `Speaker ${name}`));

// Scrolls through the whole list. Until content has been visible, the browser only
// estimates its position. axe-core needs the true positions to look up background
// colours.
const seenToTheEnd = (timeline) =>
	timeline.read(async (root) => {
		for (const part of root.querySelectorAll(".chunk")) {
			part.scrollIntoView();
			for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
		}
		root.querySelector(".search").scrollIntoView();
	});

/**
 * The states of the element by name. about: arguments of conversation(), which makes
 * the transcript. enter: a function that brings the element into the state.
 *
 * @type {Record<string, {about?: object, enter?: (timeline: object, page: object) => Promise<void>}>}
 */
const states = {
	plain: {},
	"among the quotes": {
		about: { turns: 60 },
		enter: async (timeline) => {
			await timeline.read((root) => root.querySelector('li[value="30"]').scrollIntoView());
			await timeline.until((root) =>
				root.querySelector(".strip").checkVisibility({ visibilityProperty: true }),
			);
		},
	},
	"a preview": {
		enter: async (timeline) => {
			await timeline.read((root) => root.querySelector(".seg").focus());
			await timeline.until((root) => root.querySelector(".preview").hasAttribute("data-shown"));
		},
	},
	"a window of the line": { about: { turns: 60 }, enter: (timeline) => timeline.press("Zoom in") },
	"a window of a dense line": {
		about: { turns: 401 },
		enter: async (timeline) => {
			for (let i = 0; i < 2; i++) await timeline.press("Zoom in");
		},
	},
	"a clock with pauses": {
		about: { when: (i) => ({ start: 40_000 * i, end: 40_000 * i + (i % 4 === 3 ? 10_000 : 40_000) }) },
	},
	"a calendar": { about: { when: (i) => ({ date: `2025-0${1 + (i >> 2)}-15` }) } },
	dense: { about: { turns: 401 }, enter: seenToTheEnd },
	"a dense search": {
		about: { turns: 401 },
		enter: async (timeline) => {
			await seenToTheEnd(timeline);
			await timeline.search("turn 33");
		},
	},
	"from right to left": { about: arabic },
	"a search from right to left": { about: arabic, enter: (timeline) => timeline.search("الدور") },
	"eight speakers": { about: { names: eight, turns: 40 } },
	"nine speakers": { about: { names: [...eight, "Speaker H"], turns: 40 } },
	"one turn": { about: { turns: 1, names: ["Speaker A"] } },
};

eachWidget("States", (site) => {
	if (site.widget !== widgets[0]) return;
	for (const [state, { about, enter }] of Object.entries(states)) {
		for (const width of [390, 1280]) {
			test(`${state}, ${width} px`, async () => {
				const where = pageWith(site.origin, conversation(about));
				await site.visit({ ...where, width }, async (page, timeline) => {
					await enter?.(timeline, page);
					for (const scheme of ["light", "dark"]) {
						await page.emulateMediaFeatures([
							{ name: "prefers-color-scheme", value: scheme },
							{ name: "prefers-reduced-motion", value: "reduce" },
						]);
						assert.deepEqual(await findings(page, { scheme, within: "quote-timeline" }), [], scheme);
					}
				});
			});
		}
	}
});
