// Tests how the element looks when something outside it decides: a newsroom's colours
// and density, forced colours, narrow windows, wide letter spacing, right-to-left text,
// and print.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";

eachWidget("Appearance", (site) => {
	/**
	 * Returns a Visit (how a test opens a page, see browser.mjs) for a page with the
	 * interview's element. The argument lang is the page's language, and style is the
	 * page's CSS. The argument attributes has the element's attributes as markup.
	 */
	const hosted = (lang, { style = "", attributes = "", ...visit } = {}) => {
		const path = "/a-house";
		const body = `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A house</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<quote-timeline src="${interview}" ${attributes}></quote-timeline>
<script type="module" async src="/quote-timeline.js"></script>`;
		const answer = { contentType: "text/html; charset=utf-8", body };
		return { ...visit, path, answers: (url) => (url === site.origin + path ? answer : undefined) };
	};

	/**
	 * A property of the computed style of the first element that matches. If the argument
	 * pseudo is given, the style is that of the element's pseudo-element with this name.
	 */
	const styled = (timeline, selector, property, pseudo) =>
		timeline.read(
			(root, s, p, of) => getComputedStyle(root.querySelector(s), of)[p],
			selector,
			property,
			pseudo,
		);

	test("a newsroom's paper, ink and accent suffice; properties that are set directly come first", async () => {
		const style =
			"quote-timeline { --qt-paper: #102030; --qt-ink: #f0e0d0; --qt-accent: #ffcc00; --qt-hair: #405060 }";
		await site.visit(hosted("en", { style }), async (_, timeline) => {
			const of = (selector, property) => styled(timeline, selector, property);
			assert.equal(await of(".ql", "backgroundColor"), "rgb(16, 32, 48)");
			for (const selector of [".title", ".facts", ".num", ".scale"])
				assert.equal(await of(selector, "color"), "rgb(240, 224, 208)", selector);
			assert.equal(await of(".kicker", "color"), "rgb(255, 204, 0)");
			assert.equal(await of(".tools", "borderTopColor"), "rgb(64, 80, 96)");
		});
	});

	test("the theme attribute comes before the reader's scheme, and can change", async () => {
		await site.visit(hosted("en", { attributes: 'theme="dark"', scheme: "light" }), async (_, timeline) => {
			assert.equal(await styled(timeline, ".ql", "backgroundColor"), "rgb(19, 21, 24)");
			await timeline.element.evaluate((element) => {
				element.theme = "light";
			});
			assert.equal(await styled(timeline, ".ql", "backgroundColor"), "rgb(255, 255, 255)");
		});
	});

	test("a page can style the parts, and density reduces space", async () => {
		const names = [
			"header",
			"line",
			"chip",
			"search",
			"turn",
			"question",
			"answer",
			"actions",
			"strip",
			"footer",
		];
		const style = names
			.map((name, i) => `quote-timeline::part(${name}) { outline-offset: ${i + 11}px }`)
			.join("\n");
		await site.visit(hosted("en", { style }), async (_, timeline) => {
			for (const [i, name] of names.entries()) {
				const offsets = await timeline.read(
					(root, part) =>
						[...root.querySelectorAll(`[part~="${part}"]`)].map(
							(node) => getComputedStyle(node).outlineOffset,
						),
					name,
				);
				const own = name === "turn" ? /^\d+px$/ : new RegExp(`^${i + 11}px$`);
				assert.match(offsets[0] ?? "", own, name);
			}
			const height = () => timeline.read((root) => root.querySelector(".list").offsetHeight);
			const before = await height();
			await timeline.element.evaluate((element) => element.setAttribute("density", "compact"));
			assert.ok((await height()) < 0.85 * before);
		});
	});

	for (const lang of ["de", "ar"]) {
		test(`${lang}: 320 px wide, as at 400 %, with wide letters: nothing is wider than the page`, async () => {
			await site.visit(hosted(lang, { width: 320, height: 256 }), async (page, timeline) => {
				const over = () =>
					page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.equal(await over(), 0);
				await timeline.search("board");
				await timeline.until((root) => root.querySelector(".count").textContent !== "");
				assert.equal(await over(), 0, "with a search");
				// Text spacing that a reader may set, and with which no content may be
				// lost (WCAG 2.2, 1.4.12).
				await timeline.read((root) => {
					const sheet = new CSSStyleSheet();
					sheet.replaceSync(
						"* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
					);
					root.adoptedStyleSheets.push(sheet);
				});
				assert.equal(await over(), 0, "with wide letters");
				const cut = await timeline.read((root) =>
					[...root.querySelectorAll(".title, .facts, .share, .text, .filter, .only, .scale")]
						.filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1)
						.filter((part) => getComputedStyle(part).overflow !== "visible")
						.map((part) => part.className),
				);
				assert.deepEqual(cut, [], "words are cut off");
			});
		});
	}

	test("ar: the line runs from right to left, and so do its keys", async () => {
		await site.visit(hosted("ar"), async (page, timeline) => {
			const middle = (n) =>
				timeline.read((root, turn) => {
					const { left, right } = root.querySelector(`.seg[data-n="${turn}"] .bar`).getBoundingClientRect();
					return (left + right) / 2;
				}, n);
			assert.ok((await middle(1)) > (await middle(2)) && (await middle(2)) > (await middle(30)));
			await timeline.read((root) => root.querySelector('.seg[tabindex="0"]').focus());
			for (const [key, n] of [
				["ArrowLeft", "2"],
				["ArrowLeft", "3"],
				["ArrowRight", "2"],
			]) {
				await page.keyboard.press(key);
				assert.equal(await timeline.read((root) => root.activeElement.dataset.n), n, key);
			}
			const preview = await timeline.read(
				(root) => root.querySelector(".preview").getBoundingClientRect().right,
			);
			assert.ok(Math.abs(preview - (await middle(2))) < 60, "the preview stands at its turn");
		});
	});

	test("forced colours keep lanes, chips, focus and marks visible", async () => {
		await site.visit(hosted("en"), async (page, timeline) => {
			const session = await page.createCDPSession();
			await session.send("Emulation.setEmulatedMedia", {
				features: [
					{ name: "forced-colors", value: "active" },
					{ name: "prefers-reduced-motion", value: "reduce" },
				],
			});
			await timeline.search("board");
			await page.keyboard.press("Enter");
			await timeline.until((root) => root.querySelector("mark.now"));
			const canvas = await styled(timeline, ".ql", "backgroundColor");
			const shown = [
				[".s1 .bar", "fill"],
				[".s1 .switch .i", "backgroundColor"],
				[".hits .now", "fill"],
				[".at path", "fill"],
				["mark.now", "backgroundColor"],
			];
			for (const [selector, property] of shown)
				assert.notEqual(await styled(timeline, selector, property), canvas, selector);
			assert.notEqual(await styled(timeline, ".search", "backgroundColor", "::after"), canvas, "focus");
		});
	});

	test("print has every turn with its address, what was hidden, and no controls", async () => {
		await site.visit({ path: "/t/altman-murati-2023", scheme: "dark" }, async (page, timeline) => {
			await timeline.click('.switch[data-lane="0"]');
			await timeline.click('.switch[data-lane="1"]');
			await page.emulateMediaType("print");
			const visible = (selector) =>
				timeline.read(
					(root, s) => [...root.querySelectorAll(s)].filter((node) => node.checkVisibility()).length,
					selector,
				);
			assert.equal(await visible(".turn"), 30);
			for (const control of [".tools", ".acts", ".strip", ".solo", ".stub button", ".filter"])
				assert.equal(await visible(control), 0, control);
			assert.equal(await timeline.text(".stub .printed"), "8 turns hidden on screen: turns 1 to 8");
			const href = await timeline.read((root) => root.querySelector(".num").getAttribute("href"));
			assert.equal(await styled(timeline, ".num", "content", "::after"), `"${href}"`);
			assert.equal(await styled(timeline, ".ql", "backgroundColor"), "rgb(255, 255, 255)");
			assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
		});
	});
});
