// Tests of the pages for readers, in workerd (Cloudflare's runtime), by requests over HTTP.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startWrangler } from "./support/wrangler.mjs";

const interview = "/v1/transcripts/altman-murati-2023";

/** @type {Awaited<ReturnType<typeof startWrangler>>} */
let worker;
before(async () => {
	worker = await startWrangler();
});
after(() => worker?.stop());

const get = (path, init) => fetch(worker.origin + path, init);

test("a page is readable without scripts, and its policy allows nothing inline", async () => {
	const answer = await get("/t/altman-murati-2023");
	assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
	const policy = answer.headers.get("content-security-policy");
	assert.match(policy, /default-src 'none'/);
	assert.doesNotMatch(policy, /unsafe-inline|\*/);
	const page = await answer.text();
	const fragment = await (await get(`${interview}.html`)).text();
	assert.ok(page.includes(fragment), "the shadow root holds the fragment's bytes");
	assert.match(
		page,
		/<template shadowrootmode="open" hidden><link rel="stylesheet" href="\/quote-timeline.css">/,
	);
	assert.equal(page.match(/<article part="turn[ "]/g)?.length, 30);
});

test("every turn has a page that quotes it", async () => {
	const { turns } = await (await get(interview)).json();
	for (const turn of turns) {
		const path = `/t/altman-murati-2023/q/${turn.id}`;
		const answer = await get(path);
		assert.equal(answer.status, 200, path);
		const page = await answer.text();
		assert.ok(page.includes(`<link rel="canonical" href="${worker.origin}${path}">`), path);
		const [card] = /<figure class="quote-card">.*?<\/figure>/s.exec(page);
		assert.ok(card.includes(`<blockquote cite="${worker.origin}${path}"`), path);
		const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
		assert.equal(data["@type"], "Quotation");
		assert.equal(data.text, turn.text);
	}
});

test("an address without a page gets a page that says so", async () => {
	for (const path of ["/t/nobody", "/t/altman-murati-2023/q/nothing", "/nothing", "/%2e%2e/nothing"]) {
		const answer = await get(path);
		assert.equal(answer.status, 404, path);
		assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8", path);
		assert.match(await answer.text(), /<h1>Not found<\/h1>/);
	}
});

test("an address with a slash at its end redirects to the one without", async () => {
	const { turns } = await (await get(interview)).json();
	for (const path of [
		"/t/altman-murati-2023",
		`/t/altman-murati-2023/q/${turns[0].id}`,
		"/embed/altman-murati-2023",
	]) {
		const answer = await get(`${path}/?lang=fr`, { redirect: "manual" });
		assert.equal(answer.status, 301, path);
		assert.equal(answer.headers.get("location"), `${path}?lang=fr`);
		assert.equal((await get(`${path}/?lang=fr`)).status, 200, path);
	}
});

test("/favicon.ico is an icon", async () => {
	const answer = await get("/favicon.ico");
	assert.equal(answer.status, 200);
	assert.match(answer.headers.get("content-type"), /^image\//);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	assert.deepEqual([...bytes.slice(0, 4)], [0, 0, 1, 0]); // the head of an ICO file
	assert.ok(bytes.length < 1000);
});
