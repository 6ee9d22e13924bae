// Attacks the Worker for a minute, while readers and publishers use it. This test fails
// on errors and lost versions. It prints times and memory, but does not judge them,
// because they depend on what else the machine does. "make attack" runs longer and judges
// them too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { attackAll } from "../attack/run.mjs";
import { tables } from "../attack/table.mjs";

test("no attack silences the readers, makes an error, or loses or damages what was published", async (t) => {
	const results = await attackAll({ seconds: 60, say: (line) => t.diagnostic(line) });
	for (const line of tables(results).split("\n")) t.diagnostic(line);
	const [{ result }] = results;
	assert.deepEqual(result.findings, []);
	const answered = result.samples.filter(({ kind, status }) => kind === "read" && status === 200);
	const silent = result.phases.filter(({ name }) => !answered.some(({ phase }) => phase === name));
	assert.deepEqual(silent, []);
	assert.ok(result.acknowledged > 0 && result.phases.every(({ memory }) => memory > 0));
});
