// Tests of how "make attack" judges what it has measured.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsIn } from "../attack/server.mjs";
import { judge, tables } from "../attack/table.mjs";

/**
 * Returns a result of an attack. attacked is the time of each read during the attack, and
 * quiet the time of each other read, in milliseconds. memory is in MB.
 */
function result({ attacked = 20, quiet = 10, memory = 100, findings = [] }) {
	const phases = ["no attack, before", "uploads", "no attack, after"].map((name) => ({
		name,
		answers: { 200: 3, 413: 2 },
		slowest: 50,
		memory: memory * 2 ** 20,
		cpu: 1,
	}));
	const samples = phases.flatMap(({ name }) =>
		Array.from({ length: 200 }, () => ({
			phase: name,
			kind: "read",
			ms: name === "uploads" ? attacked : quiet,
			status: 200,
		})),
	);
	return { phases, samples, findings, acknowledged: 9, figures: {} };
}

const broken = (measured) =>
	judge(result(measured))
		.filter(({ kept }) => !kept)
		.map(({ name }) => name.split(" ").slice(0, 2).join(" "));

for (const [name, measured, want] of [
	["all is well", {}, []],
	["an attack delays the readers", { attacked: 2000 }, ["readers' p99", "readers' max"]],
	["an attack delays the readers a little", { attacked: 500 }, ["readers' p99"]],
	["a machine with other work is slow without an attack too", { attacked: 5000, quiet: 900 }, []],
	["workerd takes too much memory", { memory: 701 }, ["memory of"]],
	["a publish is lost", { findings: ["open-3: lost: version 4"] }, ["errors, losses,"]],
]) {
	test(`what an attack has measured is judged: ${name}`, () => assert.deepEqual(broken(measured), want));
}

test("the tables have a row for each attack and each promise, with the figures of both revisions", () => {
	const text = tables([
		{ name: "now", result: result({}) },
		{ name: "v1", result: result({ attacked: 2000 }) },
	]);
	assert.match(
		text,
		/\| uploads \| 20 \| 20 \| 20 \| 0 \| 5 \| 50 \| 1\.0 \| 100 \| 2000 \| 2000 \| 2000 \|/,
	);
	assert.match(text, /\| 1000 ms, or 4 times that without \| 20 ms, 10 ms \| 2000 ms, 10 ms \(broken\) \|/);
});

test("faults are found in the log: a refusal and a client that disconnects are none", () => {
	const lines = [
		'{"event":"write","method":"PUT","path":"/v1/transcripts/a","status":201,"ms":20}',
		'{"event":"failure","method":"GET","path":"/v1/search","status":503,"ms":0}',
		'{"event":"failure","method":"GET","path":"/v1/search","status":500,"ms":0}',
		'{"event":"fault","message":"shim: x"}',
		"[wrangler:info] GET /% 400 Bad Request (1ms)",
	];
	assert.deepEqual(faultsIn(lines.join("\n")), lines.slice(2, 4));
});
