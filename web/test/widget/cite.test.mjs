// Tests of sharing a quote: the menu, the copied text, and what happens if copying
// fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { focused, Timeline, tabTo } from "../support/timeline.mjs";

const permissions = ["clipboard-read", "clipboard-sanitized-write"];

/**
 * Runs in the page, before its own scripts: records the details of the element's
 * qt-copy events.
 */
function listen() {
	globalThis.events = [];
	addEventListener("qt-copy", (event) => events.push(event.detail));
}

eachWidget("Citing", (site) => {
	/** The contents of the clipboard, by media type. */
	const clipboard = (page) =>
		page.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
			return Object.fromEntries(await Promise.all(texts));
		});

	/**
	 * Copies turn n with the menu, in the citation style that has this name in the menu.
	 * Waits until the text has been copied.
	 */
	const copy = async (timeline, n, name) => {
		await timeline.press(`Cite turn ${n}`);
		await timeline.press(name);
		await timeline.until((root, n) => root.querySelector(`[data-act="cite"][data-n="${n}"][data-done]`), n);
	};

	const items = (timeline) =>
		timeline.read((root) =>
			[...root.querySelectorAll("[role=menuitem]")]
				.filter((item) => item.checkVisibility())
				.map((item) => item.textContent),
		);

	test("“Copy quote” puts words and source on the clipboard, as text and as HTML, to the byte", async () => {
		const script = await site.transcript();
		const [question, answer] = script.turns.slice(10, 12);
		await site.visit({ path: "/", permissions, prepare: listen }, async (page, timeline) => {
			await copy(timeline, 12, "Copy quote");
			assert.equal(await timeline.text("[role=status]"), "Copied");
			const copied = await clipboard(page);
			const link = `${site.origin}/#q=${answer.id}`;
			const source = `Sam Altman, CEO, OpenAI, “${script.title}” (translated)`;
			const plain = copied["text/plain"];
			assert.ok(plain.startsWith(`Host: “${question.text}”\n“${answer.text}” — ${source}`), plain);
			assert.ok(plain.endsWith(link), plain);
			// The article's security policy forbids parsing markup from strings. So the
			// test parses the HTML in a blank page.
			const blank = await page.browserContext().newPage();
			const read = await blank.evaluate((html) => {
				const { body } = new DOMParser().parseFromString(html, "text/html");
				return {
					words: [...body.querySelectorAll("blockquote p")].map((p) => p.textContent),
					link: body.querySelector("cite a").href,
				};
			}, copied["text/html"]);
			assert.deepEqual(read, { words: [`Host: ${question.text}`, ...answer.text.split("\n")], link });
			assert.deepEqual(await page.evaluate(() => events), [{ turn: answer.id, style: "quote", text: plain }]);
			assert.equal(await focused(page), "button Cite turn 12");
		});
	});

	test("every style of citation", async () => {
		const { turns, title } = await site.transcript();
		const { id, text } = turns[13];
		const link = `${site.origin}/#q=${id}`;
		const source = `Sam Altman, CEO, OpenAI, in “${title}” (translated)`;
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			const copied = {};
			for (const style of ["Plain text", "Markdown", "HTML", "AP", "BibTeX", "RIS", "CSL-JSON"]) {
				await copy(timeline, 14, style);
				const types = await clipboard(page);
				assert.deepEqual(Object.keys(types), ["text/plain"], style);
				copied[style] = types["text/plain"];
			}
			assert.ok(copied["Plain text"].includes(`“${text}” — Sam Altman`));
			assert.ok(copied.Markdown.includes(`\n> ${text}\n>\n> — Sam Altman`));
			assert.ok(copied.HTML.startsWith(`<blockquote cite="${link}" lang="en">\n<p>`));
			assert.ok(copied.AP.includes(source) && copied.AP.endsWith(`“${text}” ${link}`), copied.AP);
			assert.match(
				copied.BibTeX,
				/^@misc\{altman-murati-2023-[a-z0-9]+,\n {2}author = \{\{Sam Altman\}\},\n/,
			);
			assert.match(copied.RIS, /^TY {2}- ELEC\r?\nID {2}- altman-murati-2023-/);
			const [{ type, author, URL }] = JSON.parse(copied["CSL-JSON"]);
			assert.deepEqual([type, author, URL], ["interview", [{ literal: "Sam Altman" }], link]);
		});
	});

	test("selected words alone, with an ellipsis where the turn says more, and a link to them", async () => {
		const { turns } = await site.transcript();
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			// This selection begins and ends inside a word. The copied text contains
			// both words as a whole.
			await timeline.select([12, "aturday morning, some peopl"]);
			await timeline.press("Cite turn 12");
			assert.equal(await timeline.text(".what"), "Selected words, turn 12");
			await timeline.press("Plain text");
			await timeline.until((root) => root.querySelector("[data-done]"));
			const { "text/plain": plain } = await clipboard(page);
			assert.ok(plain.includes("\n“[…] Saturday morning, some people […]” — Sam Altman"), plain);
			const start = [...turns[11].text.slice(0, turns[11].text.indexOf("Saturday"))].length;
			assert.ok(
				plain.includes(`/#q=${turns[11].id}:${start}-${start + "Saturday morning, some people".length}~`),
				plain,
			);
			await page.goto(plain.slice(plain.lastIndexOf("http")));
			await page.reload();
			const again = new Timeline(await page.$("quote-timeline"));
			await again.live();
			assert.equal(await again.text("mark.cited"), "Saturday morning, some people");
		});
	});

	test("an excerpt that crosses turns says so, and names who speaks", async () => {
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			await timeline.select([13, "the board asked"], [16, "that happened"]);
			await timeline.press("Cite turn 14");
			assert.equal(await timeline.text(".what"), "Excerpt, turns 13 to 16");
			await timeline.press("Copy quote");
			await timeline.until((root) => root.querySelector("[data-done]"));
			const { "text/plain": plain } = await clipboard(page);
			assert.match(
				plain,
				/^Host: \[…\] the board asked .*\nSam Altman: Yes\.\nHost: .*\nSam Altman: Not .* that happened \[…\] — Host, Sam Altman, .*\(translated, excerpt\)/,
			);
		});
	});

	test("turns that a filter hides are left out visibly", async () => {
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await timeline.select([10, "ask Ilya"], [25, "working methods"]);
			await copy(timeline, 25, "Plain text");
			const { "text/plain": plain } = await clipboard(page);
			assert.match(plain, /^Mira Murati: \[…\] ask Ilya about that\.\n\[…\]\nHost: Due /);
		});
	});

	test("the menu by keyboard", async () => {
		await site.visit({ path: "/", permissions }, async (page, timeline) => {
			await tabTo(page, "button Cite turn 1");
			await page.keyboard.press("ArrowDown");
			assert.equal(await focused(page), "menuitem Copy link");
			await page.keyboard.press("ArrowUp");
			assert.equal(await focused(page), "menuitem CSL-JSON");
			await page.keyboard.press("ArrowDown");
			await page.keyboard.press("ArrowDown");
			assert.equal(await focused(page), "menuitem Copy quote");
			await page.keyboard.press("End");
			await page.keyboard.press("Escape");
			assert.equal(await focused(page), "button Cite turn 1");
			assert.deepEqual(await items(timeline), []);
			await page.keyboard.press("ArrowUp");
			assert.equal(await focused(page), "menuitem CSL-JSON");
			await page.keyboard.press("Home");
			await page.keyboard.press("Tab");
			assert.deepEqual(await items(timeline), []);
			assert.notEqual(await focused(page), "button Cite turn 1");
			await page.keyboard.down("Shift");
			await page.keyboard.press("Tab");
			await page.keyboard.up("Shift");
			await page.keyboard.press("Enter");
			assert.equal((await items(timeline)).length, 9);
			await page.keyboard.press("Enter");
			await timeline.until((root) => root.querySelector("[data-done]"));
			assert.match((await clipboard(page))["text/plain"], /#q=[a-z0-9]+$/);
		});
	});

	test("the menu opens upwards where there is no room below, and the page does not move", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView({ block: "end" }));
			const before = await page.evaluate(() => scrollY);
			await timeline.press("Cite turn 22");
			const { top, bottom } = await timeline.read((root) =>
				root.querySelector(".box").getBoundingClientRect().toJSON(),
			);
			assert.ok(top >= 0 && bottom <= 800, `from ${top} to ${bottom}`);
			assert.equal(await page.evaluate(() => scrollY), before);
		});
	});

	test("the menu closes when something else is pressed", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.press("Cite turn 2");
			const expanded = () =>
				timeline.read((root) => [...root.querySelectorAll("[aria-expanded=true]")].map((b) => b.ariaLabel));
			assert.deepEqual(await expanded(), ["Cite turn 2"]);
			await timeline.press("Cite turn 2");
			assert.deepEqual(await expanded(), []);
			await timeline.press("Cite turn 2");
			await timeline.click(".search input");
			assert.deepEqual(await expanded(), []);
			assert.deepEqual(await items(timeline), []);
		});
	});

	test("in a frame without a clipboard the text is there to copy by hand, selected", async () => {
		const path = "/host";
		const frame = `${site.origin}/embed/altman-murati-2023`;
		const body = `<!doctype html><title>Host</title><link rel="icon" href="data:,">
			<quote-timeline></quote-timeline>
			<iframe src="${frame}" sandbox="allow-scripts" width="700" height="1500"></iframe>`;
		const answers = (url) => (url === site.origin + path ? { contentType: "text/html", body } : undefined);
		await site.visit({ path, answers, live: false, errors: [/clipboard/i] }, async (page) => {
			const inside = await (await page.waitForSelector("iframe")).contentFrame();
			const timeline = new Timeline(await inside.waitForSelector("quote-timeline"));
			await timeline.live();
			await timeline.press("Cite turn 2");
			await timeline.press("Copy quote");
			await timeline.until((root) => root.querySelector("textarea"));
			const field = await timeline.read((root) => {
				const { value, selectionStart, selectionEnd, readOnly } = root.activeElement;
				return { value, all: selectionEnd - selectionStart === value.length, readOnly };
			});
			const { turns } = await site.transcript();
			assert.ok(field.all && field.readOnly);
			assert.ok(field.value.includes(`“${turns[1].text}” — Sam Altman`), field.value);
			assert.ok(field.value.endsWith(`${site.origin}/t/altman-murati-2023#q=${turns[1].id}`), field.value);
			await page.keyboard.press("Escape");
			assert.equal(await timeline.read((root) => root.activeElement.ariaLabel), "Cite turn 2");
		});
	});

	test("on a phone one button, 44 px in size, also hands the quote to the system", async () => {
		const prepare = () => {
			globalThis.shared = [];
			navigator.share = (data) => Promise.resolve(shared.push(data));
		};
		const { turns, title } = await site.transcript();
		await site.visit({ path: "/", width: 390, prepare }, async (page, timeline) => {
			const sizes = await timeline.read((root) =>
				[...root.querySelectorAll('li[value="2"] .acts > button')]
					.map((button) => button.getBoundingClientRect())
					.map(({ width, height }) => [Math.round(width), Math.round(height)]),
			);
			assert.deepEqual(sizes, [
				[0, 0],
				[44, 44],
			]);
			await timeline.press("Cite turn 2");
			assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
			await timeline.press("Share…");
			await page.waitForFunction(() => shared.length === 1);
			const [data] = await page.evaluate(() => shared);
			assert.equal(data.title, title);
			assert.equal(data.url, `${site.origin}/#q=${turns[1].id}`);
			assert.ok(data.text.startsWith(`Host: “${turns[0].text}”\n“${turns[1].text}”`), data.text);
		});
	});
});
