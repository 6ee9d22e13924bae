// Tests of publishing: requests to the built Worker in workerd (Cloudflare's runtime),
// with a D1 database.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

let state, token, worker;
before(async () => {
	state = await makeState();
	token = await makeToken(state, { NAME: "test-desk" });
	worker = await startWrangler({ state });
});
after(async () => {
	await worker?.stop();
	await rm(state, { recursive: true, force: true });
});

const address = (id) => `/v1/transcripts/${id}`;
const get = (path) => fetch(worker.origin + path);
const getJSON = async (path) => (await get(path)).json();

/**
 * Publishes a transcript under this id. An object is sent as JSON, and a string is sent
 * unchanged.
 */
function put(id, transcript, headers = {}) {
	const body = typeof transcript === "string" ? transcript : JSON.stringify(transcript);
	return fetch(worker.origin + address(id), {
		method: "PUT",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
		body,
	});
}

async function published(id, transcript, status, headers) {
	const answer = await put(id, transcript, headers);
	const body = await answer.json();
	assert.equal(answer.status, status, JSON.stringify(body));
	return body;
}

/** Returns a transcript. Each line has the form "speaker: text" and becomes a turn. */
function talk(...lines) {
	const turns = lines.map((line) => {
		const [speaker, text] = line.split(": ");
		return { speaker, kind: "statement", text };
	});
	const speakers = [
		{ id: "host", name: "Host", kind: "host" },
		{ id: "ann", name: "Ann Example", kind: "guest" },
	];
	return { title: "On arches", lang: "en", timing: "none", editing: "verbatim", speakers, turns };
}

const first = talk(
	"host: Who built the arch by the harbour?",
	"ann: My grandfather did, with two friends and a borrowed cart.",
	"host: Did it ever fall?",
	"ann: Once, in a storm.",
	"host: Thank you.",
);
const second = talk(
	"host: Who built the arch by the harbour?",
	"ann: My grandfather did, with three friends and a borrowed cart.",
	"ann: It took them all of one summer.",
	"host: Did it ever fall?",
	"host: Thank you.",
);

test("publish, correct, link", async () => {
	const one = await published("arches", first, 201, { "If-None-Match": "*" });
	const before = (await getJSON(address("arches"))).turns;
	const two = await published("arches", second, 200, { "If-Match": one.etag });
	const after = (await getJSON(`${address("arches")}.json`)).turns;
	assert.equal(two.version, 2);
	assert.deepEqual(
		[0, 1, 3, 4].map((i) => after[i].id),
		[0, 1, 2, 4].map((i) => before[i].id),
		"every surviving turn keeps its id",
	);
	const inserted = after[2].id;
	assert.ok(before.every((turn) => turn.id !== inserted));
	assert.deepEqual(two.changes, {
		inserted: [inserted],
		removed: [{ turn: before[3].id, nearest: before[2].id }],
		reworded: [before[1].id],
	});

	const reworded = await getJSON(`${address("arches")}/turns/${before[1].id}`);
	assert.match(reworded.text, /three friends/);
	const page = await get(`/t/arches/q/${before[1].id}`);
	assert.equal(page.status, 200);
	assert.match(await page.text(), /three friends/);

	const gone = await get(`${address("arches")}/turns/${before[3].id}`);
	assert.equal(gone.status, 410);
	assert.equal((await gone.json()).nearest, before[2].id);
	const gonePage = await get(`/t/arches/q/${before[3].id}`);
	assert.equal(gonePage.status, 410);
	assert.match(gonePage.headers.get("link"), new RegExp(`/t/arches/q/${before[2].id}>; rel="related"$`));

	const { versions } = await getJSON(`${address("arches")}/versions`);
	assert.deepEqual(
		versions.map((version) => version.version),
		[2, 1],
	);
	const change = await getJSON(`${address("arches")}/versions/2?from=1`);
	assert.deepEqual(
		[change.inserted, change.removed].map((turns) => turns.map((turn) => turn.id)),
		[[inserted], [before[3].id]],
	);
	assert.deepEqual(change.moved, []);
	assert.equal(change.reworded.length, 1);
	assert.deepEqual(change.reworded[0].words, [
		{ op: "same", text: "My grandfather did, with " },
		{ op: "delete", text: "two" },
		{ op: "insert", text: "three" },
		{ op: "same", text: " friends and a borrowed cart." },
	]);
	assert.deepEqual((await getJSON(`${address("arches")}/versions/1`)).turns, before);
});

test("a repeated PUT of the same transcript changes nothing", async () => {
	const { version, etag } = await published("again", first, 201);
	assert.deepEqual(await published("again", first, 200, { "If-None-Match": "*" }), {
		...(await published("again", first, 200)),
		version,
		etag,
	});
	assert.equal((await getJSON(`${address("again")}/versions`)).versions.length, 1);
	assert.equal((await get(address("again"))).headers.get("etag"), etag);
});

test("if several clients replace the same version, one is stored and the others get 412", async () => {
	const { etag } = await published("race", first, 201);
	const answers = await Promise.all(
		Array.from({ length: 8 }, (_, i) =>
			put("race", talk(`host: Editor ${i} was here.`), { "If-Match": etag }),
		),
	);
	const statuses = answers.map((answer) => answer.status).sort();
	assert.deepEqual(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
	assert.equal((await getJSON(`${address("race")}/versions`)).versions.length, 2);
});

test("many simultaneous PUTs without conditions are all stored, one after the other", async () => {
	const answers = await Promise.all(
		Array.from({ length: 4 }, (_, i) => put("queue", talk(`host: Editor ${i} was here.`))),
	);
	for (const answer of answers) assert.ok([200, 201, 503].includes(answer.status), `${answer.status}`);
	const stored = answers.filter((answer) => answer.ok).length;
	assert.equal((await getJSON(`${address("queue")}/versions`)).versions.length, stored);
});

test("a withdrawn transcript is gone, and can be published again", async () => {
	await published("withdrawn", first, 201);
	const [turn, , , storm] = (await getJSON(address("withdrawn"))).turns;
	const take = () =>
		fetch(worker.origin + address("withdrawn"), {
			method: "DELETE",
			headers: { Authorization: `Bearer ${token}` },
		});
	assert.equal((await take()).status, 204);
	assert.equal((await take()).status, 204);
	for (const path of ["", ".json", ".html", "/turns", `/turns/${turn.id}`, "/versions", "/versions/1"]) {
		assert.equal((await get(address("withdrawn") + path)).status, 410, path);
	}
	for (const path of ["/t/withdrawn", `/t/withdrawn/q/${turn.id}`]) {
		assert.equal((await get(path)).status, 410, path);
	}
	const { transcripts } = await getJSON("/v1/transcripts?limit=100");
	assert.ok(transcripts.every((entry) => entry.id !== "withdrawn"));
	assert.equal((await published("withdrawn", second, 201)).version, 3);
	assert.equal((await getJSON(address("withdrawn"))).turns[0].id, turn.id);
	const link = `${address("withdrawn")}/turns/${storm.id}`;
	assert.equal((await get(link)).status, 410);
	await published("withdrawn", first, 200);
	assert.equal((await getJSON(link)).text, storm.text, "the turn is back under its id");
});

/**
 * Requests a path until the answer is a copy from the edge cache, which stores a copy
 * of the first answer.
 */
async function getCopy(path) {
	for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20)) {
		const { headers } = await get(path);
		if (headers.has("age")) return;
	}
	throw new Error(`${path}: no copy is kept`);
}

test("a copy in the edge cache is kept when a source is parsed, and dropped when a transcript is published", async () => {
	await published("copied", first, 201);
	await published("other", first, 201);
	const path = `${address("copied")}.json`;
	await getCopy(path);
	const parsed = await fetch(`${worker.origin}/v1/ingest`, {
		method: "POST",
		body: "Host: Yes.\n\nAnn: No.\n",
	});
	assert.equal(parsed.status, 200);
	assert.ok((await get(path)).headers.has("age"), "after a parse");
	await published("other", second, 200);
	assert.ok(!(await get(path)).headers.has("age"), "after a publish, even of another transcript");
});

test("search finds words in all transcripts and says where they are", async () => {
	await published("bridges", talk("ann: Über the 🌉 bridge, and a borrowed CART."), 201);
	const { hits } = await getJSON("/v1/search?q=borrowed+cart&limit=100");
	const hit = hits.find((hit) => hit.transcript === "bridges");
	const points = [...hit.text];
	assert.deepEqual(
		hit.hits.map(({ start, end }) => points.slice(start, end).join("")),
		["borrowed", "CART"],
	);
	const own = await getJSON("/v1/search?q=board");
	assert.ok(own.hits.length > 0 && own.hits.every((hit) => hit.transcript === "altman-murati-2023"));
	assert.ok(!(await getJSON("/v1/search?q=two")).hits.some((hit) => hit.transcript === "arches"));
	for (const q of ['"', "*", "-", "", "( )"]) {
		assert.equal((await get(`/v1/search?q=${encodeURIComponent(q)}`)).status, 400, q);
	}
	for (const q of [
		"NEAR(",
		'cart"',
		"cart*",
		"-cart",
		"text:cart",
		"cart AND",
		"a\0b",
		"'; DROP TABLE versions",
	]) {
		assert.equal((await get(`/v1/search?q=${encodeURIComponent(q)}`)).status, 200, q);
	}
});

test("a quote is verified: who said it, or the nearest words and the difference", async () => {
	const verify = (quote) => getJSON(`/v1/verify?q=${encodeURIComponent(quote)}`);
	const exact = await verify("“It took them all of one summer”");
	assert.equal(exact.verdict, "same");
	assert.ok(exact.matches.some(({ transcript }) => transcript === "arches"));
	for (const { speaker, words } of exact.matches) {
		assert.equal(speaker.name, "Ann Example");
		assert.deepEqual(words, [{ op: "same", text: "It took them all of one summer" }]);
	}
	const changed = await verify("It took them almost all of one winter");
	assert.equal(changed.verdict, "similar");
	assert.deepEqual(changed.matches[0].words, [
		{ op: "same", text: "It took them " },
		{ op: "delete", text: "almost " },
		{ op: "same", text: "all of one" },
		{ op: "delete", text: " winter" },
	]);
	const own = await verify("I learned that the company can function without me");
	assert.equal(own.matches[0].speaker.name, "Sam Altman");
	assert.deepEqual(await verify("purple elephants dance quietly"), { verdict: "none", matches: [] });
});

test("words of scripts without spaces are found and verified", async () => {
	const said = "他说，公司的董事会知道。";
	await published("zh", { ...talk(`ann: ${said}`, "ann: 新しいカメラです。"), lang: "zh" }, 201);
	for (const [word, text] of [
		["董事会", said],
		["カメラ", "新しいカメラです。"],
	]) {
		const { hits } = await getJSON(`/v1/search?q=${encodeURIComponent(word)}`);
		assert.deepEqual(
			hits.map(({ text, hits: [{ start, end }] }) => [text, [...text].slice(start, end).join("")]),
			[[text, word]],
		);
	}
	const exact = await getJSON(`/v1/verify?q=${encodeURIComponent("公司的董事会")}`);
	assert.equal(exact.verdict, "same");
	assert.equal(exact.matches[0].text, said);
	const changed = await getJSON(`/v1/verify?q=${encodeURIComponent("公司的股东会知道")}`);
	assert.equal(changed.verdict, "similar");
	assert.equal(changed.matches[0].transcript, "zh");
});

test("a file that is too long is refused, with or without Content-Length", async () => {
	const long = "Host: Yes.\n".repeat(200_000); // 2.2 MB, which is more than a body may have
	for (const body of [long, new Blob([long]).stream()]) {
		const answer = await fetch(`${worker.origin}/v1/ingest?name=long.txt`, {
			method: "POST",
			body,
			duplex: "half",
		});
		assert.equal(answer.status, 413);
		assert.equal((await answer.json()).type, "urn:quoteline:problem:too-large");
	}
});

test("a transcript that is too long is refused, with or without Content-Length", async () => {
	const long = JSON.stringify({ ...first, title: "a".repeat(2_000_000) });
	for (const body of [long, new Blob([long]).stream()]) {
		const answer = await fetch(worker.origin + address("bad"), {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
			body,
			duplex: "half",
		});
		assert.equal(answer.status, 413);
		assert.equal((await answer.json()).type, "urn:quoteline:problem:too-large");
	}
});

const badInput = [
	["malformed JSON", '{\n "title": yes}', 400, "malformed-json", { line: 2, column: 11 }],
	["deep nesting", `{"x":${"[".repeat(50_000)}`, 400, "malformed-json", { line: 1 }],
	["wrong type", '{"turns":[{"text":7}]}', 422, "invalid-transcript", { pointer: "/turns/0/text" }],
	["no turns", { ...first, turns: [] }, 422, "invalid-transcript", { pointer: "/turns" }],
	[
		"duplicate ids",
		{ ...first, turns: first.turns.slice(0, 2).map((turn) => ({ ...turn, id: "a" })) },
		422,
		"invalid-transcript",
		{ pointer: "/turns/1/id" },
	],
	["unknown speaker", { ...first, speakers: [] }, 422, "invalid-transcript", { pointer: "/turns/0/speaker" }],
	[
		"reply to nothing",
		{ ...first, turns: [{ ...first.turns[0], replyTo: "nothing" }] },
		422,
		"invalid-transcript",
		{ pointer: "/turns/0/replyTo" },
	],
	[
		"negative time",
		{ ...first, timing: "turn", turns: [{ ...first.turns[0], start: -5 }] },
		422,
		"invalid-transcript",
		{ pointer: "/turns/0/start" },
	],
	[
		"overlapping times",
		{
			...first,
			timing: "turn",
			turns: first.turns.slice(0, 2).map((turn, i) => ({ ...turn, start: 500 - 500 * i })),
		},
		422,
		"invalid-transcript",
		{ pointer: "/turns/1/start" },
	],
	[
		"a line feed in the id",
		{ ...first, id: "bad\r\nSet-Cookie: x" },
		422,
		"invalid-transcript",
		{ pointer: "/id" },
	],
	["an invisible turn", talk("host: \u200b\u202e"), 422, "invalid-transcript", { pointer: "/turns/0/text" }],
	["an invisible title", { ...first, title: "\u2060" }, 422, "invalid-transcript", { pointer: "/title" }],
	[
		"a turn of 100,001 bytes",
		talk(`host: ${"a".repeat(100_001)}`),
		422,
		"invalid-transcript",
		{ pointer: "/turns/0/text" },
	],
	[
		"101 topics of a turn",
		{ ...first, turns: [{ ...first.turns[0], topics: Array(101).fill("sea") }] },
		422,
		"invalid-transcript",
		{ pointer: "/turns/0/topics" },
	],
	[
		"a time of 367 days",
		{ ...first, timing: "turn", turns: [{ ...first.turns[0], start: 367 * 24 * 3_600_000 }] },
		422,
		"invalid-transcript",
		{ pointer: "/turns/0/start" },
	],
	[
		"a body that is stored as more than 1.9 MB",
		talk(...Array(18_000).fill("host: Some words of an ordinary turn.")),
		413,
		"too-large",
		{ limit: "stored bytes", max: 1_900_000 },
	],
	["6 MB", JSON.stringify({ title: "a".repeat(6_000_000) }), 413, "too-large", {}],
	["text", first, 415, "unsupported-type", {}, { "Content-Type": "text/plain" }],
	["no token", first, 401, "unauthorized", {}, { Authorization: "" }],
	["wrong token", first, 401, "unauthorized", {}, { Authorization: "Bearer ql_0123456789abcdef_x" }],
	["stale If-Match", first, 412, "precondition-failed", {}, { "If-Match": '"stale"' }],
];
for (const [name, body, status, kind, where, headers] of badInput) {
	test(`nothing is written: ${name}`, async () => {
		const answer = await put("bad", body, headers);
		assert.equal(answer.headers.get("content-type"), "application/problem+json");
		const problem = await answer.json();
		assert.equal(answer.status, status, JSON.stringify(problem));
		assert.equal(problem.type, `urn:quoteline:problem:${kind}`);
		for (const [member, value] of Object.entries(where)) assert.equal(problem[member], value, member);
		assert.equal((await get(address("bad"))).status, 404);
	});
}

test("bytes that are not UTF-8 are refused, and the error has their offset", async () => {
	const body = new Uint8Array([...new TextEncoder().encode('{"title":"a'), 0xff, 0x22, 0x7d]);
	const answer = await fetch(worker.origin + address("bad"), {
		method: "PUT",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body,
	});
	assert.equal(answer.status, 400);
	assert.equal((await answer.json()).byte, 11);
});

test("unknown members give warnings and are not stored", async () => {
	const turns = [{ ...first.turns[0], colour: "red" }, ...first.turns.slice(1)];
	const { warnings } = await published("warned", { ...first, turns, "a/b": 1 }, 201);
	assert.deepEqual(
		warnings.map(({ pointer }) => pointer),
		["/turns/0/colour", "/a~1b"],
	);
	const stored = await getJSON(address("warned"));
	assert.ok(!("a/b" in stored) && !("colour" in stored.turns[0]));
});

test("PUT to a path with %2f, %00 and the like stores nothing", async () => {
	const list = async () => (await getJSON("/v1/transcripts?limit=100")).transcripts.map(({ id }) => id);
	const before = await list();
	for (const id of [
		"..%2fbad",
		"%2e%2e%2fbad",
		"bad%00",
		"BAD",
		"bad%0d%0aSet-Cookie:%20x",
		"bad%20id",
		"%ff",
	]) {
		const answer = await put(id, first);
		assert.equal(answer.headers.get("content-type"), "application/problem+json", id);
		assert.equal(answer.headers.get("set-cookie"), null);
		assert.ok([404, 422].includes(answer.status), `${id}: ${answer.status}`);
		await answer.arrayBuffer();
	}
	for (const path of ["bad.json", "bad/turns", "bad/versions/1", "", "bad/"]) {
		const answer = await put(path, first);
		assert.ok([404, 405].includes(answer.status), `${path}: ${answer.status}`);
		await answer.arrayBuffer();
	}
	assert.deepEqual(await list(), before);
});

test("a changed cursor is refused, and the error names the parameter", async () => {
	const { next } = await getJSON(`${address("arches")}/turns?limit=1`);
	const cursors = [`${next.slice(0, -1)}${next.endsWith("A") ? "B" : "A"}`, `${next}A`, "*", "Li4vLi4vZXRj"];
	for (const path of [`${address("arches")}/turns`, "/v1/search?q=arch", "/v1/transcripts"]) {
		const tampered = path.includes("turns") ? cursors : ["*", "=", "a b"];
		for (const cursor of tampered) {
			const answer = await get(
				`${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`,
			);
			assert.equal(answer.status, 400, `${path} ${cursor}`);
			assert.equal((await answer.json()).parameter, "cursor");
		}
	}
});

test("the log has a line for each write, and names no reader", async () => {
	await published("logged", first, 201);
	await get("/v1/search?q=confidential");
	const lines = worker
		.output()
		.split("\n")
		.filter((line) => line.startsWith("{"));
	const { ms, ...line } = lines
		.map((line) => JSON.parse(line))
		.find(({ path }) => path === address("logged"));
	assert.ok(ms >= 0);
	assert.deepEqual(line, {
		event: "write",
		method: "PUT",
		path: address("logged"),
		status: 201,
		key: token.split("_")[1],
		publisher: "test-desk",
	});
	assert.doesNotMatch(lines.join("\n"), new RegExp(`confidential|127\\.0\\.0\\.1|${token}`));
});

test("versions name their publishers to people with a token, and to no one else", async () => {
	await published("named", first, 201);
	const path = `${address("named")}/versions`;
	const list = async (headers) => {
		const answer = await fetch(worker.origin + path, { headers });
		assert.equal(answer.headers.get("quoteline-publisher"), null);
		return { answer, body: await answer.json() };
	};
	const holder = { Authorization: `Bearer ${token}` };
	for (const headers of [{}, holder, {}, holder]) {
		const { answer, body } = await list(headers);
		const [{ key, publisher }] = body.versions;
		const expected = headers === holder ? [token.split("_")[1], "test-desk"] : [undefined, undefined];
		assert.deepEqual([key, publisher], expected);
		if (headers === holder) assert.equal(answer.headers.get("cache-control"), "no-store");
	}
	await getCopy(path);
	assert.ok((await list(holder)).body.versions[0].key, "after a copy without names is kept");
	for (const wrong of [`Bearer ${token}x`, "Bearer", "Basic x"]) {
		const { answer, body } = await list({ Authorization: wrong });
		assert.equal(answer.status, 401);
		assert.ok(body.detail.length > 0 && !("versions" in body));
	}
});

test("a bound token publishes ids with its beginnings only", async () => {
	const bound = await makeToken(state, { NAME: "tv-desk", IDS: "tv-" });
	const holder = { Authorization: `Bearer ${bound}` };
	await published("tv-tides", first, 201, holder);
	const { detail } = await published("radio-tides", first, 403, holder);
	assert.match(detail, /ids that begin with tv-\./);
});

test("a correction is published with its date and its note", async () => {
	const [, turn] = (await getJSON(address("arches"))).turns;
	const note = "He named three friends & not two.";
	const corrections = [
		{ date: "2024-05-02", turn: turn.id, note, before: "two friends", after: "three friends" },
	];
	await published("arches", { ...second, corrections }, 200);
	assert.deepEqual((await getJSON(address("arches"))).corrections, corrections);
	const page = await (await get("/t/arches")).text();
	assert.ok(page.includes("He named three friends &amp; not two."), "the note");
	assert.ok(page.includes('<time datetime="2024-05-02">'), "the date");
});

test("a built-in transcript cannot be replaced", async () => {
	const answer = await put("altman-murati-2023", first);
	assert.equal(answer.status, 409);
	assert.equal((await answer.json()).type, "urn:quoteline:problem:built-in");
});

test("a transcript of the largest length is stored as a whole", async () => {
	const turns = Array.from({ length: 10_000 }, (_, i) => `ann: ${"many words ".repeat(9)}${i}`);
	const long = talk(...turns);
	assert.ok(JSON.stringify(long).length > 1_300_000);
	await published("long", long, 201);
	const stored = await getJSON(address("long"));
	assert.equal(stored.turns.length, 10_000);
	const { hits } = await getJSON("/v1/search?q=9999");
	assert.equal(hits[0].n, 10_000);
	const { changes } = await published("long", talk(turns[0]), 200);
	assert.equal(changes.removed.length, 9_999);
});

test("published transcripts are there after a restart", async () => {
	const tag = (await get(address("arches"))).headers.get("etag");
	const { versions } = await getJSON(`${address("arches")}/versions`);
	await worker.stop();
	worker = await startWrangler({ state });
	assert.equal((await get(address("arches"))).headers.get("etag"), tag);
	assert.deepEqual((await getJSON(`${address("arches")}/versions`)).versions, versions);
});

test("killing the Worker in the middle of 200 publishes loses no acknowledged one", async () => {
	const acknowledged = new Map();
	let sent = 0;
	let killed = false;
	const publisher = async () => {
		while (sent < 200) {
			const id = `kill-${sent++}`;
			const answer = await put(id, first).catch(() => null);
			const body = await answer?.json().catch(() => null);
			if (answer?.status === 201 && body) acknowledged.set(id, body.etag);
			if (acknowledged.size >= 60 && !killed) {
				killed = true;
				worker.kill();
			}
			if (!answer) return;
		}
	};
	await Promise.all(Array.from({ length: 8 }, publisher));
	assert.ok(acknowledged.size >= 60 && acknowledged.size < 200, `${acknowledged.size} acknowledged`);
	worker = await startWrangler({ state });
	for (const [id, etag] of acknowledged) {
		assert.equal((await get(address(id))).headers.get("etag"), etag, id);
	}
	// A transcript without an acknowledgement may be stored or not. If it is stored, it
	// is complete.
	for (let i = 0; i < sent; i++) {
		const id = `kill-${i}`;
		const answer = await get(address(id));
		if (answer.status === 404) continue;
		assert.equal(answer.status, 200);
		assert.equal((await answer.json()).turns.length, 5);
	}
});

test("a client that writes too much gets 429", async () => {
	let limited;
	// The rate limit counts the requests of a minute. A new minute may begin during the
	// test. So the test continues for up to 90 seconds, which includes one whole minute.
	const deadline = Date.now() + 90_000;
	const writer = async () => {
		while (!limited && Date.now() < deadline) {
			const answer = await put("bad", first, { Authorization: "" });
			await answer.arrayBuffer();
			if (answer.status === 429) limited = answer;
		}
	};
	await Promise.all(Array.from({ length: 8 }, writer));
	assert.ok(limited, "some answer is 429");
	assert.match(limited.headers.get("retry-after"), /^\d+$/);
});
