// Tests what happens when the <quote-timeline> element is moved within the page or
// removed from it. A removed element leaves no listeners. The page's global names never
// change.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { pageWith } from "../support/page.mjs";
import { Timeline } from "../support/timeline.mjs";

/**
 * Runs in the page, before its own scripts: counts how often the WebAssembly program is
 * instantiated.
 */
function countInstances() {
	globalThis.instances = 0;
	const { instantiate } = WebAssembly;
	WebAssembly.instantiate = (...args) => {
		globalThis.instances++;
		return instantiate.apply(WebAssembly, args);
	};
}

/**
 * Returns a function whose arguments are JavaScript expressions. The function evaluates
 * each of them in the page, and returns how many event listeners each resulting object
 * has.
 */
async function listeners(page) {
	const session = await page.createCDPSession();
	return async (...expressions) => {
		const counts = {};
		for (const expression of expressions) {
			const { result } = await session.send("Runtime.evaluate", { expression });
			const found = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
			counts[expression] = found.listeners.length;
		}
		return counts;
	};
}

/**
 * Removes the first <quote-timeline> element from the page. A comment node remains at
 * its position, where attach() inserts the element again.
 */
const detach = (page) =>
	page.evaluateHandle(() => {
		const element = document.querySelector("quote-timeline");
		const place = document.createComment("");
		element.replaceWith(place);
		return { element, place };
	});

const attach = (detached) => detached.evaluate(({ element, place }) => place.replaceWith(element));

const all = Array.from({ length: 30 }, (_, i) => i + 1);

eachWidget("Life", (site) => {
	test("a removed element leaves no listener", async () => {
		await site.visit("/", async (page) => {
			const count = await listeners(page);
			await page.evaluate(() => {
				globalThis.gone = document.querySelector("quote-timeline");
			});
			const outside = ["window", "document", "document.body"];
			const own = ["gone", "gone.shadowRoot", "gone.shadowRoot.querySelector('.ql')"];
			const before = await count(...outside, ...own);
			for (const name of ["window", "gone.shadowRoot", own[2]]) assert.ok(before[name] > 0, name);

			await page.evaluate(() => gone.remove());
			const reporters = 2; // the two listeners that the test itself added to the window
			assert.deepEqual(await count(...outside), { window: reporters, document: 0, "document.body": 0 });
			assert.deepEqual(Object.values(await count(...own)), [0, 0, 0]);
		});
	});

	test("a removed element is still readable, and its controls are off", async () => {
		await site.visit("/", async (page) => {
			const detached = await detach(page);
			const left = await detached.evaluate(({ element: { shadowRoot } }) => [
				shadowRoot.querySelectorAll(".turn").length,
				shadowRoot.querySelectorAll("[data-live]").length,
				shadowRoot.querySelectorAll("fieldset:disabled").length,
			]);
			assert.deepEqual(left, [30, 0, 2]);
		});
	});

	test("an element that returns works as before, and shows what the address says", async () => {
		await site.visit({ path: "/", prepare: countInstances }, async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await attach(await detach(page));
			await timeline.live();
			assert.equal((await timeline.rows()).length, 7);
			await timeline.press("Show all");
			assert.deepEqual(await timeline.rows(), all);
			await timeline.search("board");
			assert.equal(await timeline.text(".count"), "8 turns");
			assert.equal(await page.evaluate(() => instances), 1);
		});
	});

	test("an element that is moved at once works as before", async () => {
		await site.visit("/", async (page, timeline) => {
			await page.evaluate(() => {
				const element = document.querySelector("quote-timeline");
				for (let i = 0; i < 3; i++) document.querySelector("main").prepend(element);
			});
			await timeline.live();
			await timeline.press("only Mira Murati");
			assert.equal((await timeline.rows()).length, 7);
		});
	});

	test("removal before the program has started starts nothing", async () => {
		// The window is only 100 pixels high, so the element is far below what is
		// visible. The program starts only when the element is near.
		const hold = { path: "/", live: false, height: 100 };
		await site.visit({ ...hold, prepare: countInstances }, async (page, timeline) => {
			await timeline.shown();
			await detach(page);
			await page.evaluate(() => scrollTo(0, 1500));
			await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
			assert.equal(await page.evaluate(() => instances), 0);
		});
	});

	test("the program is asked for when the reader comes near", async () => {
		await site.visit(
			{ path: "/", live: false, height: 100, prepare: countInstances },
			async (page, timeline) => {
				await timeline.shown();
				await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
				assert.equal(await page.evaluate(() => instances), 0);
				assert.equal((await timeline.rows()).length, 30);
				await page.evaluate(() => scrollTo(0, 500));
				await timeline.live();
			},
		);
	});

	test("two elements share one instance, and each keeps its own state", async () => {
		const programs = [];
		const answers = (url) => {
			if (url.endsWith(".wasm")) programs.push(url);
		};
		await site.visit({ path: "/demo/two", prepare: countInstances, answers }, async (page, first) => {
			const [, element] = await page.$$("quote-timeline");
			const second = new Timeline(element);
			await element.scrollIntoView();
			await second.live();
			assert.equal(programs.length, 1);
			assert.equal(await page.evaluate(() => instances), 1);

			const untouched = await second.markup();
			await first.press("only Mira Murati");
			await first.search("board");
			assert.equal(await second.markup(), untouched);
			await second.search("security");
			assert.equal(await first.text(".count"), "8 turns");
			assert.deepEqual(await second.rows(), all);

			await first.element.evaluate((element) => element.remove());
			await second.press("only Mira Murati");
			assert.equal((await second.rows()).length, 7);
		});
	});

	test("the page keeps its globals, of which the element adds none", async () => {
		const prepare = () => {
			globalThis.Go = "the page's own";
			globalThis.namesBefore = undefined;
			globalThis.namesBefore = Object.getOwnPropertyNames(globalThis);
		};
		await site.visit({ path: "/", prepare }, async (page) => {
			const [Go, added] = await page.evaluate(() => [
				globalThis.Go,
				Object.getOwnPropertyNames(globalThis).filter((name) => !namesBefore.includes(name)),
			]);
			assert.equal(Go, "the page's own");
			assert.deepEqual(
				added.filter((name) => !name.includes("ariaQuerySelector")), // puppeteer adds these names
				[],
			);
		});
	});

	test("a page without a global Go has none afterwards", async () => {
		await site.visit("/", async (page) => {
			assert.equal(await page.evaluate(() => "Go" in globalThis), false);
		});
	});

	test("the element sends qt-ready, goTo works, and its src is its attribute", async () => {
		const prepare = () => {
			globalThis.ready = [];
			addEventListener("qt-ready", (event) => ready.push([event.target.localName, event.composed]));
		};
		const { turns } = await site.transcript();
		await site.visit({ path: "/", prepare }, async (page, timeline) => {
			assert.deepEqual(await page.evaluate(() => ready), [["quote-timeline", true]]);
			const answers = await timeline.element.evaluate(
				(element, id) => [element.goTo(id), element.goTo("nobody"), element.src],
				turns[21].id,
			);
			assert.deepEqual(answers, [true, false, `${site.origin}/v1/transcripts/altman-murati-2023`]);
			assert.ok(await timeline.inView(22));
		});
	});

	test("a second script and markup of another version do no harm", async () => {
		const script = await site.transcript();
		const markup = `<article class="ql" lang="en" data-version="${script.version}"><p>Another make</p></article>`;
		const page = { id: script.id, json: JSON.stringify(script), html: markup };
		const before = '<script type="module" async src="/quote-timeline.js?another"></script>';
		await site.visit(pageWith(site.origin, page, { before }), async (_, timeline) => {
			assert.deepEqual(await timeline.rows(), all);
			await timeline.press("only Mira Murati");
			assert.equal((await timeline.rows()).length, 7);
		});
	});
});
