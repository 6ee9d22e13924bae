// Attacks the Worker for a minute, beside readers and publishers. "make attack" does the
// same for longer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { attackAll } from "../attack/run.mjs";
import { judge, tables } from "../attack/table.mjs";

test("no attack stops the readers, makes an error, or loses or damages what was published", async (t) => {
	const results = await attackAll({ seconds: 60, say: (line) => t.diagnostic(line) });
	for (const line of tables(results).split("\n")) t.diagnostic(line);
	const [{ result }] = results;
	assert.deepEqual(result.findings, []);
	for (const promise of judge(result)) assert.ok(promise.kept, JSON.stringify(promise));
	assert.ok(result.acknowledged > 0 && result.phases.every(({ memory }) => memory > 0));
});
