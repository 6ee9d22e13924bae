// Kills workerd (Cloudflare's runtime) at random moments of publishing. "make kills" does
// the same a thousand times.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kill } from "../soak/kills.mjs";

test("a kill at any moment of a publish loses nothing acknowledged and leaves nothing half there", async (t) => {
	const kills = Number(process.env.KILLS ?? 20);
	const { counts, findings } = await kill({ kills, seed: 20231129, say: (line) => t.diagnostic(line) });
	t.diagnostic(JSON.stringify(counts));
	assert.deepEqual(findings, []);
	assert.equal(counts.kills, kills);
	assert.ok(counts.acknowledged > 0 && counts.cut > 0, JSON.stringify(counts));
});
