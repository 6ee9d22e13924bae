// Measures how fast our parsers convert source texts into transcripts, both natively and
// as WebAssembly in Chromium. For comparison, parsers from npm run in the same page.
// Prints tables in Markdown and writes dist/bench/ingest.json. A run takes about five
// minutes on two idle cores. The environment variable BASE names an older revision to
// measure too. QUICK=1 omits the largest size.
//
//   node bench/ingest/run.mjs [FAMILY…]
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBase } from "../base.mjs";
import { build, families, native } from "./go.mjs";
import { open } from "./page.mjs";
import { installPeers, peersOf } from "./peers.mjs";
import { printChange, printPeers, printSpeed } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "dist/bench/ingest");
const sizes = ["30turns", "100KB", "1MB", ...(process.env.QUICK ? [] : ["8MB"])];
const rounds = 3;
const older = "base"; // the subfolder for the older revision's programs

const best = (list) => list.reduce((a, b) => (b.ns < a.ns ? b : a));

/**
 * Measures a family (source format) in one size. The compared programs run one after
 * another, in several rounds. For each program the fastest round counts.
 */
async function measure(page, family, size, hasBase) {
	const ours = { native: [], wasm: [] };
	const base = { native: [], wasm: [] };
	const peers = new Map(peersOf(family).map((peer) => [peer, []]));
	for (let round = 0; round < rounds; round++) {
		ours.native.push(await native(out, family, size));
		if (hasBase) base.native.push(await native(join(out, older), family, size));
		ours.wasm.push(await page.ours(family, size));
		if (hasBase) base.wasm.push(await page.ours(family, size, `/${older}`));
		for (const [peer, list] of peers) list.push(await page.peer(peer, family, size));
	}
	const result = { family, size, native: best(ours.native), wasm: best(ours.wasm) };
	if (hasBase) result.base = { native: best(base.native), wasm: best(base.wasm) };
	result.peers = [...peers].map(([name, list]) => ({ name, ...best(list) }));
	for (const peer of result.peers)
		if (peer.crc32 !== result.wasm.crc32) throw new Error(`${peer.name} read another ${family} of ${size}`);
	return result;
}

async function main() {
	const wanted = process.argv.slice(2);
	await mkdir(out, { recursive: true });
	await installPeers(out);
	await build(out);
	const base = makeBase(process.env.BASE);
	if (base) await build(join(out, older), base.root);
	// The older revision may lack a family (source format). Such a family is measured
	// for this revision only.
	const known = base ? await families(join(out, older)) : [];
	const page = await open(out);
	try {
		const results = [];
		for (const family of (await families(out)).filter((f) => !wanted.length || wanted.includes(f)))
			for (const size of sizes) results.push(await measure(page, family, size, known.includes(family)));
		const machine = `${cpus().length} × ${cpus()[0].model}`;
		console.log(`${machine}, ${await page.version()}; the best of ${rounds} rounds each\n`);
		printSpeed(results, sizes);
		printPeers(results);
		if (base) printChange(results, sizes, base.name);
		await writeFile(
			join(root, "dist/bench/ingest.json"),
			`${JSON.stringify({ machine, rounds, results }, null, "\t")}\n`,
		);
	} finally {
		await page.close();
	}
}

await main();
