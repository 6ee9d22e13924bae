// Attacks the Worker, which runs locally in workerd (Cloudflare's runtime) with wrangler's
// simulator of D1 (the database). Prints what was measured, and which promises the Worker
// kept, such as a limit on its memory. The exit status is 1 if the Worker broke a promise.
// The environment variable BASE names an older revision to attack too, in the same way.
//
//   node worker/attack/run.mjs [SECONDS]
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBase } from "../../bench/base.mjs";
import { attack } from "./attack.mjs";
import { judge, tables } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const longest = 2_000_000; // bytes of an upload

/**
 * Attacks the Worker of this revision. If base is given, attacks the Worker of that older
 * revision too.
 *
 * @param {{seconds: number, base?: import("../../bench/base.mjs").Base, say: (line: string) => void}} options
 */
export async function attackAll({ seconds, base, say }) {
	const sources = await mkdtemp(join(tmpdir(), "quoteline-"));
	try {
		execFileSync("go", ["run", "./worker/attack/sources", sources, String(longest)], { cwd: root });
		const revisions = [
			{ name: "now", folder: root },
			...(base ? [{ name: base.name, folder: base.root }] : []),
		];
		const results = [];
		for (const { name, folder } of revisions) {
			say(`${name}: ${seconds} seconds`);
			results.push({ name, result: await attack({ folder, seconds, sources, say }) });
		}
		return results;
	} finally {
		await rm(sources, { recursive: true, force: true });
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const seconds = Number(process.argv[2] ?? 300);
	const base = makeBase(process.env.BASE, ["dist/worker/app.wasm"]);
	const results = await attackAll({ seconds, base, say: console.log });
	console.log(`\n${tables(results)}`);
	for (const { name, result } of results) {
		// Findings that differ only in their numbers are printed once.
		const groups = Object.entries(Object.groupBy(result.findings, (text) => text.replaceAll(/\d+/g, "N")));
		for (const [, [first, ...others]] of groups.slice(0, 20))
			console.log(`WRONG in ${name}, ${1 + others.length} times: ${first}`);
	}
	const kept = judge(results[0].result).every((promise) => promise.kept);
	console.log(kept ? "PASS: every promise is kept" : "FAIL: a promise is broken");
	process.exit(kept ? 0 : 1);
}
