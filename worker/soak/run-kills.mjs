// Kills workerd (Cloudflare's runtime) at random moments of publishing. The exit status
// is 1 if an acknowledged version was lost, or if a version was stored only in part.
//
//   node worker/soak/run-kills.mjs [KILLS [SEED]]
import { kill } from "./kills.mjs";

const [kills = 1000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
console.log(`${kills} kills, seed ${seed}`);
const start = performance.now();
const { counts, findings } = await kill({ kills, seed, say: console.log });
for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(14)}${count}`);
console.log(`${"seconds".padEnd(14)}${((performance.now() - start) / 1000).toFixed(0)}`);
for (const finding of findings.slice(0, 20)) console.log(`WRONG ${finding}`);
console.log(findings.length ? `FAIL: ${findings.length} findings` : "PASS: nothing lost or half there");
process.exit(findings.length ? 1 : 0);
