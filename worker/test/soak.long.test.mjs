// Sends the Worker many requests for a minute. "make soak" runs the same requests for
// longer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { soak } from "../soak/soak.mjs";

test("readers, publishers, aborts and faults at once: nothing is wrong, stuck, lost or half there", async (t) => {
	const { counts, findings } = await soak({ seconds: 60, seed: 20231129, say: (line) => t.diagnostic(line) });
	t.diagnostic(JSON.stringify(counts));
	assert.deepEqual(findings, []);
	for (const [name, count] of Object.entries(counts)) assert.ok(count > 0 || name === "busy", `no ${name}`);
});
