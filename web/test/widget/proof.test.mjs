// Tests of links to words that contain a proof, which is a short hash of the linked
// words. When a newer version of the transcript is published, the element compares the
// hash and reports whether these words have changed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { servePublisher } from "../support/publisher.mjs";

const said = (speaker, text) => ({ speaker, kind: speaker === "host" ? "question" : "answer", text });
const script = (...turns) => ({
	title: "On the arch",
	lang: "en",
	timing: "none",
	editing: "verbatim",
	speakers: [
		{ id: "host", name: "Host", kind: "host" },
		{ id: "a", name: "Speaker A", kind: "guest" },
	],
	turns: turns.map(([speaker, text]) => said(speaker, text)),
});

const first = script(
	["host", "Who built the arch by the harbour?"],
	["a", "My grandfather did, with two friends and a borrowed cart.\nIt took them one long summer."],
	["host", "Did it ever fall?"],
	["a", "Once, in a storm."],
	["host", "Is there anything else to tell?"],
	["a", "Nothing that I would tell a newspaper."],
);
const second = script(
	["host", "Who built the arch by the harbour?"],
	["a", "My grandfather did, with three friends and a cart.\nIt took them one long summer."],
	["host", "Did it ever fall?"],
	["a", "Only once, in a storm."],
);

eachWidget("Proof", (site) => {
	let publisher, one, two;
	const links = {};
	const path = "/t/arch";

	before(async () => {
		publisher = await servePublisher(site.widget);
		site.origin = publisher.origin;
		one = await publisher.publish("arch", first);
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		await site.visit({ path, permissions }, async (page, timeline) => {
			links.same = await linkTo(page, timeline, 3, "ever fall");
			links.moved = await linkTo(page, timeline, 4, "in a storm");
			links.reworded = await linkTo(page, timeline, 2, "with two friends and a borrowed cart");
		});
		const correction = { date: "2026-05-04", turn: one.turns[1].id, note: "We had misheard the number." };
		const words = { before: "two friends", after: "three friends" };
		two = await publisher.publish("arch", { ...second, corrections: [{ ...correction, ...words }] });
	});
	after(() => publisher?.stop());

	/**
	 * Selects some words of turn n, presses “Copy link”, and returns the fragment of
	 * the copied URL.
	 */
	const linkTo = async (page, timeline, n, words) => {
		await timeline.select([n, words]);
		await timeline.press(`Copy link to turn ${n}`);
		await timeline.until((root) => root.querySelector("[data-done]"));
		assert.equal(await timeline.text("[role=status]"), "Copied with the selected words");
		const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
		assert.equal(link.origin + link.pathname, publisher.origin + path);
		return link.hash;
	};
	const status = async (timeline) => {
		await timeline.until((root) => root.querySelector(".proof > p")); // the element first asks for the newest version
		return timeline.text(".proof > p");
	};

	test("the ids of turns outlive a correction", () => {
		assert.equal(two.version, 2);
		assert.deepEqual(
			two.turns.map(({ id }) => id),
			one.turns.slice(0, 4).map(({ id }) => id),
		);
	});

	test("linked words that are unchanged", async () => {
		await site.visit(path + links.same, async (_, timeline) => {
			assert.equal(await status(timeline), "The marked words are those that were linked, unchanged.");
			assert.equal(await timeline.text("mark.cited"), "ever fall");
		});
	});

	test("linked words that have moved", async () => {
		await site.visit(path + links.moved, async (_, timeline) => {
			assert.match(await status(timeline), /^The linked words are unchanged, but they have moved/);
			assert.equal(await timeline.text("mark.cited"), "in a storm");
		});
	});

	test("changed words: both versions, the day of the change and the correction", async () => {
		const fetched = [];
		const answers = (url) => {
			if (url.includes("/versions")) fetched.push(url.split("/versions")[1]);
		};
		await site.visit({ path: path + links.reworded, answers }, async (page, timeline) => {
			await timeline.until((root) => root.querySelector(".proof dl"));
			assert.deepEqual(fetched, ["", "/1"]);
			const today = new Date().toLocaleDateString("en", { dateStyle: "long", timeZone: "UTC" });
			assert.equal(await status(timeline), `The wording was changed on ${today}, after this link was made.`);
			const words = await timeline.read((root) =>
				[...root.querySelectorAll(".proof dd")].map((dd) => dd.innerHTML),
			);
			assert.deepEqual(words, [
				"with <del>two</del> friends and a<del> borrowed</del> cart",
				"with <ins>three</ins> friends and a cart",
			]);
			assert.equal(await timeline.text("mark.cited"), "with three friends and a cart");
			assert.equal(await timeline.text(".fix > p"), "Correction, May 4, 2026 We had misheard the number.");
			assert.equal(await timeline.text(".fix del"), "two");
			await timeline.press("See the correction");
			assert.equal(await timeline.read((root) => root.activeElement.className), "fix");
			assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
		});
	});

	test("a link to a removed turn leads to the nearest one, which says so", async () => {
		const gone = { path: `${path}#q=${one.turns[5].id}`, errors: [/410/] };
		await site.visit(gone, async (_, timeline) => {
			await timeline.until((root) => root.querySelector(".proof"));
			assert.match(await status(timeline), /^The linked turn was removed. This is the nearest/);
			assert.deepEqual(await timeline.linked(), [4]);
		});
	});

	test("the element says so if no version has the words, or if it cannot find out", async () => {
		const stranger = `${path}#q=${one.turns[1].id}:0-2~00000000`;
		await site.visit(stranger, async (_, timeline) => {
			await timeline.until((root) => root.querySelectorAll(".proof > p").length > 1);
			assert.match(
				await timeline.text(".proof"),
				/^The wording has changed.*The earlier wording is no longer available\./,
			);
		});
		const answers = (url) => (url.endsWith("/versions") ? "abort" : undefined);
		const errors = [/qt-error: .*fetch/, /ERR_FAILED/];
		const failed = () => {
			addEventListener("qt-error", () => document.documentElement.classList.add("failed"));
		};
		const unsure = { path: path + links.same, prepare: failed, answers, errors };
		await site.visit(unsure, async (page, timeline) => {
			await page.waitForSelector(".failed");
			assert.equal(await timeline.text("mark.cited"), "ever fall");
			assert.equal(
				await timeline.read((root) => root.querySelector(".proof")),
				null,
				"not said to be unchanged",
			);
		});
		await site.visit({ path: stranger, answers, errors }, async (_, timeline) => {
			await timeline.until((root) => root.querySelectorAll(".proof > p").length > 1);
			assert.equal((await timeline.rows()).length, 4);
		});
	});
});
