// Tests of reading from the Worker, which runs in workerd (Cloudflare's runtime): every
// address, method and format of the OpenAPI document.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Client, random } from "./support/client.mjs";
import { execute, makeState, startWrangler } from "./support/wrangler.mjs";

const id = "altman-murati-2023";
const interview = `/v1/transcripts/${id}`;
const perOperation = 16; // how many random requests are made for each operation
const seed = 20231129;

// The built-in transcript has no times, so the tests publish this transcript, which has
// them.
const timed = {
	title: "On tides",
	lang: "en",
	timing: "turn",
	editing: "verbatim",
	recordedAt: "2024-04-30",
	speakers: [
		{ id: "host", name: "Host", kind: "host" },
		{ id: "ann", name: "Ann & <Example>", kind: "guest" },
	],
	topics: [{ id: "sea", label: "The sea" }],
	turns: [
		{ id: "b2", speaker: "host", kind: "question", topics: ["sea"], text: "High or low?", start: 0 },
		{
			id: "c3",
			speaker: "ann",
			kind: "answer",
			replyTo: "b2",
			text: "No board, -->\nonly <tides>.",
			start: 2760,
		},
		{ id: "d4", kind: "note", speaker: "", text: "Laughter", start: 5000, end: 6500 },
	],
};

let state, worker, client, description, transcript, known;
before(async () => {
	state = await makeState();
	const token = await addToken(state);
	worker = await startWrangler({ state });
	await publish(token);
	description = await (await get("/openapi.json")).json();
	client = new Client(worker.origin, description);
	transcript = await (await get(interview)).json();
	const from = (list) => list.map((entry) => entry.id);
	known = {
		token,
		id: [id, "tides"],
		turn: from(transcript.turns),
		speaker: from(transcript.speakers),
		topic: from(transcript.topics),
		cursor: [undefined],
		n: ["1"],
		q: ["board", "the board"],
		name: ["talk.txt"],
		url: [`${worker.origin}/t/${id}`, `${worker.origin}/embed/${id}?theme=dark`],
		lang: ["en", "pt-BR"],
		body: {
			"application/json": JSON.stringify(timed),
			"application/octet-stream": "Host: High or low?\n\nAnn: Neither.\n",
		},
	};
});
after(async () => {
	await worker?.stop();
	if (state) await rm(state, { recursive: true, force: true });
});

/** Adds a publisher's token to the database in the folder state, and returns it. */
async function addToken(state) {
	const token = "ql_read_secret";
	const hash = createHash("sha256").update(token).digest("hex");
	await execute(state, `INSERT INTO tokens (key, hash) VALUES ('read', '${hash}')`);
	return token;
}

async function publish(token) {
	const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	const body = JSON.stringify(timed);
	const answer = await fetch(`${worker.origin}/v1/transcripts/tides`, { method: "PUT", headers, body });
	assert.equal(answer.status, 201, await answer.text());
}

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
		const own = { ...known, id: [id] };
		const { answer } = await client.send(target, client.request(target, own, dice));
		const { path, method, operation } = target;
		let want = [200, 406, 409];
		if (!operation) want = [method === "options" ? 204 : 405];
		if (operation?.operationId === "getSnippet") want.push(400); // not every kind of snippet supports every option
		assert.ok(want.includes(answer.status), `${method} ${path}: ${answer.status}`);
	}
});

test("requests made up at random get what is described", async () => {
	const dice = random(seed);
	const seen = new Set();
	for (const target of client.operations()) {
		if (!target.operation) continue;
		// Requests that write use other ids than requests that read, so that writes do
		// not change the answers to reads.
		const writes = ["put", "delete"].includes(target.method);
		const own = writes ? { ...known, id: ["written", "written-too", id] } : known;
		const count = target.operation.requestBody ? 3 * perOperation : perOperation;
		for (let i = 0; i < count; i++) {
			const request = client.request(target, own, dice, i % 2 ? (i - 1) / 2 : null);
			const { answer } = await client.send(target, request);
			seen.add(`${target.method} ${target.path} ${answer.status}`);
		}
	}
	for (const expected of [
		...["200", "404", "406"].map((status) => `get /v1/transcripts/{id} ${status}`),
		...["vtt", "srt", "podcast.json"].flatMap((suffix) =>
			[200, 404, 409].map((status) => `get /v1/transcripts/{id}.${suffix} ${status}`),
		),
		...[200, 400, 404, 409].map((status) => `get /v1/transcripts/{id}/turns ${status}`),
		...[200, 404].map((status) => `get /v1/transcripts/{id}/turns/{turn} ${status}`),
		...[200, 400].map((status) => `get /v1/search ${status}`),
		...[200, 400].map((status) => `get /v1/verify ${status}`),
		...[200, 400, 404].map((status) => `get /v1/transcripts/{id}/embed ${status}`),
		...[200, 404].map((status) => `get /embed/{id} ${status}`),
		...[200, 400, 404, 501].map((status) => `get /oembed ${status}`),
		...[200, 201, 400, 401, 409, 415, 422].map((status) => `put /v1/transcripts/{id} ${status}`),
		...[204, 401, 409].map((status) => `delete /v1/transcripts/{id} ${status}`),
		...[200, 422].map((status) => `post /v1/ingest ${status}`),
	]) {
		assert.ok(seen.has(expected), `never seen: ${expected}`);
	}
});

test("formats with times have the times of the turns", async () => {
	const expected = {
		vtt: ["text/vtt; charset=utf-8", "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.760\n<v Host>High or low?\n"],
		srt: ["application/x-subrip", "1\n00:00:00,000 --> 00:00:02,760\nHost: High or low?\n"],
		"podcast.json": [
			"application/json",
			'{"version":"1.0.0","segments":[{"speaker":"Host","startTime":0,"endTime":2.76,',
		],
	};
	for (const [suffix, [type, start]] of Object.entries(expected)) {
		const answer = await get(`/v1/transcripts/tides.${suffix}`);
		assert.equal(answer.status, 200);
		assert.equal(answer.headers.get("content-type"), type);
		assert.equal(answer.headers.get("content-disposition"), `inline; filename="tides.${suffix}"`);
		assert.ok((await answer.text()).startsWith(start), suffix);
	}
	const chosen = await get("/v1/transcripts/tides", { Accept: "text/vtt" });
	assert.match(await chosen.text(), /<v Ann &amp; &lt;Example&gt;>No board, --&gt;\nonly &lt;tides&gt;\.\n/);
	const { turns } = await (await get("/v1/transcripts/tides/turns?from=1&to=5000")).json();
	assert.deepEqual(
		turns.map((turn) => turn.id),
		["c3"],
	);
});

test("every format is served by its suffix, and by Accept if no other format has its media type", async () => {
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
		const policy = answer.headers.get("content-security-policy");
		assert.equal(policy?.endsWith("; sandbox") ?? false, suffix.endsWith("html"), suffix);
		if (!type) continue;
		const chosen = await get(interview, { Accept: `application/pdf, ${type};q=0.1` });
		assert.equal(await chosen.text(), body, suffix);
		assert.equal(chosen.headers.get("etag"), answer.headers.get("etag"));
		assert.equal(chosen.headers.get("vary"), "Accept");
		assert.equal(chosen.headers.get("content-location"), `${interview}.${suffix}`);
	}
});

test("formats with times are refused for a transcript without times", async () => {
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

test("every format in the Link field is served", async () => {
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

test("turns are filtered, and following the cursors returns all of them", async () => {
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
		listed.map(([, url]) => url).filter((url) => !url.includes("written")),
		[`${worker.origin}/t/${id}`, `${worker.origin}/t/tides`],
	);
});
