// Tests of the operator's commands "make tokens", "make revoke", "make undo" and "make
// thin", with a Worker that runs meanwhile.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { send, talk } from "./support/talks.mjs";
import { makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

let state, anna, ben, worker;
before(async () => {
	state = await makeState();
	anna = await makeToken(state, { NAME: "anna-desk" });
	ben = await makeToken(state, { NAME: "ben-desk", IDS: "arch tides", NOTE: "Ben's; left" });
	worker = await startWrangler({ state });
});
after(async () => {
	await worker?.stop();
	await rm(state, { recursive: true, force: true });
});

/** Runs a command on the database of the tests. Returns its exit status and what it printed. */
async function operate(command, args, env = {}) {
	const script = fileURLToPath(new URL(`../operate/${command}.mjs`, import.meta.url));
	const child = spawn(process.execPath, [script, ...args, "--local", "--persist-to", state], {
		env: { ...process.env, ...env },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk) => {
			output += chunk;
		});
	}
	const [status] = await once(child, "close");
	return { status, output };
}

const address = (id) => `${worker.origin}/v1/transcripts/${id}`;
const get = (path) => fetch(path, { headers: { "If-None-Match": '"none"' } });
/**
 * Returns the JSON at a path. The cache may have a copy from before the command. So the
 * query of each request has a new number, and the answer never comes from the cache.
 */
const getJSON = async (path) =>
	(await fetch(`${path}${path.includes("?") ? "&" : "?"}t=${performance.now()}`)).json();

const original = ["host: Who built the arch?", "ann: My grandfather did.", "ann: Yes.", "host: Yes."];

test("undo restores what another token published, and withdraws the rest", async () => {
	await send(worker.origin, anna, "arches", talk(original));
	const { turns } = await getJSON(address("arches"));
	await send(
		worker.origin,
		ben,
		"arches",
		talk(["host: Who lied?", "ann: My neighbour did, and nobody saw it."]),
	);
	await send(worker.origin, ben, "arches", undefined);
	await send(worker.origin, ben, "tides", talk(["ann: A lie."]));

	const plan = await operate("undo", ["ben-desk"], { DRY_RUN: "1" });
	assert.deepEqual(
		[plan.status, plan.output.split("\n").slice(0, 2)],
		[0, ["arches: version 1 restored", "tides: withdrawn"]],
	);
	assert.equal((await get(address("arches"))).status, 410, "a plan changes nothing");
	const done = await operate("undo", ["ben-desk"]);
	assert.equal(done.status, 0, done.output);
	assert.match(
		done.output,
		/^arches: version 1 restored as version 4\ntides: withdrawn as version 2\nThe token is still valid/,
	);
	const restored = await getJSON(address("arches"));
	assert.deepEqual(restored.turns, turns, "with all ids");
	assert.equal(restored.version, 4);
	assert.equal((await getJSON(address("tides"))).status, 410);
	const { hits } = await getJSON(`${worker.origin}/v1/search?q=grandfather`);
	assert.equal(hits[0].turn, turns[1].id);

	const again = await operate("undo", ["ben-desk", "2026-01-01"]);
	assert.match(again.output, /^arches: left, because version 4 by make undo is newer/);
	const none = await operate("undo", ["ben-desk", "2999-01-01T00:00Z"]);
	assert.match(none.output, /^ben-desk stored no version since 2999/);
	for (const [args, reason] of [
		[["zoe"], /no token has the key or the name zoe: "make tokens" lists/],
		[[], /usage: make undo KEY=/],
		[["ben-desk", "yesterday"], /usage: make undo KEY=/],
	]) {
		const { status, output } = await operate("undo", args);
		assert.equal(status, 1);
		assert.match(output, reason);
	}
});

test("tokens are listed and revoked", async () => {
	const list = await operate("tokens", []);
	assert.equal(list.status, 0, list.output);
	const line = list.output.split("\n").find((line) => line.includes("ben-desk"));
	assert.match(
		line,
		/^[0-9a-f]{16} ben-desk: ids that begin with arch or tides; made 2.*; 3 versions, the last 2.*; Ben's; left$/,
	);
	const revoked = await operate("revoke", ["ben-desk"]);
	assert.match(revoked.output, /^revoked: [0-9a-f]{16} ben-desk\n$/);
	const refused = await fetch(address("tides"), {
		method: "DELETE",
		headers: { Authorization: `Bearer ${ben}` },
	});
	assert.equal(refused.status, 401);
	assert.match((await refused.json()).detail, /^This token was revoked at 2.*Ask the operator/);
	const twice = await operate("revoke", ["ben-desk"]);
	assert.equal(twice.status, 1);
	assert.match(twice.output, /no valid token has the key or the name ben-desk/);
	assert.match((await operate("tokens", [])).output, /ben-desk: .*; revoked 2/);
	await send(worker.origin, anna, "arches", talk(original));
});

test("thinning an old version breaks no link", async () => {
	const words = (n) => `ann: My grandfather built it with ${n} friends and a borrowed cart, long ago.`;
	for (const n of [2, 3, 4])
		await send(worker.origin, anna, "thin", talk([...original.slice(0, 1), words(n), "host: Thank you."]));
	await send(worker.origin, anna, "thin", talk([...original.slice(0, 1), words(4)]));
	const { turns } = await getJSON(`${address("thin")}/versions/3`);
	const done = await operate("thin", ["thin", "1"]);
	assert.match(done.output, /^thinned 3 versions of thin: \d+ bytes, now \d+\n$/);
	const { versions } = await getJSON(`${address("thin")}/versions`);
	assert.deepEqual(
		versions.map(({ version, thinned }) => [version, thinned]),
		[
			[4, undefined],
			[3, true],
			[2, true],
			[1, true],
		],
	);
	for (const n of [1, 2]) {
		const version = await getJSON(`${address("thin")}/versions/${n}`);
		assert.equal(version.thinned, true);
		assert.deepEqual(
			version.turns.map(({ id, text }) => [id, text]),
			[[turns[1].id, words(n + 1).slice(5)]],
		);
	}
	const compared = await get(`${address("thin")}/versions/4?from=2`);
	assert.equal(compared.status, 410);
	assert.match((await compared.json()).detail, /^Version 2 was thinned/);
	assert.equal((await getJSON(`${address("thin")}/turns/${turns[2].id}`)).nearest, turns[1].id);
	assert.match((await operate("thin", ["thin", "1"])).output, /^thin has no version to thin/);
	const wrong = await operate("thin", ["thin", "0"]);
	assert.equal(wrong.status, 1);
	assert.match(wrong.output, /usage: make thin ID=/);
	await send(worker.origin, anna, "thin", talk([...original.slice(0, 1), words(4), "host: Thank you."]));
	assert.equal(
		(await getJSON(`${address("thin")}/turns/${turns[2].id}`)).text,
		"Thank you.",
		"a removed turn is back under its id",
	);
});
