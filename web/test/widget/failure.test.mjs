// Tests what the reader can still do after a part of the widget has failed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { countEvents } from "../support/host.mjs";
import { Timeline } from "../support/timeline.mjs";

/**
 * Fails unless the page is usable after a failure. The server's markup must be
 * readable, and links to its turns must work. Controls without an effect must not be
 * visible.
 */
async function readable(page, timeline, site) {
	await page.waitForFunction(() => failed);
	const { turns } = await site.transcript();
	assert.equal((await timeline.rows()).length, 30);
	await page.evaluate((id) => {
		location.hash = `q=${id}`;
	}, turns[21].id);
	await timeline.until((root) => root.querySelector(".linked")?.parentElement.value === 22);
	assert.ok(await timeline.inView(22));
	await timeline.click('.num[data-n="5"]');
	await timeline.until((root) => root.querySelector(".linked")?.parentElement.value === 5);
	assert.equal(page.url().split("#")[1], `q=${turns[4].id}`);
	assert.deepEqual(await timeline.linked(), [5]);
	const usable = await timeline.read((root) =>
		[...root.querySelectorAll("button, input, select")]
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.filter((control) => !control.matches(":disabled"))
			.map((control) => control.textContent),
	);
	assert.deepEqual(usable, [], "no control is offered that does not work");
}

/**
 * Fails unless the element shows the quotations that the page's own markup contains. The
 * link in that markup must work.
 */
async function fallback(page, site) {
	const shown = await page.$$eval("quote-timeline blockquote p", (paragraphs) =>
		paragraphs.filter((p) => p.checkVisibility()),
	);
	assert.ok(shown.length >= 30);
	await Promise.all([page.waitForNavigation(), page.click("quote-timeline > p > a")]);
	assert.equal(page.url(), `${site.origin}/t/altman-murati-2023`);
}

/**
 * Runs in the page: makes the next call of scrollIntoView throw an error, as if the
 * widget's program had a fault there.
 */
function trap() {
	const { scrollIntoView } = Element.prototype;
	Element.prototype.scrollIntoView = () => {
		Element.prototype.scrollIntoView = scrollIntoView;
		throw new Error("a trap");
	};
}

eachWidget("Failure", (site) => {
	test("a page that refuses WebAssembly keeps text and links", async () => {
		const errors = [/qt-error: .*unsafe-eval/, /policy: script-src wasm-eval/, /WebAssembly|unsafe-eval/];
		await site.visit(
			{ path: "/demo/no-wasm", live: false, prepare: countEvents, errors },
			async (page, timeline) => {
				await readable(page, timeline, site);
			},
		);
	});

	for (const [what, ending] of [
		["program", ".wasm"],
		["runtime", "wasm_exec"],
		["transcript's data", interview],
	]) {
		test(`where the ${what} does not arrive, text and links stay`, async () => {
			const answers = (url) => {
				const { pathname } = new URL(url);
				if (ending === interview ? pathname === interview : pathname.includes(ending)) return "abort";
			};
			const errors = [/qt-error: /, /ERR_FAILED/];
			await site.visit(
				{ path: "/", live: false, answers, prepare: countEvents, errors },
				async (page, timeline) => {
					await readable(page, timeline, site);
				},
			);
		});
	}

	test("data that is no transcript leaves text and links", async () => {
		const answers = (url) => (new URL(url).pathname === interview ? { body: '{"turns": [' } : undefined);
		await site.visit(
			{ path: "/", live: false, answers, prepare: countEvents, errors: [/qt-error: /] },
			async (page, timeline) => {
				await readable(page, timeline, site);
			},
		);
	});

	for (const [what, answer, error] of [
		["is down", "abort", /qt-error: /],
		["answers 500", { status: 500, body: "<h1>Internal error</h1>" }, /qt-error: .* 500/],
		["answers 404", { status: 404, body: "{}" }, /qt-error: .* 404/],
		[
			"answers with another page",
			{ contentType: "text/html", body: "<h1>Log in to this network</h1>" },
			/qt-error: /,
		],
		["answers with nothing", { contentType: "text/html", body: "" }, /qt-error: /],
	]) {
		test(`where the endpoint ${what}, the element's own contents stay`, async () => {
			const answers = (url) => (new URL(url).pathname.startsWith("/v1/") ? answer : undefined);
			const errors = [error, /Failed to load resource|qt-error/];
			await site.visit({ path: "/", live: false, answers, prepare: countEvents, errors }, async (page) => {
				await page.waitForFunction(() => failed);
				await fallback(page, site);
			});
		});
	}

	test("where the style sheet does not arrive, the element's own contents stay", async () => {
		const answers = (url) => (/assets\/quote-timeline.*css/.test(url) ? "abort" : undefined);
		const errors = [/qt-error: /, /ERR_FAILED/];
		await site.visit({ path: "/", live: false, answers, prepare: countEvents, errors }, async (page) => {
			await page.waitForFunction(() => failed);
			await fallback(page, site);
		});
	});

	test("after a trap the server's text is shown, and a press starts the program again", async () => {
		const errors = [/qt-error: /, /panic|trap|exit|goroutine|unreachable|released/];
		await site.visit({ path: "/", prepare: countEvents, errors }, async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await page.evaluate(trap);
			await timeline.click('.seg[data-n="10"]');
			await page.waitForFunction(() => failed === 1);
			assert.equal((await timeline.rows()).length, 30);
			assert.equal(await timeline.read((root) => root.querySelectorAll("[data-live]").length), 0);

			await timeline.click(".title");
			await page.waitForFunction(() => ready === 2);
			await timeline.press("only Mira Murati");
			assert.equal((await timeline.rows()).length, 7);
		});
	});

	test("a trap in one element ends the program for all, and a press restarts each", async () => {
		const errors = [/qt-error: /, /panic|trap|exit|goroutine|unreachable|released/];
		await site.visit({ path: "/demo/two", prepare: countEvents, errors }, async (page, first) => {
			const [, element] = await page.$$("quote-timeline");
			const second = new Timeline(element);
			await element.scrollIntoView();
			await second.live();
			await second.press("only Mira Murati");
			await page.evaluate(trap);
			await first.click('.seg[data-n="10"]');
			await page.waitForFunction(() => failed === 2);
			assert.equal((await second.rows()).length, 30);

			await second.click(".title");
			await second.live();
			await second.press("only Mira Murati");
			assert.equal((await second.rows()).length, 7);
			assert.equal(await first.read((root) => root.querySelectorAll("[data-live]").length), 0);
			await first.click(".title");
			await first.live();
		});
	});
});
