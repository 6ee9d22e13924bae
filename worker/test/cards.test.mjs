// Tests of cards in workerd (Cloudflare's runtime): the pictures that other sites show with
// a link to an interview or a quote.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

const interview = "/t/altman-murati-2023";
const mostBytes = 30_000;
const mostColours = 16;

const speakers = (n) =>
	Array.from({ length: n }, (_, i) => ({ id: `s${i}`, name: `Speaker ${i}`, kind: i ? "guest" : "host" }));
const turn = (id, text, more = {}) => ({ id, speaker: "s0", kind: "statement", text, ...more });
const talk = (more) => ({ title: "A talk", lang: "en", editing: "verbatim", timing: "none", ...more });

/** Transcripts that are hard to draw, by id. @type {Record<string, object>} */
const talks = {
	long: talk({ speakers: speakers(1), turns: [turn("a1", "independent review ".repeat(5000).trim())] }),
	many: talk({
		speakers: speakers(12),
		turns: speakers(12).map(({ id }, i) => turn(`t${i}`, "One of many.", { speaker: id })),
	}),
	note: talk({
		speakers: speakers(1),
		turns: [turn("a1", "Words."), turn("n1", "Laughter", { kind: "note", speaker: "" })],
	}),
	arabic: talk({
		title: "مقابلة",
		lang: "ar",
		speakers: speakers(1),
		turns: [turn("a1", "سيجري المجلس مراجعة مستقلة.")],
	}),
	hebrew: talk({
		title: "ריאיון",
		lang: "he",
		speakers: speakers(1),
		turns: [turn("a1", "המועצה תערוך בדיקה עצמאית.")],
	}),
	greek: talk({
		title: "Συνέντευξη",
		lang: "el",
		speakers: speakers(1),
		turns: [turn("a1", "Θα διεξαχθεί έρευνα.")],
	}),
	cyrillic: talk({
		title: "Интервью",
		lang: "ru",
		speakers: speakers(1),
		turns: [turn("a1", "Будет проведено расследование.")],
	}),
	chinese: talk({
		title: "访谈",
		lang: "zh",
		speakers: speakers(1),
		turns: [turn("a1", "董事会将进行独立审查。")],
	}),
	dense: talk({
		speakers: speakers(2),
		turns: Array.from({ length: 900 }, (_, i) => turn(`d${i}`, "Yes, I do.", { speaker: `s${i % 2}` })),
	}),
};

let state, worker, token;
before(async () => {
	state = await makeState();
	token = await makeToken(state);
	worker = await startWrangler({ state });
	for (const [id, body] of Object.entries(talks)) assert.equal((await put(id, body)).status, 201, id);
});
after(async () => {
	await worker?.stop();
	if (state) await rm(state, { recursive: true, force: true });
});

const get = (path, init) => fetch(worker.origin + path, init);

function put(id, body) {
	const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	return get(`/v1/transcripts/${id}`, { method: "PUT", headers, body: JSON.stringify(body) });
}

/** Reads the size, the depth and the number of colours from the header of a PNG file. */
function read(png) {
	assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
	const palette = png.indexOf("PLTE", 0, "latin1");
	return {
		width: png.readUInt32BE(16),
		height: png.readUInt32BE(20),
		bits: png[24],
		colours: png.readUInt32BE(palette - 4) / 3,
	};
}

/**
 * Requests a path, and fails unless the answer is a card. Returns the file of the
 * picture.
 */
async function card(path) {
	const answer = await get(path);
	assert.equal(answer.status, 200, path);
	assert.equal(answer.headers.get("Content-Type"), "image/png", path);
	assert.equal(answer.headers.get("Quoteline-Card"), null, path);
	assert.equal(answer.headers.get("Cross-Origin-Resource-Policy"), "cross-origin");
	const png = Buffer.from(await answer.arrayBuffer());
	const { width, height, bits, colours } = read(png);
	assert.deepEqual([width, height, bits], [1200, 630, 4], path);
	assert.ok(colours <= mostColours, `${path}: ${colours} colours`);
	assert.ok(png.length > 1000 && png.length <= mostBytes, `${path}: ${png.length} bytes`);
	return png;
}

test("an interview and a quote have cards", async () => {
	const { turns } = await (await get("/v1/transcripts/altman-murati-2023")).json();
	const whole = await card(`${interview}/card.png`);
	const quote = await card(`${interview}/q/${turns[11].id}/card.png`);
	assert.notDeepEqual(whole, quote);
});

test("transcripts that are hard to draw have cards", async () => {
	const seen = new Set();
	for (const [id, { turns }] of Object.entries(talks)) {
		seen.add((await card(`/t/${id}/card.png`)).toString("latin1"));
		seen.add((await card(`/t/${id}/q/${turns.at(-1).id}/card.png`)).toString("latin1"));
	}
	assert.equal(seen.size, 2 * Object.keys(talks).length, "two cards are equal");
});

test("a card is the same again, and has the tag of what it shows", async () => {
	for (const path of [`${interview}/card.png`, "/t/greek/card.png"]) {
		const first = await get(path);
		const again = await get(`${path}?again`);
		assert.deepEqual(await first.arrayBuffer(), await again.arrayBuffer());
		const tag = first.headers.get("ETag");
		assert.match(tag, /^"[0-9a-f]+"$/);
		assert.equal(again.headers.get("ETag"), tag);
		assert.match(first.headers.get("Cache-Control"), /^public, no-cache$/);
	}
});

test("HEAD and If-None-Match need no picture", async () => {
	for (const path of [`${interview}/card.png`, "/t/cyrillic/card.png"]) {
		const tag = (await get(path)).headers.get("ETag");
		const head = await get(path, { method: "HEAD" });
		assert.deepEqual(
			[head.status, head.headers.get("Content-Type"), head.headers.get("ETag")],
			[200, "image/png", tag],
		);
		assert.equal((await head.arrayBuffer()).byteLength, 0);
		const same = await get(path, { headers: { "If-None-Match": tag } });
		assert.deepEqual(
			[same.status, same.headers.get("ETag"), same.headers.get("Quoteline-Card")],
			[304, tag, null],
		);
		const other = await get(path, { headers: { "If-None-Match": '"other"' } });
		assert.equal(other.status, 200);
		await other.arrayBuffer();
	}
});

test("a new version has a new card", async () => {
	assert.equal(
		(await put("news", talk({ speakers: speakers(1), turns: [turn("a1", "It is red.")] }))).status,
		201,
	);
	const before = await get("/t/news/card.png");
	const old = Buffer.from(await before.arrayBuffer());
	const changed = talk({ title: "Another talk", speakers: speakers(1), turns: [turn("a1", "It is blue.")] });
	assert.equal((await put("news", changed)).status, 200);
	const after = await get("/t/news/card.png");
	assert.notDeepEqual(Buffer.from(await after.arrayBuffer()), old);
	assert.notEqual(after.headers.get("ETag"), before.headers.get("ETag"));
});

test("what does not exist has no card", async () => {
	for (const [path, status] of [
		["/t/nothing/card.png", 404],
		[`${interview}/q/nothing/card.png`, 404],
		[`${interview}/q/card.png`, 404],
		[`${interview}/card.jpg`, 404],
	]) {
		const answer = await get(path);
		assert.equal(answer.status, status, path);
		assert.match(answer.headers.get("Content-Type"), /^text\/html/);
		await answer.text();
	}
	assert.equal((await get(`${interview}/card.png`, { method: "POST" })).status, 405);
	assert.equal(
		(await put("gone", talk({ speakers: speakers(1), turns: [turn("a1", "Words.")] }))).status,
		201,
	);
	await card("/t/gone/card.png");
	const headers = { Authorization: `Bearer ${token}` };
	assert.ok((await get("/v1/transcripts/gone", { method: "DELETE", headers })).ok);
	for (const path of ["/t/gone/card.png", "/t/gone/q/a1/card.png"])
		assert.equal((await get(path)).status, 410, path);
});

test("pages name their cards", async () => {
	const { turns } = await (await get("/v1/transcripts/altman-murati-2023")).json();
	for (const path of [interview, `${interview}/q/${turns[11].id}`]) {
		const page = await (await get(path)).text();
		const image = page.match(/<meta property="og:image" content="([^"]+)">/)?.[1];
		assert.equal(image, `${worker.origin}${path}/card.png`);
		assert.match(page, /<meta property="og:image:width" content="1200">/);
		assert.match(page, /<meta property="og:image:height" content="630">/);
		assert.match(page, /<meta property="og:image:alt" content="[^"]+">/);
		assert.match(page, /<meta name="twitter:card" content="summary_large_image">/);
		const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)?.[1] ?? "");
		assert.equal(data.image, image);
		const embed = await (await get(`/oembed?url=${encodeURIComponent(worker.origin + path)}`)).json();
		assert.deepEqual(
			[embed.thumbnail_url, embed.thumbnail_width, embed.thumbnail_height],
			[image, 1200, 630],
		);
		await card(new URL(image).pathname);
	}
});
