// The builder and the guides to embedding.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { eachWidget } from "./browser.mjs";

const folder = new URL("../demo/embed/", import.meta.url).pathname;
const guides = globSync(`${folder}*.html`)
	.map((file) => basename(file, ".html"))
	.filter((name) => name !== "index")
	.sort();

eachWidget("Guides to embedding", (site) => {
	const builder = { path: "/demo/embed/?id=altman-murati-2023", live: false };
	const code = (page, words) =>
		page.waitForFunction((words) => document.querySelector("#code").value.includes(words), {}, words);

	test("the builder gives the snippet of every kind, and shows it", async () => {
		await site.visit(builder, async (page) => {
			await code(page, `<quote-timeline src="${site.origin}/v1/transcripts/altman-murati-2023">`);
			await page.select("[name=kind]", "iframe");
			await page.select("[name=theme]", "dark");
			await page.select("[name=lang]", "de");
			await page.type("[name=height]", "900");
			await page.keyboard.press("Tab");
			await code(page, 'theme=dark&amp;lang=de" width="100%" height="900"');
			await page.waitForFunction(() => document.querySelector(".preview").height === "900");
			assert.match(
				await page.$eval(".preview", ({ src }) => src),
				/\/embed\/altman-murati-2023\?theme=dark&lang=de$/,
			);
			await page.select("[name=kind]", "quote");
			await code(page, ' only=""');
			await page.select("[name=kind]", "static");
			await code(page, '<section class="quoteline"');
			await page.select("[name=kind]", "link");
			await code(page, "<p><a href=");
			assert.equal(await page.$eval("[name=theme]", ({ disabled }) => disabled), true);
			assert.equal(await page.$eval(".fault", ({ textContent }) => textContent), "");
		});
	});

	test("the transcript's page leads to the builder", async () => {
		await site.visit("/t/altman-murati-2023", async (page) => {
			const [link] = await page.$$('a[href="/demo/embed/?id=altman-murati-2023"]');
			await Promise.all([page.waitForNavigation(), link.click()]);
			await code(page, "<quote-timeline");
		});
	});

	for (const name of guides) {
		test(`the guide “${name}” shows a working example`, async () => {
			await site.visit({ path: `/demo/embed/${name}`, live: false }, async (page) => {
				const example = await page.waitForSelector("quote-timeline, iframe");
				await example.scrollIntoView();
				const frame = (await example.contentFrame()) ?? page.mainFrame();
				await frame.waitForFunction(() =>
					document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".ql[data-live]"),
				);
			});
		});
	}
});
