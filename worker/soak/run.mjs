// Soaks the Worker: sends it many requests for a long time. The Worker runs locally, with
// wrangler's simulator of D1 (the database). The exit status is 1 in three cases: an answer
// was wrong, an instance (a running copy) of the WebAssembly program is stuck, or a
// published transcript was lost or stored only in part.
//
//   node worker/soak/run.mjs [SECONDS [SEED]]
import { soak } from "./soak.mjs";

const [seconds = 240, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
console.log(`${seconds} seconds, seed ${seed}`);
const { counts, findings } = await soak({ seconds, seed, say: console.log });
for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(14)}${count}`);
for (const finding of findings.slice(0, 20)) console.log(`WRONG ${finding}`);
console.log(
	findings.length ? `FAIL: ${findings.length} findings` : "PASS: nothing wrong, stuck, lost or half there",
);
process.exit(findings.length ? 1 : 0);
