// Tests that three programs write the same markup, byte for byte: the widget compiled by
// TinyGo, the widget compiled by standard Go, and the Worker (the server). The golden files
// in shared/render/testdata contain that markup.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { pageWith } from "../support/page.mjs";

const folder = new URL("../../../shared/render/testdata/", import.meta.url).pathname;

/**
 * Splits a txtar archive, a text that contains several files
 * (golang.org/x/tools/txtar). Returns the files' contents by name.
 */
function sections(archive) {
	const parts = archive.split(/^-- (.+) --\n/m).slice(1);
	return Object.fromEntries(parts.flatMap((name, i) => (i % 2 === 0 ? [[name.trim(), parts[i + 1]]] : [])));
}

const archives = globSync(`${folder}*.txtar`)
	.sort()
	.map((file) => ({ name: basename(file, ".txtar"), ...sections(readFileSync(file, "utf8")) }))
	.filter(({ view }) => view === undefined);

/**
 * The markup of everything that the element shows now. The method toHTML makes the
 * widget's program write it.
 */
const written = (timeline) => timeline.element.evaluate((element) => element.toHTML());

test("there are golden files to compare with", () => assert.ok(archives.length > 0));

eachWidget("Corpus", (site) => {
	test("the interview's markup is that of the Worker", async () => {
		const served = await (await fetch(`${site.origin}${interview}.html`)).text();
		await site.visit("/", async (_, timeline) => assert.equal(await written(timeline), served));
	});

	for (const { name, transcript, html } of archives) {
		const expected = html.replace(/\n$/, "");
		const { id } = JSON.parse(transcript);
		const shown = (timeline) => timeline.read((root) => root.querySelector(".ql").outerHTML);

		test(`${name}: the program writes the archive's bytes`, async () => {
			const where = pageWith(site.origin, { id, json: transcript, html: expected });
			await site.visit(where, async (_, timeline) => assert.equal(await written(timeline), expected));
		});

		test(`${name}: the page is the same whether the program keeps the server's markup or writes its own`, async () => {
			const served = { id, json: transcript, html: expected };
			const [, lang] = /lang="(.*?)"/.exec(expected);
			const outdated = { ...served, html: `<div class="ql" lang="${lang}" data-version="0"></div>` };
			const pages = [];
			for (const content of [served, outdated]) {
				await site.visit(pageWith(site.origin, content), async (_, timeline) =>
					pages.push(await shown(timeline)),
				);
			}
			assert.equal(pages[0], pages[1]);
		});
	}
});
