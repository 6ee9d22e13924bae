// Tests of several <quote-timeline> elements on one page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";
import { edge } from "../support/page.mjs";
import { Timeline } from "../support/timeline.mjs";

/**
 * Returns a function that answers the page's requests. The path /host gets a page with
 * this body. The argument bodies has the answers of the endpoint (the server of
 * transcripts), by URL.
 */
function page(origin, body, bodies = new Map()) {
	const markup = `<!doctype html><html lang="en"><title>Several</title><link rel="icon" href="data:,">${body}`;
	const own = new Map([[`${origin}/host`, { contentType: "text/html; charset=utf-8", body: markup }]]);
	return (url) => own.get(url) ?? bodies.get(url.replace(/\?.*/, ""));
}

/**
 * Makes copies of the interview, as if another endpoint (server of transcripts) served
 * them. Each copy has its own id and title. Returns the answers with the JSON and the
 * markup, by URL.
 */
async function copies(site, ids) {
	const json = await site.transcript();
	const html = await (await fetch(`${site.origin}${interview}.html`)).text();
	return new Map(
		ids.flatMap((id) => {
			const body = JSON.stringify({ ...json, id, title: `Title of ${id}` });
			const markup = html
				.replaceAll(site.origin, edge)
				.replaceAll(json.id, id)
				.replaceAll(json.title, `Title of ${id}`);
			return [
				[`${edge}/v1/transcripts/${id}`, { contentType: "application/json", body }],
				[`${edge}/v1/transcripts/${id}.html`, { contentType: "text/html; charset=utf-8", body: markup }],
			];
		}),
	);
}

const element = (address) => `<quote-timeline src="${address}"></quote-timeline>`;
const script = (version) => `<script type="module" async src="/quote-timeline.js?${version}"></script>`;

eachWidget("Several elements", (site) => {
	test("three transcripts and two copies of the script do not affect each other", async () => {
		const ids = ["first", "second", "third"];
		const elements = ids.map((id) => element(`${edge}/v1/transcripts/${id}`)).join("");
		const answers = page(site.origin, elements + script(1) + script(2), await copies(site, ids));
		await site.visit({ path: "/host", answers, live: false }, async (page) => {
			const timelines = (await page.$$("quote-timeline")).map((found) => new Timeline(found));
			for (const [i, timeline] of timelines.entries()) {
				await timeline.element.scrollIntoView();
				await timeline.live();
				assert.equal(await timeline.text(".title"), `Title of ${ids[i]}`);
			}
			const rows = async () => Promise.all(timelines.map(async (timeline) => (await timeline.rows()).length));
			const [before] = await rows();
			await timelines[1].press("only Mira Murati");
			const [first, second, third] = await rows();
			assert.deepEqual([first, third], [before, before]);
			assert.ok(second < before, `${second} of ${before}`);
			await timelines[2].search("board");
			await timelines[2].until((root) => root.querySelector(".count").textContent !== "");
			assert.deepEqual([await timelines[0].text(".count"), await timelines[1].text(".count")], ["", ""]);
		});
	});

	test("twenty elements load one program and start it once", async () => {
		const answer = page(site.origin, element(site.origin + interview).repeat(20) + script(1));
		const asked = [];
		const answers = (url) => {
			asked.push(url);
			return answer(url);
		};
		const prepare = () => {
			globalThis.instances = 0;
			const { instantiate } = WebAssembly;
			WebAssembly.instantiate = (...args) => {
				globalThis.instances++;
				return instantiate(...args);
			};
		};
		await site.visit({ path: "/host", answers, prepare, live: false }, async (page) => {
			for (const found of await page.$$("quote-timeline")) {
				await found.scrollIntoView();
				await new Timeline(found).live();
			}
			assert.equal(asked.filter((url) => url.endsWith(".wasm")).length, 1);
			assert.equal(await page.evaluate(() => globalThis.instances), 1);
		});
	});
});
