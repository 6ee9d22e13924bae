// Tests of the recording. A click on a time in the transcript plays the recording from
// there. The turn that is being played is marked, and the page scrolls with it. No part
// of the recording is fetched before the reader starts it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { pageWith } from "../support/page.mjs";
import { serveRecording } from "../support/recording.mjs";
import { focused, tabTo } from "../support/timeline.mjs";

const turnCount = 24;
const turnLength = 2000; // in milliseconds

/**
 * A conversation in which each turn has a time. It has so many turns that the page
 * scrolls. The argument media describes the recording.
 */
const conversation = (media) => ({
	schema: "quoteline/1",
	id: "recorded",
	version: 1,
	title: "A recording",
	lang: "en",
	timing: "turn",
	editing: "verbatim",
	speakers: [
		{ id: "host", name: "Host", kind: "host", aliases: [], sameAs: [] },
		{ id: "a", name: "Speaker A", kind: "guest", aliases: [], sameAs: [] },
	],
	topics: [],
	media,
	turns: Array.from({ length: turnCount }, (_, i) => ({
		id: `t${i + 1}`,
		n: i + 1,
		speaker: i % 2 ? "a" : "host",
		kind: "statement",
		topics: [],
		text: `Words of turn ${i + 1}. ${"And so it went on. ".repeat(20)}`,
		start: i * turnLength,
		end: (i + 1) * turnLength,
	})),
	corrections: [],
});

eachWidget("Media", (site) => {
	let recording;
	before(async () => {
		recording = await serveRecording((turnCount * turnLength) / 1000);
	});
	after(() => recording.stop());

	/**
	 * A page with the conversation. The argument player is the HTML of the newsroom's own
	 * player, which the page shows before the element.
	 */
	const page = ({ media, player = "", attributes = "" } = {}) =>
		pageWith(
			site.origin,
			{
				id: "recorded",
				json: JSON.stringify(conversation(media)),
				html: '<article class="ql" lang="en" data-version="0"></article>',
			},
			{ attributes, before: player },
		);
	const own = () => page({ media: { url: recording.url, type: "audio/wav" } });

	const spoken = (timeline, n) =>
		timeline.until((root, turn) => root.querySelector("[data-spoken]")?.value === turn, n);
	const state = (timeline, value) =>
		timeline.until((root, v) => root.querySelector(".ql").dataset.media === v, value);
	const status = (timeline) => timeline.text("[role=status]");
	const inView = (timeline, n) =>
		timeline.until((root, turn) => {
			const { top, bottom } = root.querySelector(`li[value="${turn}"]`).getBoundingClientRect();
			return bottom > 0 && top < innerHeight;
		}, n);

	test("nothing is fetched before the reader plays; a time plays from there", async () => {
		const asked = recording.requests.length;
		await site.visit(own(), async (_, timeline) => {
			await timeline.until((root) => root.querySelectorAll("a.time").length === 24);
			assert.equal(recording.requests.length, asked);
			assert.equal(
				await timeline.read((root) => root.querySelector('.time[data-n="3"]').getAttribute("href")),
				`${recording.url}#t=4`,
			);
			await timeline.press("Play from 0:04");
			await spoken(timeline, 3);
			const at = await timeline.read((root) => root.querySelector("audio").currentTime);
			assert.ok(at >= 4 && at < 6, `${at} s`);
			await spoken(timeline, 4);
			assert.ok(recording.requests.length > asked);
		});
	});

	test("playing and pausing are announced once each, and the same time pauses", async () => {
		await site.visit(own(), async (_, timeline) => {
			await timeline.read((root) => {
				globalThis.said = [];
				const status = root.querySelector("[role=status]");
				new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
			});
			await timeline.press("Play from 0:18");
			await spoken(timeline, 11);
			await timeline.read((root) => root.querySelector("audio").pause());
			await state(timeline, "paused");
			const said = await timeline.read(() => globalThis.said.filter(Boolean));
			assert.deepEqual(
				said.filter((text) => /Playing|Paused/.test(text)),
				["Playing, turn 10, Speaker A", "Paused"],
			);
			await timeline.press("Play from 0:20");
			await state(timeline, "playing");
			await timeline.press("Play from 0:20");
			await state(timeline, "paused");
		});
	});

	test("by keyboard alone: Tab to a time, Enter plays, the strip's button pauses", async () => {
		await site.visit(own(), async (page, timeline) => {
			await timeline.read((root) => root.querySelector('.num[data-n="8"]').focus());
			await tabTo(page, "link Play from 0:14");
			await page.keyboard.press("Enter");
			await spoken(timeline, 8);
			await timeline.until((root) => root.querySelector(".ql[data-stuck]"));
			await timeline.read((root) => root.querySelector(".pause").focus());
			assert.equal(await focused(page), "button Pause");
			await page.keyboard.press("Enter");
			await state(timeline, "paused");
			assert.equal(await focused(page), "button Play");
			assert.equal(await status(timeline), "Paused");
		});
	});

	test("the page follows, stays with a reader who scrolls away, and leads back", async () => {
		await site.visit(own(), async (page, timeline) => {
			await timeline.press("Play from 0:00");
			await spoken(timeline, 2);
			await inView(timeline, 2);
			await timeline.read((root) => {
				root.querySelector("audio").currentTime = 30;
			});
			await spoken(timeline, 16);
			await inView(timeline, 16);
			const away = () => timeline.read((root) => !root.querySelector(".follow").hidden);
			await page.evaluate(() => scrollTo(0, 0));
			await timeline.until((root) => !root.querySelector(".follow").hidden);
			const at = await page.evaluate(() => scrollY);
			await timeline.until((root) => root.querySelector("[data-spoken]").value > 16);
			assert.equal(await page.evaluate(() => scrollY), at, "the page stays where the reader is");
			await timeline.press("Back to the spoken turn");
			const n = await timeline.read((root) => root.querySelector("[data-spoken]").value);
			await inView(timeline, n);
			assert.equal(await away(), false);
		});
	});

	test("playing does not disturb a search", async () => {
		await site.visit(own(), async (page, timeline) => {
			await timeline.press("Play from 0:00");
			await state(timeline, "playing");
			await timeline.search("turn 24");
			const at = await page.evaluate(() => scrollY);
			await timeline.read((root) => {
				root.querySelector("audio").currentTime = 40;
			});
			await spoken(timeline, 21);
			assert.equal(await page.evaluate(() => scrollY), at);
		});
	});

	test("a player of the page is played and followed, and there is no other", async () => {
		const player = `<audio id="podcast" controls preload="none" src="${recording.url}"></audio>`;
		await site.visit(page({ player, attributes: 'for="podcast"' }), async (page, timeline) => {
			assert.equal(await timeline.read((root) => root.querySelector(".player")), null);
			await timeline.press("Play from 0:08");
			await spoken(timeline, 5);
			await page.$eval("#podcast", (audio) => {
				audio.currentTime = 20;
			});
			await spoken(timeline, 11);
			await timeline.element.evaluate((element) => element.remove());
			assert.equal(
				await page.$eval("#podcast", (audio) => audio.paused),
				false,
				"the page's player is the page's",
			);
		});
	});

	test("a recording that cannot be played offers a link to it", async () => {
		const lost = page({ media: { url: `${site.origin}/nothing.wav`, type: "audio/wav" } });
		await site.visit({ ...lost, errors: [/404/] }, async (_, timeline) => {
			await timeline.press("Play from 0:04");
			await timeline.until((root) => !root.querySelector(".unplayable").hidden);
			assert.equal(await status(timeline), "The recording cannot be played here.");
			assert.match(await timeline.text(".unplayable"), /Open the recording$/);
		});
	});
});
