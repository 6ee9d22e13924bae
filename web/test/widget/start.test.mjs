// Tests the time between the arrival of the server's markup and the start of the widget's
// program. During this time the page does not scroll by itself, and no input of the reader
// is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { atRest, countEvents, held, hosting } from "../support/host.mjs";
import { longTranscript } from "../support/longtranscript.mjs";
import { pageWith } from "../support/page.mjs";

const all = Array.from({ length: 30 }, (_, i) => i + 1);

/**
 * Runs in the page, before its own scripts. Changes an attribute of the element while
 * the program is still reading the transcript. This happens when the program yields to
 * the browser for the second time. The test stores the attribute as [name, value] in
 * globalThis.change.
 */
function interrupt() {
	const next = scheduler.yield.bind(scheduler);
	let times = 0;
	scheduler.yield = () => {
		const [name, value] = globalThis.change;
		if (++times === 2) document.querySelector("quote-timeline").setAttribute(name, value);
		return next();
	};
}

eachWidget("Start", (site) => {
	const id = async (n) => (await site.transcript()).turns[n - 1].id;
	const marked = (timeline) => timeline.read((root) => root.querySelectorAll(".list mark").length);

	test("turns that the server left out are there if the address asks for them", async () => {
		const everything = hosting(site.origin, 'speaker="mira-murati"', { fragment: "#s=*" });
		await site.visit(everything, async (_, timeline) => {
			assert.deepEqual(await timeline.rows(), all);
			assert.equal(await timeline.text(".active"), "");
		});
		let expected;
		const fragment = "#s=sam-altman";
		await site.visit(hosting(site.origin, "", { fragment }), async (_, timeline) => {
			expected = await timeline.rows();
		});
		const other = hosting(site.origin, 'speaker="mira-murati"', { fragment });
		await site.visit(other, async (_, timeline) => assert.deepEqual(await timeline.rows(), expected));
	});

	test("the server's marks of a search go when the search changes", async () => {
		await site.visit(hosting(site.origin, 'q="employees"'), async (page, timeline) => {
			assert.equal(await marked(timeline), 0, "the browser highlights");
			await timeline.search("board");
			await timeline.until((root) => root.querySelector(".count").textContent === "8 turns");
			await page.keyboard.press("Enter");
			assert.equal(await marked(timeline), 1, "the present hit");
		});
	});

	test("the turn that the element names stays marked", async () => {
		const fifth = await id(5);
		const where = hosting(site.origin, `turn="${fifth}"`);
		await site.visit({ ...where, height: 400, errors: [/404/] }, async (page, timeline) => {
			assert.deepEqual(await timeline.linked(), [5]);
			assert.equal(await page.evaluate(() => scrollY), 0);
			await page.evaluate(() => (location.hash = "#q=of-another-element"));
			await atRest(page);
			assert.deepEqual(await timeline.linked(), [5]);
			await page.evaluate((id) => (location.hash = `#q=${id}`), fifth);
			await timeline.until((root) => root.querySelector('li[value="5"]').getBoundingClientRect().top < 200);
		});
	});

	for (const gone of [false, true]) {
		test(`a reader who has ${gone ? "scrolled" : "followed a link"} is not moved by the program`, async () => {
			const path = `/#q=${await id(22)}`;
			await site.visit({ path, live: false, prepare: held }, async (page, timeline) => {
				await timeline.shown();
				await timeline.until((root) => root.querySelector(".linked"));
				await atRest(page);
				const inWindow = () =>
					timeline.read((root) => root.querySelector('li[value="21"]').getBoundingClientRect().top);
				assert.ok((await inWindow()) > 0, "the question is there as well");
				if (gone) await page.evaluate(() => scrollBy({ top: -900, behavior: "instant" }));
				const before = await page.evaluate(() => scrollY);
				await page.evaluate(() => goOn());
				await timeline.live();
				await atRest(page);
				assert.equal(await page.evaluate(() => scrollY), before);
				assert.deepEqual(await timeline.linked(), [22]);
				assert.equal(await timeline.text(".linked .flag"), "Linked turn");
			});
		});
	}

	test("an element that comes back does not scroll the page", async () => {
		await site.visit(`/#q=${await id(22)}`, async (page, timeline) => {
			await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
			await timeline.element.evaluate((element) => element.parentNode.append(element));
			await timeline.live();
			await atRest(page);
			assert.equal(await page.evaluate(() => scrollY), 0);
			assert.deepEqual(await timeline.linked(), [22]);
		});
	});

	test("a link to a turn that the markup leaves out is followed, however far the element is", async () => {
		const { id, ...rest } = longTranscript(500);
		// This markup is from another transcript. So it does not contain the turn that
		// the link names.
		const html = await (await fetch(`${site.origin}${interview}.html`)).text();
		const given = { id, html, json: JSON.stringify({ id, ...rest }) };
		const { path, answers } = pageWith(site.origin, given, { before: '<div style="height: 5000px"></div>' });
		await site.visit({ path: `${path}#q=h400`, answers }, async (_, timeline) => {
			await timeline.until((root) => root.querySelector(".linked"));
			assert.deepEqual(await timeline.linked(), [400]);
			assert.ok(await timeline.inView(400));
		});
	});

	test("src may be a property before the script has come", async () => {
		const where = hosting(site.origin, "", { src: "" });
		const prepare = () =>
			addEventListener("DOMContentLoaded", () => {
				document.querySelector("quote-timeline").src = "/v1/transcripts/altman-murati-2023";
			});
		await site.visit({ ...where, prepare }, async (_, timeline) => {
			assert.deepEqual(await timeline.rows(), all);
		});
	});

	for (const [what, name, value] of [
		["another transcript", "src", interview],
		["another search", "q", "bridge"],
	]) {
		test(`${what} can be requested while a long transcript is read`, async () => {
			const { id, ...rest } = longTranscript(4000);
			const given = { id, html: '<article class="ql"></article>', json: JSON.stringify({ id, ...rest }) };
			const { path, answers } = pageWith(site.origin, given);
			const prepare = `(${interrupt})(); globalThis.change = ${JSON.stringify([name, site.origin + value])};
				if ("${name}" === "q") globalThis.change[1] = "${value}"`;
			await site.visit({ path, answers, prepare }, async (_, timeline) => {
				if (name === "src") await timeline.until((root) => root.querySelectorAll(".turn").length === 30);
				else await timeline.until((root) => root.querySelector(".count").textContent.endsWith(" turns"));
				const title = name === "src" ? (await site.transcript()).title : rest.title;
				assert.equal(await timeline.text(".title"), title);
				assert.equal(await timeline.read((root) => root.querySelectorAll("[data-live]").length), 1);
			});
		});
	}

	test("without the program, links keep what else is in the address", async () => {
		const errors = [/qt-error: .*unsafe-eval/, /policy: script-src wasm-eval/, /WebAssembly|unsafe-eval/];
		const [fifth, ninth] = [await id(5), await id(9)];
		const path = `/demo/no-wasm#/story&q=${fifth}%3A0-5~abcdef01&s=sam-altman`;
		await site.visit({ path, live: false, errors }, async (page, timeline) => {
			await timeline.shown();
			await timeline.until((root) => root.querySelector(".linked")?.parentElement.value === 5);
			await timeline.click('.num[data-n="9"]');
			await timeline.until((root) => root.querySelector(".linked")?.parentElement.value === 9);
			assert.equal(await page.evaluate(() => location.hash), `#/story&q=${ninth}&s=sam-altman`);
		});
	});

	test("a style sheet that did not come is asked for again", async () => {
		let asked = 0;
		const answers = (url) => (/quote-timeline\.\w+\.css/.test(url) && asked++ === 0 ? "abort" : undefined);
		const errors = [/qt-error: /, /ERR_FAILED/];
		const where = { path: "/", live: false, prepare: countEvents, answers, errors };
		await site.visit(where, async (page, timeline) => {
			await page.waitForFunction(() => failed);
			await timeline.element.evaluate((element) => {
				element.src += ".json";
			});
			await timeline.live();
		});
	});

	test("a program that did not come is asked for again when the reader presses something", async () => {
		let asked = 0;
		const answers = (url) => (url.endsWith(".wasm") && asked++ === 0 ? "abort" : undefined);
		const errors = [/qt-error: /, /ERR_FAILED/];
		const where = { path: "/", live: false, prepare: countEvents, answers, errors };
		await site.visit(where, async (page, timeline) => {
			await page.waitForFunction(() => failed);
			await timeline.click(".title");
			await page.waitForFunction(() => ready);
			await timeline.press("only Mira Murati");
			assert.equal((await timeline.rows()).length, 7);
		});
	});
});
