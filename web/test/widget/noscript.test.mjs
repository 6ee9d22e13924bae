// Tests the page without JavaScript: the reader can read the whole interview, and links
// to turns work.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";

eachWidget("Without JavaScript", (site) => {
	test("the article shows all turns in order, each with its speaker", async () => {
		const { speakers, turns } = await site.transcript();
		const names = new Map(speakers.map(({ id, name }) => [id, name]));
		await site.visit({ path: "/", scripts: false }, async (page) => {
			const shown = await page.$$eval("quote-timeline blockquote p", (paragraphs) =>
				paragraphs.filter((p) => p.checkVisibility()).map((p) => p.textContent),
			);
			const expected = turns.flatMap(({ speaker, text }) => `${names.get(speaker)}: ${text}`.split("\n"));
			assert.equal(turns.length, 30);
			assert.deepEqual(shown, expected);
		});
	});

	test("the article leads to the transcript's own page", async () => {
		await site.visit({ path: "/", scripts: false }, async (page) => {
			await Promise.all([page.waitForNavigation(), page.click("quote-timeline > p > a")]);
			assert.equal(page.url(), `${site.origin}/t/altman-murati-2023`);
		});
	});

	test("the transcript's page shows line and turns, and no control that would not work", async () => {
		await site.visit({ path: "/t/altman-murati-2023", scripts: false }, async (_, timeline) => {
			assert.equal((await timeline.rows()).length, 30);
			assert.equal(await timeline.read((root) => root.querySelectorAll(".plot .seg").length), 30);
			const usable = await timeline.read((root) =>
				[...root.querySelectorAll("button, input, select")]
					.filter((control) => control.checkVisibility({ visibilityProperty: true }))
					.filter((control) => !control.matches(":disabled"))
					.map((control) => control.textContent),
			);
			assert.deepEqual(usable, []);
		});
	});

	test("the transcript's page shows and reads aloud each turn once", async () => {
		const { turns } = await site.transcript();
		await site.visit({ path: "/t/altman-murati-2023", scripts: false }, async (page) => {
			const shown = await page.$$eval("quote-timeline > article > blockquote", (list) =>
				list.map((turn) => turn.checkVisibility({ visibilityProperty: true })),
			);
			assert.deepEqual(shown, Array(30).fill(false));
			const nodes = (node) => [node, ...(node.children ?? []).flatMap(nodes)];
			const heard = nodes(await page.accessibility.snapshot({ interestingOnly: false }));
			const texts = heard.filter(({ role, name }) => role === "StaticText" && name === turns[0].text);
			assert.equal(texts.length, 1);
		});
	});

	test("every link of a turn leads to the page that quotes it", async () => {
		const { turns } = await site.transcript();
		await site.visit({ path: "/t/altman-murati-2023", scripts: false }, async (page, timeline) => {
			for (const selector of [".num", ".seg"]) {
				const links = await timeline.read(
					(root, s) => [...root.querySelectorAll(s)].map((link) => link.getAttribute("href")),
					selector,
				);
				const expected = turns.map(({ id }) => `${site.origin}/t/altman-murati-2023/q/${id}`);
				assert.deepEqual(links, expected);
			}
			await Promise.all([page.waitForNavigation(), timeline.click('.num[data-n="22"]')]);
			assert.match(await page.title(), /turn 22/);
		});
	});
});
