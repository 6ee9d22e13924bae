// Runs the Worker of an older release with today's database. oldqueries.test.mjs explains
// why, and tests only the SQL statements of that Worker. This test takes long, because
// the old Worker must be built. If the clone of the repository lacks the old revision,
// the test only prints that.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeBase } from "../../bench/base.mjs";
import { send, talk } from "./support/talks.mjs";
import { makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

const revision = "02679d8";

let state, token;
before(async () => {
	state = await makeState();
	token = await makeToken(state);
});
after(() => rm(state, { recursive: true, force: true }));

/**
 * Builds the older Worker. Returns the path of its first module, or undefined if the
 * clone of the repository lacks the old revision.
 */
function buildOld(t) {
	try {
		return join(makeBase(revision, ["dist/worker/app.wasm"]).root, "dist/worker/worker.mjs");
	} catch (error) {
		if (!/has no such revision/.test(error.message)) throw error;
		t.diagnostic(`not run: this clone has no revision ${revision}`);
	}
}

/** Starts a Worker, calls act with functions that send requests to it, and stops it. */
async function during(main, act) {
	const { origin, stop } = await startWrangler({ main, state, assets: "dist/public" });
	const get = (path) => fetch(origin + path);
	const getJSON = async (path) => (await get(path)).json();
	try {
		await act({ origin, get, getJSON, send: (...args) => send(origin, token, ...args) });
	} finally {
		await stop();
	}
}

const lines = [
	"host: Who built the arch by the harbour?",
	"ann: My grandfather did, with two friends and a borrowed cart.",
	"host: Did it ever fall?",
	"ann: Once, in a storm.",
];
const address = "/v1/transcripts/arches";

/** Checks the answers of a Worker after both Workers have published versions. */
async function checkAll({ get, getJSON }, turns, version) {
	assert.equal((await getJSON("/healthz")).status, "ok");
	const current = await getJSON(address);
	assert.equal(current.version, version);
	assert.equal(current.turns[0].id, turns[0].id);
	assert.deepEqual((await getJSON(`${address}/versions`)).versions.length, version);
	assert.equal((await getJSON(`${address}/versions/1`)).turns[1].text, turns[1].text);
	for (const path of ["/t/arches", `/t/arches/q/${turns[1].id}`, `${address}.html`, "/embed/arches"]) {
		const answer = await get(path);
		assert.equal(answer.status, 200, path);
		assert.match(await answer.text(), /borrowed cart/, path);
	}
	assert.equal((await get(`${address}/turns/${turns[3].id}`)).status, 410, "a removed turn");
	assert.equal((await get("/v1/transcripts/gone")).status, 410, "a withdrawn transcript");
	const { hits } = await getJSON("/v1/search?q=borrowed");
	assert.deepEqual(
		hits.map(({ turn }) => turn),
		[turns[1].id],
	);
	assert.match(JSON.stringify(await getJSON("/v1/verify?q=friends%20and%20a%20borrowed%20cart")), /"arches"/);
}

test("the Worker of an older release reads, searches and publishes on today's tables", async (t) => {
	const main = buildOld(t);
	if (!main) return;
	let turns;
	await during(undefined, async (today) => {
		await today.send("arches", talk(lines));
		await today.send("gone", talk(lines.slice(2)));
		turns = (await today.getJSON(address)).turns;
	});
	await during(main, async (old) => {
		await old.send("arches", talk(lines.with(1, lines[1].replace("two", "three")).slice(0, 3)));
		await old.send("gone");
		await checkAll(old, turns, 2);
	});
	await during(undefined, async (today) => {
		await checkAll(today, turns, 2);
		await today.send("arches", talk(lines.slice(0, 3)));
		await checkAll(today, turns, 3);
	});
});
