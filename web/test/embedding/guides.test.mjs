// Tests of two kinds of pages for newsrooms: the snippet builder (/demo/embed/), which
// generates the markup to paste, and the guides to embedding.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { ampFrame } from "../support/cms.mjs";

const folder = new URL("../../embedding/", import.meta.url).pathname;
const guides = globSync(`${folder}*.html`)
	.map((file) => basename(file, ".html"))
	.filter((name) => name !== "index")
	.sort();

eachWidget("Guides to embedding", (site) => {
	// The builder previews a quote in a frame that may not run scripts. The browser
	// reports the blocked script as an error, so the test expects that error. A preview that
	// is replaced while it loads may report that its request failed.
	const errors = [/^Blocked script execution/];
	const tolerated = [/^qt-error: Failed to fetch/];
	const builder = { path: "/demo/embed/?id=altman-murati-2023", live: false, errors, tolerated };
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
			await page.waitForFunction(() => document.querySelector(".preview").src.includes("kind=quote"));
			const preview = await page.$(".preview");
			await (await preview.contentFrame()).waitForSelector("blockquote");
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
		const path = `/demo/embed/${name}`;

		test(`the guide “${name}” shows a working example`, async () => {
			await site.visit({ path, live: false }, async (page) => {
				const example = await page.waitForSelector("quote-timeline, iframe");
				await example.scrollIntoView();
				const frame = (await example.contentFrame()) ?? page.mainFrame();
				await frame.waitForFunction(() =>
					document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".ql[data-live]"),
				);
			});
		});

		test(`the guide “${name}” shows the endpoint's snippet, and what readers get without scripts`, async () => {
			await site.visit({ path, scripts: false }, async (page) => {
				const [shown, link] = await page.evaluate(() => [
					document.querySelector("pre").textContent,
					[...document.querySelectorAll("a")].findLast((a) => a.checkVisibility()).textContent,
				]);
				const given = await snippets(site.origin);
				assert.ok(
					given.some((snippet) => follows(snippet, shown.split("…"))),
					shown,
				);
				assert.match(link, /full transcript$/);
			});
		});
	}
});

/**
 * The pieces of markup that the guides show for the interview, with
 * https://edge.example as the server's address. They are the script, the frame, the
 * address in the frame's link, and the frame for AMP pages.
 */
async function snippets(origin) {
	const ask = async (kind) => {
		const answer = await fetch(`${origin}${interview}/embed?kind=${kind}`);
		return (await answer.json()).html.replaceAll(origin, "https://edge.example");
	};
	const [script, frame] = await Promise.all([ask("script"), ask("iframe")]);
	const [, address] = /href="([^"]*)"/.exec(frame);
	return [script, frame, address, ampFrame(frame)];
}

/**
 * Whether the text begins with the first part, ends with the last part, and contains all
 * parts in this order. Any other text may be between two parts.
 */
function follows(text, parts) {
	let at = 0;
	for (const part of parts) {
		const found = text.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return text.startsWith(parts[0]) && text.trimEnd().endsWith(parts.at(-1));
}
