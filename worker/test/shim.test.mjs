// Tests of the shim, the JavaScript around the Go program in the Worker: if a request
// causes a fault, only that request fails.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { asObject, asText } from "../shim/request.mjs";
import { buildWithFaults, limits } from "./support/faults.mjs";
import { startWrangler } from "./support/wrangler.mjs";

const interview = "/v1/transcripts/altman-murati-2023";
// How many instances (running copies of the program) one kind of requests may take. One
// instance is reserved for requests without I/O, and one for each of the two other kinds.
const leases = limits.instances - 3;

/** @type {Awaited<ReturnType<typeof startWrangler>>} */
let worker;
before(async () => {
	worker = await startWrangler({ main: await buildWithFaults() });
});
after(() => worker?.stop());

/** Sends a request, and reads the whole answer. */
async function get(path, init) {
	const answer = await fetch(worker.origin + path, init);
	return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/**
 * Sends a request that the Go program answers in an instance (a running copy of the
 * program) that may do I/O. The Authorization header keeps the edge cache from answering
 * it.
 */
const getWithIO = (path, { headers, ...init } = {}) =>
	get(`/faults/io${path}`, { ...init, headers: { ...headers, Authorization: "Bearer x" } });

/**
 * The header fields of an answer. Server-Timing is removed, because it depends on
 * whether the answer was made with or without I/O.
 */
function fields(answer) {
	const { "server-timing": _, ...rest } = Object.fromEntries(answer.headers);
	return rest;
}

const times = (n, f) => Promise.all(Array.from({ length: n }, (_, i) => f(i)));

function assertProblem(answer, status, name) {
	assert.equal(answer.status, status, answer.text);
	assert.equal(answer.headers.get("content-type"), "application/problem+json");
	assert.equal(answer.headers.get("cache-control"), "no-store");
	const { type, title, detail, ...rest } = JSON.parse(answer.text);
	assert.equal(type, `urn:quoteline:problem:${name}`);
	assert.ok(title && detail);
	assert.deepEqual(rest, { status });
}

/**
 * Fails unless all instances (running copies of the program) for requests with I/O are
 * free. Sends one request for each instance at the same time. If one instance is not free,
 * one request has to wait until another request ends. The waiting request then gets an
 * error, because each request takes longer than a request may wait.
 */
async function assertAllFree() {
	const path = `/faults/io/wait?ms=${2 * limits.patience}`;
	for (const answer of await times(leases, () => get(path))) assert.equal(answer.status, 200, answer.text);
}

/**
 * Fails unless all instances (running copies of the program) become free within five
 * seconds, when the tasks of earlier requests have ended. An instance that was not
 * returned would become free only much later, when its lease (reservation) expires.
 */
async function assertAllFreeSoon() {
	for (const deadline = Date.now() + 5000; Date.now() < deadline; ) {
		const done = await assertAllFree().catch(() => "not yet");
		if (done === undefined) return;
	}
	await assertAllFree();
}

/**
 * Requests a path until the answer is a copy from the edge cache, which stores a copy
 * of the first answer.
 */
async function getCopy(path) {
	for (const deadline = Date.now() + 5000; Date.now() < deadline; await sleep(20)) {
		const answer = await get(path);
		if (answer.headers.has("age")) return answer;
	}
	throw new Error(`${path}: no copy is kept`);
}

for (const path of [interview, `${interview}.html`, "/t/altman-murati-2023", "/v1/nothing", "/nothing"]) {
	for (const [method, headers] of [
		["GET", {}],
		["GET", { "If-None-Match": '"x", *' }],
		["HEAD", {}],
		["OPTIONS", {}],
		["POST", { "Content-Type": "text/plain" }],
	]) {
		test(`${method} ${path} ${JSON.stringify(headers)}: the same on both paths`, async () => {
			const atOnce = await get(path, { method, headers });
			const withIO = await getWithIO(path, { method, headers });
			assert.equal(withIO.status, atOnce.status);
			assert.equal(withIO.text, atOnce.text);
			assert.deepEqual(fields(withIO), fields(atOnce));
		});
	}
}

test("a tag gives 304 on both paths, with the same fields", async () => {
	const { headers } = await get(interview);
	const init = { headers: { "If-None-Match": `W/"a,b", ${headers.get("etag")}` } };
	const atOnce = await get(interview, init);
	const withIO = await getWithIO(interview, init);
	assert.equal(atOnce.status, 304);
	assert.equal(withIO.status, 304);
	assert.deepEqual(fields(withIO), fields(atOnce));
});

test("a copy in the cache is the same answer, and has an age", async () => {
	const path = `/faults/io${interview}.html`;
	const first = await get(`${path}?copy`);
	assert.ok(!first.headers.has("age"));
	const copy = await getCopy(`${path}?copy`);
	assert.equal(copy.text, first.text);
	const { age, date, "cf-cache-status": status, ...rest } = fields(copy);
	assert.ok(date && status === "HIT");
	assert.match(age, /^\d$/);
	assert.deepEqual(rest, fields(first));
	const tag = first.headers.get("etag");
	const again = await get(`${path}?copy`, { headers: { "If-None-Match": tag } });
	assert.equal(again.status, 304);
	const head = await get(`${path}?copy`, { method: "HEAD" });
	assert.equal(head.text, "");
	assert.equal(head.headers.get("etag"), tag);
});

test("browsers ask again before each use, and a client that wants the newest answer gets no copy", async () => {
	const path = `/faults/io${interview}.txt?newest`;
	const copy = await getCopy(path);
	assert.equal(copy.headers.get("cache-control"), "public, no-cache");
	const tag = copy.headers.get("etag");
	for (const [field, copied] of [
		["max-age=0", false], // a reader loads the page again
		["no-cache", false], // the same without the browser's cache
		["max-age=60", true],
		["", true],
	]) {
		const answer = await get(path, { headers: { "Cache-Control": field } });
		assert.equal(answer.headers.has("age"), copied, field);
		assert.equal(answer.headers.get("etag"), tag, field);
	}
	const fromCopy = await ask(path, { "If-None-Match": tag });
	assert.equal(fromCopy.statusCode, 304);
	assert.ok("age" in fromCopy.headers, "a browser's copy is confirmed by the edge cache");
	assert.equal(fromCopy.headers["cache-control"], "public, no-cache");
	const fromProgram = await ask(path, { "If-None-Match": tag, "Cache-Control": "max-age=0" });
	assert.equal(fromProgram.statusCode, 304);
	assert.ok(!("age" in fromProgram.headers));
});

/**
 * Sends a GET request with exactly these header fields, and returns the answer without its
 * body. The function fetch cannot do that: it adds "Cache-Control: no-cache" to a request
 * with If-None-Match (Fetch Standard, section 4.6).
 */
const ask = (path, headers) =>
	new Promise((resolve, reject) => {
		const sent = request(worker.origin + path, { headers }, (answer) => resolve(answer.resume()));
		sent.on("error", reject).end();
	});

test("after a failed write, which may have been stored, no older copy is served", async () => {
	const path = `/faults/io${interview}.json?written`;
	await getCopy(path);
	assertProblem(await get("/faults/io/panic", { method: "PUT", body: "x" }), 500, "internal");
	assert.ok(!(await get(path)).headers.has("age"));
	await getCopy(path);
});

test("a request that cannot write drops no copies, whatever its status", async () => {
	const path = `/faults/io${interview}.json?kept`;
	await getCopy(path);
	const init = { method: "POST", body: "Host: Yes.\n\nAnn: No.\n" };
	assert.equal((await get("/v1/ingest", init)).status, 200);
	assertProblem(await get("/faults/io/panic", init), 500, "internal");
	assert.equal((await get(interview, { ...init, method: "DELETE" })).status, 401);
	assert.ok((await get(path)).headers.has("age"));
});

test("the program gets the same request from readers of all languages, so that it can remember its answers", () => {
	const requestFrom = (language) =>
		asText(new Request(`https://edge.example${interview}`, { headers: { "Accept-Language": language } }));
	assert.equal(requestFrom("de-CH, de;q=0.9"), requestFrom("ja"));
});

test("Go reads a body in a few long pieces, however short the chunks are in which it arrived", async () => {
	const chunks = Array.from({ length: 700 }, (_, i) => new Uint8Array(i).fill(i));
	const request = new Request(`https://edge.example${interview}`, { method: "POST" });
	const reader = asObject(request, chunks).body?.getReader();
	const pieces = [];
	for (let next = await reader?.read(); next?.value; next = await reader?.read()) pieces.push(next.value);
	assert.deepEqual(Buffer.concat(pieces), Buffer.concat(chunks));
	assert.equal(pieces.length, 2, `${Buffer.concat(chunks).length} bytes`);
});

test("the answer to a request with a token is not kept, and does not come from a copy", async () => {
	const path = `/faults/io${interview}.json?token`;
	const init = { headers: { Authorization: "Bearer x" } };
	await get(path, init);
	await sleep(200);
	assert.ok(!(await get(path)).headers.has("age"));
	await getCopy(path);
	assert.ok(!(await get(path, init)).headers.has("age"));
});

for (const path of ["/faults/panic", "/faults/block?ms=1000", "/faults/io/panic"]) {
	test(`${path}: 500, and the next one is answered`, async () => {
		for (let i = 0; i < 3; i++) {
			assertProblem(await get(path), 500, "internal");
			assert.equal((await get(interview)).status, 200);
			assert.equal((await get("/faults/io/wait")).status, 200);
		}
		await assertAllFree();
	});
}

test("a request without an answer gets 504, and its instance is not used again", async () => {
	const start = performance.now();
	for (const answer of await times(leases, () => get("/faults/io/hang")))
		assertProblem(answer, 504, "timeout");
	const took = performance.now() - start;
	assert.ok(took > 0.9 * limits.answer, `${took} ms`);
	await assertAllFree();
});

/**
 * Calls act while all instances (running copies of the program) are busy, and returns
 * its result. On a slow machine an instance may become free before act has ended. Then
 * the function starts again: it occupies all instances and calls act.
 */
async function whileAllTaken(act) {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
		let freed = 0;
		const taken = times(leases, () => get("/faults/io/wait?ms=2000").finally(() => freed++));
		while (freed === 0 && (await get("/faults/io/wait")).status !== 503);
		const outcome = await act();
		const inTime = freed === 0;
		for (const answer of await taken) assert.equal(answer.status, 200);
		if (inTime) return outcome;
	}
	throw new Error("the machine is too slow for this test");
}

test("if all instances are taken, requests that need one get 503; reads are answered, also from the database", async () => {
	const { sentAway, own, read } = await whileAllTaken(async () => {
		const waiting = times(limits.waiting + 4, () => get("/faults/io/wait"));
		const own = await get(interview);
		const read = await get("/v1/transcripts?limit=7");
		return { sentAway: await waiting, own, read };
	});
	assert.equal(own.status, 200);
	assert.equal(read.status, 200);
	assert.match(read.headers.get("server-timing"), /^(database;dur=\d+|cache)$/);
	for (const answer of sentAway) {
		assertProblem(answer, 503, "busy");
		assert.equal(answer.headers.get("retry-after"), "1");
	}
	await assertAllFree();
});

for (const [kind, others] of [
	["POST", ["PUT", "GET"]],
	["PUT", ["POST", "GET"]],
	["GET", ["POST", "PUT"]],
]) {
	test(`many requests with ${kind} leave an instance for ${others[0]} and ${others.at(-1)}`, async () => {
		const wait = (method, ms) =>
			get(`/faults/io/wait?ms=${ms}`, { method, body: method === "GET" ? undefined : "x" });
		const flood = times(leases + limits.waiting + 2, () => wait(kind, 2 * limits.patience));
		const meanwhile = [];
		for (let i = 0; i < 5; i++) for (const method of others) meanwhile.push(await wait(method, 0));
		for (const answer of meanwhile) assert.equal(answer.status, 200, answer.text);
		const statuses = (await flood).map(({ status }) => status);
		assert.deepEqual([...new Set(statuses)].sort(), [200, 503]);
		await assertAllFreeSoon();
	});
}

test("a request that waits briefly for an instance succeeds", async () => {
	const answers = await times(2 * leases, () => get("/faults/io/wait?ms=100"));
	for (const answer of answers) assert.equal(answer.status, 200, answer.text);
});

test("after an import the next one waits, if readers wait", async () => {
	const post = (ms) => get(`/faults/io/wait?ms=${ms}`, { method: "POST", body: "x" });
	let took = 0;
	// After an import, the Worker makes the next import wait for some time. On a slow
	// machine this time may have passed before the second import arrives. So the test is
	// repeated.
	for (const deadline = Date.now() + 30_000; took < limits.rest / 2 && Date.now() < deadline; ) {
		assert.equal((await post(limits.rest)).status, 200);
		const reader = getWithIO(`/wait?ms=${2 * limits.rest}`);
		await get("/v1/nothing"); // by now the reader waits
		const start = performance.now();
		assert.equal((await post(0)).status, 200);
		took = performance.now() - start;
		assert.equal((await reader).status, 200);
	}
	assert.ok(took >= limits.rest / 2, `${took} ms`);
});

test("an instance is leased until the tasks that its request has started have ended", async () => {
	const duration = 2000;
	for (let status = 200; status !== 503; ) {
		const start = Date.now();
		for (const answer of await times(leases, () => get(`/faults/io/task?ms=${duration}`)))
			assert.equal(answer.status, 200);
		const answer = await get("/faults/io/wait");
		status = answer.status;
		// Each task takes 2,000 ms. If the requests above took longer than that, the
		// tasks may have ended. Then an instance (a running copy of the program) is free,
		// and the status is 200.
		if (Date.now() - start < duration) assertProblem(answer, 503, "busy");
		await assertAllFreeSoon();
	}
});

test("an instance whose tasks do not end is replaced", async () => {
	assert.equal((await get("/faults/io/task?ms=100000")).status, 200);
	await sleep(limits.tasks);
	await assertAllFreeSoon();
});

const whole = new Uint8Array(limits.body.POST);

/**
 * Starts the upload of a request body. The upload ends when the caller calls finish, or
 * goAway to disconnect.
 */
function upload(body) {
	const outgoing = request(`${worker.origin}/faults/io/wait`, { method: "POST" });
	const answered = new Promise((resolve, reject) => {
		outgoing.on("error", reject).on("response", async (incoming) => {
			const text = Buffer.concat(await Array.fromAsync(incoming)).toString();
			resolve({ status: incoming.statusCode, headers: new Headers(incoming.headers), text });
		});
	});
	outgoing.write(body);
	return { answered, finish: () => outgoing.end(), goAway: () => outgoing.destroy() };
}

/**
 * Starts more uploads at the same time than the Worker can keep in memory. Waits until
 * the Worker has refused all that do not fit.
 */
async function fillBodies() {
	const fit = limits.bodies / whole.length;
	const waiting = new Set(Array.from({ length: 2 * fit + 2 }, () => upload(whole)));
	const refused = [];
	for (const one of waiting) {
		one.answered.then(
			(answer) => {
				waiting.delete(one);
				refused.push(answer);
			},
			() => {}, // an upload that fails remains in the set waiting
		);
	}
	for (const deadline = Date.now() + limits.upload; waiting.size > fit && Date.now() < deadline; )
		await sleep(10);
	assert.equal(waiting.size, fit);
	return { held: [...waiting], refused };
}

test("bodies that arrive at the same time are held up to a limit, and more get 503", async () => {
	const path = `/faults/io${interview}.json?bodies`;
	await getCopy(path);
	const { held, refused } = await fillBodies();
	for (const answer of refused) {
		assertProblem(answer, 503, "busy");
		assert.equal(answer.headers.get("retry-after"), "1");
	}
	assert.ok((await get(path)).headers.has("age"), "what was sent away has written nothing");
	assert.equal((await get("/v1/transcripts?limit=8")).status, 200);
	for (const one of held) {
		one.finish();
		assert.equal((await one.answered).status, 200);
	}
	assert.equal((await get("/faults/io/wait", { method: "POST", body: whole })).status, 200);
});

test("long bodies are worked on up to a limit, and more get 503 immediately", async () => {
	const post = (ms, body) => get(`/faults/io/wait?ms=${ms}`, { method: "POST", body });
	let worked = 0;
	const long = [post(2000, whole), post(2000, whole)].map(async (answer) => {
		const { status } = await answer;
		worked++;
		return status;
	});
	let third;
	do third = await post(0, whole);
	while (third.status === 200 && worked === 0);
	assertProblem(third, 503, "busy");
	assert.equal((await post(0, "short")).status, 200);
	assert.deepEqual(await Promise.all(long), [200, 200]);
});

test("the bodies of clients that disconnect leave room for others", async () => {
	const { held } = await fillBodies();
	for (const one of held) one.goAway();
	let answer;
	for (const deadline = Date.now() + 2 * limits.upload; Date.now() < deadline; ) {
		answer = await get("/faults/io/wait", { method: "POST", body: whole });
		if (answer.status === 200) break;
		assertProblem(answer, 503, "busy");
	}
	assert.equal(answer.status, 200);
});

test("a client that disconnects during its body is no fault in the log", async () => {
	const before = worker.output().length;
	const one = upload("the first bytes");
	await sleep(200);
	one.goAway();
	await assert.rejects(one.answered);
	const logged = () => worker.output().slice(before);
	for (const deadline = Date.now() + 5000; !logged().includes('"status":400') && Date.now() < deadline; )
		await sleep(20);
	assert.match(logged(), /\{"event":"write","method":"POST","path":"\/faults\/io\/wait","status":400,/);
	assert.doesNotMatch(logged(), /"event":"(fault|failure)"/);
});

test("a body that does not end in time gets 408", async () => {
	assertProblem(await upload(whole).answered, 408, "slow");
});

test("clients that disconnect leave no instance leased, and are no fault in the log", async () => {
	const before = worker.output().length;
	for (let round = 0; round < 5; round++) {
		const outcomes = await times(8, (i) =>
			get(`/faults/io/wait?ms=${20 * i}`, { signal: AbortSignal.timeout(10 + 10 * i) }).catch(() => null),
		);
		assert.ok(outcomes.includes(null), "no client went away");
	}
	await assertAllFreeSoon();
	assert.doesNotMatch(worker.output().slice(before), /"event":"fault"/);
});

/**
 * Sends a request again and again until its status is not 503. Status 503 means that
 * all instances (running copies of the program) are busy.
 */
async function getOnceFree(path) {
	for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
		const answer = await get(path);
		if (answer.status !== 503) return answer;
	}
	throw new Error(`${path}: no instance becomes free`);
}

test("each request gets the right answer among faults and aborts", async () => {
	const paths = [
		interview,
		`${interview}.html`,
		`/faults/io${interview}`,
		"/v1/nothing",
		"/t/altman-murati-2023",
	];
	const expected = await Promise.all(paths.map(async (path) => (await get(path)).text));
	const client = async (i) => {
		for (let k = 0; k < 15; k++) {
			const n = (i + k) % (paths.length + 2);
			if (n === paths.length) assert.equal((await get("/faults/panic")).status, 500);
			else if (n > paths.length)
				await get("/faults/io/wait?ms=50", { signal: AbortSignal.timeout(5) }).catch(() => null);
			else {
				const { status, text } = await getOnceFree(paths[n]);
				assert.equal(text, expected[n], `${status} ${paths[n]}`);
			}
		}
	};
	await times(16, client);
	await assertAllFreeSoon();
});
