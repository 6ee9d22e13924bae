// Tests that the page's URL contains the reader's choices (search, filter, linked turn),
// and that opening the URL restores them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { hosting } from "../support/host.mjs";
import { Timeline } from "../support/timeline.mjs";

/**
 * Runs in the page, before its own scripts: records the events of the <quote-timeline>
 * element with their details.
 */
function listen() {
	globalThis.events = [];
	for (const type of ["qt-ready", "qt-select", "qt-filter", "qt-copy"])
		addEventListener(type, (event) => events.push([type, event.detail]));
}

const allTurns = Array.from({ length: 30 }, (_, i) => i + 1);

eachWidget("Address", (site) => {
	const fragment = (page) => page.evaluate(() => location.hash);
	const becomes = (page, hash) => page.waitForFunction((hash) => location.hash === hash, {}, hash);
	/** The numbers of the visible turns. */
	const turns = async (timeline) => (await timeline.rows()).filter((row) => typeof row === "number");
	const typed = (timeline) => timeline.read((root) => root.querySelector(".search input").value);

	test("arrival restores speaker, topic, search and the linked turn", async () => {
		const { turns: all } = await site.transcript();
		const path = `/#q=${all[21].id}&s=host,sam-altman&topic=governance&find=board`;
		await site.visit(path, async (page, timeline) => {
			assert.deepEqual(await turns(timeline), [19, 20, 21, 22, 23, 24]);
			assert.equal(await typed(timeline), "board");
			assert.match(await timeline.text(".count"), /turns$/);
			assert.deepEqual(await timeline.linked(), [22]);
			assert.ok(await timeline.inView(22));
			const choice = await timeline.read((root) => [
				root.querySelector(".choice select").value,
				...[...root.querySelectorAll(".switch")].map((chip) => chip.ariaPressed),
			]);
			assert.deepEqual(choice, ["governance", "true", "true", "false"]);
			assert.equal(await fragment(page), path.slice(1));
		});
	});

	test("a chip adds a history entry that Back undoes and Forward does again", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			assert.equal(await fragment(page), "#s=mira-murati");
			await timeline.click('.switch[data-lane="0"]');
			assert.equal(await fragment(page), "#s=host,mira-murati");
			await page.goBack();
			await timeline.until((root) => root.querySelector(".switch").ariaPressed === "false");
			assert.deepEqual(await turns(timeline), [9, 10, 25, 26]);
			await page.goBack();
			await timeline.until((root) => root.querySelector(".switch").ariaPressed === "true");
			assert.deepEqual(await timeline.rows(), allTurns);
			assert.equal(await fragment(page), "");
			await page.goForward();
			await timeline.until((root) => root.querySelector(".switch").ariaPressed === "false");
			assert.deepEqual(await turns(timeline), [9, 10, 25, 26]);
		});
	});

	test("a query replaces the one before, in one history entry", async () => {
		await site.visit("/", async (page, timeline) => {
			const steps = await page.evaluate(() => history.length);
			await timeline.search("board & more");
			await becomes(page, "#find=board%20%26%20more");
			await timeline.search("board");
			await becomes(page, "#find=board");
			assert.equal(await page.evaluate(() => history.length), steps);
			await (await timeline.find(".choice select")).select("staff");
			assert.equal(await fragment(page), "#find=board&topic=staff");
			await timeline.search("boar");
			// The address changes only when the reader has stopped typing for a while. The
			// next line clicks before the address has changed.
			await timeline.click('[data-act="only"]');
			assert.equal(await fragment(page), "#find=boar&topic=staff&only=hits");
			assert.equal(await page.evaluate(() => history.length), steps + 2);
			await page.goBack();
			await becomes(page, "#find=boar&topic=staff");
			await timeline.until((root) => !root.querySelector('[data-act="only"]').checked);
		});
	});

	test("the page's own fragments are kept, and its navigation does not change the choice", async () => {
		await site.visit("/#comments", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			assert.equal(await fragment(page), "#comments&s=mira-murati");
			await page.evaluate(() => history.replaceState({ page: "its own" }, ""));
			await (await timeline.find(".choice select")).select("safety");
			assert.deepEqual(await page.evaluate(() => history.state), { page: "its own" });
			await page.evaluate(() => {
				location.hash = "#about";
			});
			assert.equal(await timeline.text(".filter b"), "Mira Murati, Safety and research");
			await page.goBack();
			await page.goBack();
			await timeline.until((root) => root.querySelector(".filter b")?.textContent === "Mira Murati");
		});
	});

	test("unknown ids in an address are ignored", async () => {
		const path = "/#q=nobody&s=nobody&topic=nothing&find=%ff&only=hits&x=%";
		await site.visit({ path, errors: [/404/] }, async (page, timeline) => {
			assert.deepEqual(await timeline.rows(), allTurns);
			assert.equal(await typed(timeline), "");
			assert.equal(await fragment(page), path.slice(1));
		});
	});

	test("two elements on one page have different names in the address", async () => {
		await site.visit("/demo/two#s=host&s2=mira-murati", async (page, first) => {
			const [, element] = await page.$$("quote-timeline");
			const second = new Timeline(element);
			await element.scrollIntoView();
			await second.live();
			assert.deepEqual(await turns(second), [9, 10, 25, 26]);
			assert.equal((await turns(first)).length, 15);
			await second.press("Show all");
			assert.equal(await fragment(page), "#s=host");
			assert.equal((await turns(first)).length, 15);
		});
	});

	test("attributes are the defaults, and change what is shown", async () => {
		const path = "/t/altman-murati-2023";
		await site.visit(path, async (page, timeline) => {
			const set = (name, value) =>
				timeline.element.evaluate((element, name, value) => element.setAttribute(name, value), name, value);
			await set("speaker", "mira-murati");
			assert.deepEqual(await turns(timeline), [9, 10, 25, 26]);
			assert.equal(await fragment(page), "", "what the attributes say is not in the address");
			await timeline.press("Show all");
			assert.equal(await fragment(page), "#s=*");
			await page.goBack();
			await timeline.until((root) => root.querySelector(".filter"));
			await set("speaker", "sam-altman host");
			await set("topic", "staff");
			assert.deepEqual(await turns(timeline), [17, 18]);
			await set("q", "board");
			assert.equal(await typed(timeline), "board");
			const { turns: all } = await site.transcript();
			await set("turn", all[27].id);
			assert.deepEqual(await timeline.linked(), [28]);
			const properties = await timeline.element.evaluate((element) => {
				element.theme = "dark";
				element.turn = "";
				element.q = "";
				return [
					element.speaker,
					element.topic,
					element.q,
					element.theme,
					element.for,
					element.getAttribute("theme"),
				];
			});
			assert.deepEqual(properties, ["sam-altman host", "staff", "", "dark", "", "dark"]);
			assert.equal(await typed(timeline), "");
			assert.deepEqual(await timeline.linked(), []);
		});
	});

	test("properties set before the script arrives are used, and calls wait for the program", async () => {
		const prepare = () =>
			addEventListener("DOMContentLoaded", () => {
				const element = document.querySelector("quote-timeline");
				element.topic = "safety";
				customElements
					.whenDefined("quote-timeline")
					.then(() => element.filter({ speaker: ["mira-murati"], q: undefined }));
			});
		await site.visit({ path: "/", prepare }, async (page, timeline) => {
			await timeline.until((root) => root.querySelector(".filter"));
			assert.equal(await timeline.text(".filter b"), "Mira Murati, Safety and research");
			assert.equal(await fragment(page), "#s=mira-murati");
			assert.equal(await timeline.element.evaluate((element) => element.getAttribute("topic")), "safety");
		});
	});

	test("scripts filter, go to a turn and clear, and events report it", async () => {
		const { turns: all } = await site.transcript();
		await site.visit({ path: "/", prepare: listen }, async (page, timeline) => {
			const steps = await page.evaluate(() => history.length);
			await timeline.element.evaluate((element) =>
				element.filter({ speaker: "mira-murati", q: "security", only: true }),
			);
			assert.deepEqual(await turns(timeline), [25, 26]);
			assert.equal(await fragment(page), "#s=mira-murati&find=security&only=hits");
			await timeline.element.evaluate((element, id) => element.goTo(id), all[11].id);
			await timeline.element.evaluate((element) => element.clear());
			assert.equal((await timeline.rows()).length, 30);
			assert.equal(await fragment(page), "");
			assert.equal(await page.evaluate(() => history.length), steps);
			await timeline.click('.seg[data-n="22"]');
			const nothing = { speaker: ["host", "sam-altman", "mira-murati"], topic: "", q: "", only: false };
			assert.deepEqual(await page.evaluate(() => events.map(([type, detail]) => [type, detail ?? null])), [
				["qt-ready", null],
				[
					"qt-filter",
					{ speaker: ["mira-murati"], topic: "", q: "security", only: true, hits: 2, shown: 2, total: 30 },
				],
				["qt-select", { turn: all[11].id, n: 12, speaker: "sam-altman" }],
				["qt-filter", { ...nothing, hits: 0, shown: 30, total: 30 }],
				["qt-select", { turn: all[21].id, n: 22, speaker: "sam-altman" }],
			]);
		});
	});

	test("two elements that a page keeps in step do not call each other forever", async () => {
		const prepare = () => {
			globalThis.events = 0;
			addEventListener("qt-filter", ({ target, detail }) => {
				// More than 20 events mean that the two elements call each other in an
				// endless loop. The test stops the loop, because it would block the tab.
				if (++globalThis.events > 20) return;
				for (const element of document.querySelectorAll("quote-timeline"))
					if (element !== target) element.filter(detail);
				target.q = detail.q;
			});
		};
		await site.visit({ path: "/demo/two", prepare }, async (page, first) => {
			const [, element] = await page.$$("quote-timeline");
			const second = new Timeline(element);
			await element.scrollIntoView();
			await second.live();
			await first.press("only Mira Murati");
			assert.deepEqual(await turns(second), [9, 10, 25, 26]);
			await second.search("board");
			await first.until((root) => root.querySelector(".search input").value === "board");
			assert.deepEqual(await turns(first), [9, 10, 25, 26]);
			assert.equal(await page.evaluate(() => globalThis.events), 4, "each reports each choice once");
		});
	});

	test("a call that changes nothing adds no history entry and sends no event", async () => {
		await site.visit({ path: "/#find=f%C3%BCr", prepare: listen }, async (page, timeline) => {
			const steps = await page.evaluate(() => history.length);
			const tellings = () =>
				page.evaluate(() => globalThis.events.filter(([type]) => type === "qt-filter").length);
			const before = await tellings();
			for (let i = 0; i < 3; i++) await timeline.press("only Mira Murati");
			for (let i = 0; i < 3; i++) await timeline.element.evaluate((element) => element.filter({ q: "für" }));
			assert.equal(await page.evaluate(() => history.length), steps + 1);
			assert.equal(await tellings(), before + 1);
			assert.equal(await fragment(page), "#find=f%C3%BCr&s=mira-murati");
			await page.goBack();
			await becomes(page, "#find=f%C3%BCr");
			await timeline.until((root) => !root.querySelector(".filter"));
		});
	});

	test("a listener may remove the element", async () => {
		const prepare = () => addEventListener("qt-filter", (event) => event.target.remove());
		await site.visit({ path: "/", prepare }, async (_, timeline) => {
			await timeline.press("only Mira Murati");
			assert.equal(await timeline.element.evaluate((element) => element.isConnected), false);
		});
	});

	test("a new src replaces the transcript", async () => {
		const { turns: all } = await site.transcript();
		const answers = (url) => {
			if (!url.includes("/v1/transcripts/other")) return;
			const html = url.includes(".html");
			const body = html
				? '<article class="ql" data-version="0"></article>'
				: JSON.stringify({ ...other, turns: all.slice(0, 2) });
			return { contentType: html ? "text/html" : "application/json", body };
		};
		const other = await site.transcript();
		await site.visit({ path: "/t/altman-murati-2023", answers }, async (_, timeline) => {
			await timeline.element.evaluate((element) => {
				element.src = "/v1/transcripts/other";
			});
			await timeline.until((root) => root.querySelectorAll("[data-live] .turn").length === 2);
			assert.deepEqual(await timeline.rows(), [1, 2]);
			await timeline.element.evaluate((element) => element.setAttribute("src", element.getAttribute("src")));
			assert.deepEqual(await timeline.rows(), [1, 2], "the same again changes nothing");
		});
	});

	test("the route of a hash router stays, and the choice is its query", async () => {
		const prepare = () => {
			globalThis.routes = [];
			const route = () =>
				routes.push(/^#\/story\/([^/?]*)(\?.*)?$/.exec(location.hash)?.[1] ?? location.hash);
			for (const type of ["hashchange", "popstate", "DOMContentLoaded"]) addEventListener(type, route);
		};
		const { turns: all } = await site.transcript();
		await site.visit({ path: "/#/story/12", prepare }, async (page, timeline) => {
			await timeline.press("only Mira Murati");
			assert.equal(await fragment(page), "#/story/12?s=mira-murati");
			await timeline.click('.num[data-n="9"]');
			assert.equal(await fragment(page), `#/story/12?s=mira-murati&q=${all[8].id}`);
			await page.goBack();
			await timeline.until((root) => !root.querySelector(".linked"));
			await page.goBack();
			await timeline.until((root) => !root.querySelector(".filter"));
			assert.equal(await fragment(page), "#/story/12");
			const routes = await page.evaluate(() => globalThis.routes);
			assert.deepEqual([...new Set(routes)], ["12"]);
		});
		for (const path of [`/#/story/12?page=2&q=${all[21].id}&s=host`, `/#/story/12&q=${all[21].id}&s=host`])
			await site.visit(path, async (page, timeline) => {
				assert.deepEqual(await timeline.linked(), [22]);
				await timeline.until((root) => root.querySelector(".filter"));
				assert.equal(await fragment(page), path.slice(1));
			});
	});

	test("a link of the server's HTML keeps the route of a hash router", async () => {
		const { turns: all } = await site.transcript();
		const answers = (url) => (url.endsWith(".wasm") ? "abort" : undefined);
		const errors = [/qt-error/, /ERR_FAILED/];
		await site.visit({ path: "/#/story/12", live: false, answers, errors }, async (page, timeline) => {
			await timeline.shown();
			for (const n of [5, 6]) {
				await timeline.click(`.num[data-n="${n}"]`);
				await timeline.until((root, n) => root.querySelector(".linked")?.parentElement.value === n, n);
				assert.equal(await fragment(page), `#/story/12?q=${all[n - 1].id}`);
			}
		});
	});

	test('an element with address="none" neither reads nor writes the address', async () => {
		const { turns: all } = await site.transcript();
		const visit = hosting(site.origin, 'address="none"', { fragment: `#q=${all[21].id}&s=mira-murati` });
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		await site.visit({ ...visit, permissions }, async (page, timeline) => {
			const before = await page.evaluate(() => [location.href, history.length]);
			assert.deepEqual(await timeline.rows(), allTurns);
			assert.deepEqual(await timeline.linked(), []);
			await timeline.press("only Mira Murati");
			await timeline.search("security");
			await timeline.click('.num[data-n="25"]');
			assert.deepEqual(await timeline.linked(), [25]);
			await page.evaluate(() => {
				location.hash = "#elsewhere";
			});
			assert.ok(await timeline.read((root) => root.querySelector(".filter")), "the choice stays");
			await page.goBack();
			assert.deepEqual(await page.evaluate(() => [location.href, history.length - 1]), before);
			await timeline.press("Copy link to turn 25");
			await timeline.until((root) => root.querySelector("[data-done]"));
			const link = await page.evaluate(() => navigator.clipboard.readText());
			assert.equal(link, `${site.origin}/t/altman-murati-2023#q=${all[24].id}`);
		});
	});
});
