// Tests of the built Worker in workerd (Cloudflare's runtime), by requests over HTTP.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeState, startWrangler } from "./support/wrangler.mjs";

const interview = "/v1/transcripts/altman-murati-2023";

/** @type {Awaited<ReturnType<typeof startWrangler>>} */
let worker;
let state;
before(async () => {
	state = await makeState();
	worker = await startWrangler({ state });
});
after(async () => {
	await worker?.stop();
	await rm(state, { recursive: true, force: true });
});

const get = (path, init) => fetch(worker.origin + path, init);

/**
 * Sends a request whose path is not changed on the way. fetch would normalise the path
 * first.
 *
 * @returns {Promise<{status: number, headers: import("node:http").IncomingHttpHeaders}>}
 */
function raw(path, method = "GET") {
	const { hostname, port } = new URL(worker.origin);
	return new Promise((resolve, reject) => {
		const outgoing = request({ hostname, port, path, method }, (incoming) => {
			incoming.resume();
			incoming.on("end", () => resolve({ status: incoming.statusCode, headers: incoming.headers }));
		});
		outgoing.on("error", reject).end();
	});
}

test("wrangler stores no traces of requests beside the Worker, as Cloudflare stores none", async () => {
	await (await get(interview)).arrayBuffer();
	assert.ok(existsSync(join(state, "v3/d1")));
	assert.ok(!existsSync(join(state, "v3/observability")));
});

test("the interview is 30 turns of three speakers", async () => {
	const answer = await get(interview);
	assert.equal(answer.status, 200);
	assert.equal(answer.headers.get("content-type"), "application/json");
	const { turns } = await answer.json();
	const by = Object.groupBy(turns, (turn) => turn.speaker);
	assert.deepEqual(
		Object.entries(by).map(([speaker, list]) => [speaker, list.length]),
		[
			["host", 15],
			["sam-altman", 13],
			["mira-murati", 2],
		],
	);
	assert.match(turns[11].text, /called me, Host: Would I like to talk about it/);
	assert.equal(turns[11].replyTo, turns[10].id);
	assert.equal(turns.filter((turn) => /\bboard\b/i.test(turn.text)).length, 8);
});

test("the list names the interview", async () => {
	const { transcripts, next } = await (await get("/v1/transcripts")).json();
	assert.equal(next, undefined);
	const [entry] = transcripts;
	assert.equal(entry.id, "altman-murati-2023");
	assert.equal(entry.turns, 30);
	assert.equal(entry.recordedAt, "2023-11-29");
	assert.deepEqual(
		entry.speakers.map((speaker) => speaker.name),
		["Host", "Sam Altman", "Mira Murati"],
	);
});

for (const path of ["/v1/transcripts", interview, `${interview}.html`, "/t/altman-murati-2023"]) {
	test(`${path}: a repeated request with the entity tag gets no body`, async () => {
		const first = await get(path);
		const tag = first.headers.get("etag");
		assert.match(tag, /^"[0-9a-f]{24}"$/);
		await first.arrayBuffer();
		for (const field of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
			const again = await get(path, { headers: { "If-None-Match": field } });
			assert.equal(again.status, 304, field);
			assert.equal(await again.text(), "");
			assert.equal(again.headers.get("etag"), tag);
		}
		const changed = await get(path, { headers: { "If-None-Match": '"x"' } });
		assert.equal(changed.status, 200);
		await changed.arrayBuffer();
	});

	test(`${path}: HEAD has the header fields of GET`, async () => {
		const full = await get(path, { headers: { "Accept-Encoding": "identity" } });
		const size = (await full.arrayBuffer()).byteLength;
		const { status, headers } = await raw(path, "HEAD");
		assert.equal(status, 200);
		assert.equal(Number(headers["content-length"]), size);
		assert.equal(headers["content-type"], full.headers.get("content-type"));
		assert.equal(headers.etag, full.headers.get("etag"));
	});
}

test("a page of another origin may read answers and their timing", async () => {
	for (const path of [interview, "/v1/transcripts", "/v1/nothing"]) {
		const { headers } = await get(path, { headers: { Origin: "null" } });
		assert.equal(headers.get("access-control-allow-origin"), "*");
		assert.equal(headers.get("access-control-expose-headers"), "ETag, Link");
		assert.equal(headers.get("cross-origin-resource-policy"), "cross-origin");
		assert.equal(headers.get("timing-allow-origin"), "*");
		assert.equal(headers.get("x-content-type-options"), "nosniff");
	}
});

test("a preflight is answered", async () => {
	const answer = await get(interview, {
		method: "OPTIONS",
		headers: {
			Origin: "https://news.example",
			"Access-Control-Request-Method": "GET",
			"Access-Control-Request-Headers": "if-none-match",
		},
	});
	assert.equal(answer.status, 204);
	assert.equal(answer.headers.get("allow"), "DELETE, GET, HEAD, OPTIONS, PUT");
	assert.equal(answer.headers.get("access-control-allow-origin"), "*");
	assert.equal(answer.headers.get("access-control-allow-headers"), "If-None-Match");
});

test("the fields Link and Cache-Control are complete", async () => {
	const { headers } = await get(interview);
	const at = worker.origin;
	assert.equal(headers.get("cache-control"), "public, no-cache");
	assert.deepEqual(headers.get("link").split(", "), [
		`<${at}/t/altman-murati-2023>; rel="canonical"`,
		`<${at}${interview}.json>; rel="alternate"; type="application/json"`,
		`<${at}${interview}.html>; rel="alternate"; type="text/html"`,
		`<${at}${interview}.txt>; rel="alternate"; type="text/plain"`,
		`<${at}${interview}.md>; rel="alternate"; type="text/markdown"`,
		`<${at}${interview}.jsonld>; rel="alternate"; type="application/ld+json"`,
		`<${at}${interview}.podcast.html>; rel="alternate"; type="text/html"; title="Podcasting 2.0"`,
	]);
});

test("unknown methods are refused, and Allow has the known ones", async () => {
	const writes = "DELETE, GET, HEAD, OPTIONS, PUT";
	const reads = "GET, HEAD, OPTIONS";
	for (const [path, allow] of [
		[interview, writes],
		[`${interview}.json`, reads],
		["/v1/transcripts", reads],
		["/t/altman-murati-2023", reads],
		["/healthz", reads],
	]) {
		const known = allow.split(", ");
		for (const method of ["POST", "PUT", "PATCH", "DELETE"].filter((method) => !known.includes(method))) {
			const answer = await get(path, { method, body: "x" });
			assert.equal(answer.status, 405, `${method} ${path}`);
			assert.equal(answer.headers.get("allow"), allow);
			await answer.arrayBuffer();
		}
	}
});

test("errors of the API are problems with type, title, status and detail", async () => {
	for (const [path, status, ...where] of [
		["/v1/transcripts/nobody", 404],
		["/v1/nothing", 404],
		["/v1/transcripts?limit=0", 400, "parameter"],
	]) {
		const answer = await get(path);
		assert.equal(answer.status, status);
		assert.equal(answer.headers.get("content-type"), "application/problem+json");
		assert.equal(answer.headers.get("cache-control"), "no-store");
		const problem = await answer.json();
		assert.deepEqual(Object.keys(problem), ["type", "title", "status", "detail", ...where]);
		assert.equal(problem.status, status);
	}
});

test("paths with .., %2f and the like get 404", async () => {
	for (const path of [
		"/v1/transcripts/..%2faltman-murati-2023",
		"/v1/transcripts/%2e%2e",
		"/v1/transcripts/%252e%252e/x",
		"/v1//transcripts",
		"/v1/transcripts//altman-murati-2023",
		"/v1/transcripts/altman-murati-2023/",
		"/v1/transcripts/altman-murati-2023%00",
		"/v1/transcripts/%ff%fe",
		"/v1/transcripts/ALTMAN-MURATI-2023",
		`/v1/transcripts/${"a".repeat(8000)}`,
	]) {
		const { status, headers } = await raw(path);
		assert.equal(status, 404, path);
		assert.equal(headers["content-type"], "application/problem+json", path);
	}
});

test("health gives the version and the number of transcripts", async () => {
	const answer = await get("/healthz");
	assert.equal(answer.headers.get("cache-control"), "no-store");
	const health = await answer.json();
	assert.equal(health.status, "ok");
	assert.equal(health.store, "ready");
	assert.equal(health.transcripts, 1);
	assert.match(health.version, /./);
});

test("requests at the same time get the right answers", async () => {
	const paths = ["/healthz", "/v1/transcripts", interview, `${interview}.html`, "/v1/transcripts/nobody"];
	const expected = await Promise.all(paths.map(async (path) => (await get(path)).text()));
	const all = Array.from({ length: 60 }, async (_, i) => {
		const text = await (await get(paths[i % paths.length])).text();
		assert.equal(text, expected[i % paths.length]);
	});
	await Promise.all(all);
});
