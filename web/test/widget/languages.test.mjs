// Tests the interface in nine languages. The widget's program writes the same bytes as the
// Worker (the server). Numbers look as the browser's Intl formats them. The interface uses
// the page's language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";

const languages = ["en", "es", "fr", "de", "pt", "ar", "he", "zh", "ja"];

eachWidget("Languages", (site) => {
	/**
	 * Returns a Visit (how a test opens a page, see browser.mjs) for a page with the
	 * interview's element. The argument lang is the page's language. The argument
	 * attributes has the element's attributes as markup.
	 */
	const pageIn = (lang, attributes = "", visit = {}) => {
		const path = `/page-in-${lang}`;
		const body = `<!doctype html>
<html lang="${lang}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page in a language</title>
<link rel="icon" href="data:,">
<quote-timeline src="${interview}" ${attributes}></quote-timeline>
<script type="module" async src="/quote-timeline.js"></script>`;
		const page = { contentType: "text/html; charset=utf-8", body };
		return { ...visit, path, answers: (url) => (url === site.origin + path ? page : undefined) };
	};

	/** The language and the direction of the interface, such as "ar rtl". */
	const spoken = (timeline) =>
		timeline.read((root) => {
			const { lang, dir } = root.querySelector(".ql");
			return `${lang} ${dir}`;
		});

	for (const lang of languages) {
		test(`${lang}: the program writes the Worker's bytes, with the numbers of Intl`, async () => {
			const served = await (await fetch(`${site.origin}${interview}.html?lang=${lang}`)).text();
			await site.visit(pageIn(lang), async (page, timeline) => {
				assert.equal(await timeline.element.evaluate((element) => element.toHTML()), served);
				assert.equal(await spoken(timeline), `${lang} ${/ar|he/.test(lang) ? "rtl" : "ltr"}`);
				const { turns } = await site.transcript();
				const [facts, share, day] = await timeline.read((root) =>
					[".facts", ".chip.s1 .share", ".facts time"].map((part) => root.querySelector(part).textContent),
				);
				const written = await page.evaluate(
					(tag, count) => [
						new Intl.NumberFormat(tag).format(count),
						new Intl.NumberFormat(tag).format(1234).replaceAll(/\d/g, ""),
						new Intl.NumberFormat(tag, { style: "percent" }).format(0.75).replace("75", ""),
					],
					lang,
					turns.length,
				);
				assert.ok(facts.includes(written[0]), facts);
				// The test looks for a number of four digits. The year of the date has four
				// digits too, so the date is removed first.
				const words = facts.replace(day, "").match(/(\d)([^\d]?)\d{3}(?!\d)/);
				assert.equal(words?.[2], written[1], facts);
				assert.match(share, new RegExp(`\\d${written[2]}`));
			});
		});
	}

	test("the element's own language comes before that of its page", async () => {
		await site.visit(pageIn("en", 'lang="de-AT"'), async (_, timeline) => {
			assert.equal(await spoken(timeline), "de ltr");
			await timeline.search("Board");
			await timeline.until((root) => root.querySelector(".count").textContent.includes("Beiträge"));
			await timeline.until((root) =>
				root.querySelector("[role=status]").textContent.includes("von 30 Beiträgen"),
			);
		});
	});

	test("the interface changes its language with the attribute", async () => {
		await site.visit(pageIn("en"), async (_, timeline) => {
			await timeline.element.evaluate((element) => {
				element.lang = "fr";
			});
			await timeline.until((root) => root.querySelector(".ql[data-live]")?.lang === "fr");
		});
	});

	test("an unknown language gives English", async () => {
		await site.visit(pageIn("pl"), async (_, timeline) => assert.equal(await spoken(timeline), "en ltr"));
	});

	test("a page of a transcript speaks the language it is asked for", async () => {
		await site.visit("/t/altman-murati-2023?lang=ar", async (page, timeline) => {
			assert.equal(await spoken(timeline), "ar rtl");
			assert.equal(await page.$eval("html", ({ dir }) => dir), "rtl");
			assert.equal(await timeline.text(".choice option"), "الكل (6)");
		});
	});
});
