// Reading, in workerd: every address, method and format of the description.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Client, random } from "./client.mjs";
import { startWrangler } from "./wrangler.mjs";

const id = "altman-murati-2023";
const interview = `/v1/transcripts/${id}`;
const perOperation = 24; // requests made up for each
const seed = 20231129;

let worker, client, description, transcript, known;
before(async () => {
	worker = await startWrangler();
	description = await (await get("/openapi.json")).json();
	client = new Client(worker.origin, description);
	transcript = await (await get(interview)).json();
	known = {
		id: [id],
		turn: transcript.turns.map((turn) => turn.id),
		speaker: transcript.speakers.map((speaker) => speaker.id),
		topic: transcript.topics.map((topic) => topic.id),
		cursor: [undefined],
	};
});
after(() => worker?.stop());

const get = (path, headers = {}) => fetch(worker.origin + path, { headers });

test("the description is valid OpenAPI 3.1", async () => {
	const result = await new Validator().validate(structuredClone(description));
	assert.deepEqual(result.errors ?? [], []);
	assert.equal(result.valid, true);
	assert.match(description.openapi, /^3\.1\./);
});

test("every address answers every method as described", async () => {
	const dice = random(seed);
	for (const target of client.operations()) {
		const { answer } = await client.send(target, client.request(target, known, dice, true));
		const { path, method, operation } = target;
		const want = operation ? [200, 406, 409] : [method === "options" ? 204 : 405];
		if (method === "get" || !operation)
			assert.ok(want.includes(answer.status), `${method} ${path}: ${answer.status}`);
	}
});

test("requests made up at random get what is described", async () => {
	const dice = random(seed);
	const seen = new Set();
	for (const target of client.operations()) {
		if (!["get", "head"].includes(target.method)) continue;
		const spoilable = client.parameters(target).length > 0;
		for (let i = 0; i < perOperation; i++) {
			const request = client.request(target, known, dice, !spoilable || i % 2 === 0);
			const { answer } = await client.send(target, request);
			seen.add(`${target.path} ${answer.status}`);
		}
	}
	for (const expected of [
		"/v1/transcripts/{id} 406",
		"/v1/transcripts/{id}.vtt 409",
		"/v1/transcripts/{id}/turns 200",
		"/v1/transcripts/{id}/turns 400",
		"/v1/transcripts/{id}/turns 409",
		"/v1/transcripts/{id}/turns/{turn} 404",
	]) {
		assert.ok(seen.has(expected), `never seen: ${expected}`);
	}
});

test("every format comes by its suffix, and by Accept where it has a type of its own", async () => {
	const formats = {
		json: ["application/json", /^\{"schema":"quoteline\/1"/],
		html: ["text/html", /^<article /],
		txt: ["text/plain", /^Why were you fired\?.*\n\nHost: Sam, I want to address/s],
		md: ["text/markdown", /^# Why were you fired\?.*\n\n\*\*Host:\*\* Sam, I want/s],
		jsonld: ["application/ld+json", /^\{"@context":"https:\/\/schema.org"/],
		"podcast.html": [null, /^<cite>Host:<\/cite>\n<p>Sam, I want/],
	};
	for (const [suffix, [type, start]] of Object.entries(formats)) {
		const answer = await get(`${interview}.${suffix}`);
		assert.equal(answer.status, 200, suffix);
		const body = await answer.text();
		assert.match(body, start);
		if (!type) continue;
		const chosen = await get(interview, { Accept: `application/pdf, ${type};q=0.1` });
		assert.equal(await chosen.text(), body, suffix);
		assert.equal(chosen.headers.get("etag"), answer.headers.get("etag"));
		assert.equal(chosen.headers.get("vary"), "Accept");
		assert.equal(chosen.headers.get("content-location"), `${interview}.${suffix}`);
	}
});

test("formats with times are refused where there are none", async () => {
	for (const [path, accept] of [
		[`${interview}.vtt`],
		[`${interview}.srt`],
		[`${interview}.podcast.json`],
		[interview, "text/vtt"],
	]) {
		const answer = await get(path, accept ? { Accept: accept } : {});
		assert.equal(answer.status, 409, path);
		assert.equal((await answer.json()).type, "urn:quoteline:problem:no-timecodes");
	}
	const link = (await get(interview)).headers.get("link");
	assert.doesNotMatch(link, /\.vtt|\.srt|podcast\.json/);
});

test("every linked format is there", async () => {
	const link = (await get(interview)).headers.get("link");
	const targets = [...link.matchAll(/<([^>]+)>; rel="alternate"; type="([^"]+)"/g)];
	assert.equal(targets.length, 6);
	for (const [, url, type] of targets) {
		const answer = await fetch(url);
		assert.equal(answer.status, 200, url);
		assert.equal(answer.headers.get("content-type").split(";")[0], type);
		await answer.arrayBuffer();
	}
});

test("turns are filtered, and cursors lead through all of them", async () => {
	const all = [];
	for (let query = "?limit=7"; query; ) {
		const { turns, next } = await (await get(`${interview}/turns${query}`)).json();
		all.push(...turns);
		query = next && `?limit=7&cursor=${next}`;
	}
	assert.deepEqual(all, transcript.turns);
	const { turns } = await (await get(`${interview}/turns?q=board&speaker=sam-altman&limit=100`)).json();
	assert.ok(turns.length > 0);
	for (const { text, hits, speaker } of turns) {
		assert.equal(speaker, "sam-altman");
		for (const { start, end } of hits) assert.match([...text].slice(start, end).join(""), /^board$/i);
	}
	const refused = await get(`${interview}/turns?speaker=nobody`);
	assert.equal(refused.status, 400);
	assert.equal((await refused.json()).parameter, "speaker");
});

test("crawlers find every page", async () => {
	const robots = await (await get("/robots.txt")).text();
	const [, sitemap] = robots.match(/^Sitemap: (\S+)$/m);
	const listed = [...(await (await fetch(sitemap)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)];
	assert.deepEqual(
		listed.map(([, url]) => url),
		[`${worker.origin}/t/${id}`],
	);
});
