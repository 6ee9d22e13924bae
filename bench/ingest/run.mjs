// Measures how fast sources are read: natively, in Chromium's WebAssembly, and
// beside parsers from npm in the same page. Prints tables in Markdown and writes
// dist/bench/ingest.json. It takes some five minutes on two idle cores.
//
//   node bench/ingest/run.mjs [FAMILY…]
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, families, native } from "./go.mjs";
import { open } from "./page.mjs";
import { installPeers, peersOf } from "./peers.mjs";
import { printPeers, printSpeed } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "dist/bench/ingest");
const sizes = ["30turns", "100KB", "1MB", "8MB"];
const rounds = 3;

const least = (list, of) => list.reduce((a, b) => (of(b) < of(a) ? b : a));

/** Measures a family in one size; ours and others take turns, and the best round of each counts. */
async function measure(page, family, size) {
	const ours = { native: [], wasm: [] };
	const peers = new Map(peersOf(family).map((peer) => [peer, []]));
	for (let round = 0; round < rounds; round++) {
		ours.native.push(await native(out, family, size));
		ours.wasm.push(await page.ours(family, size));
		for (const [peer, list] of peers) list.push(await page.peer(peer, family, size));
	}
	const result = { family, size };
	for (const [where, list] of Object.entries(ours)) result[where] = least(list, (r) => r.ns);
	result.peers = [...peers].map(([name, list]) => ({ name, ...least(list, (r) => r.ns) }));
	for (const peer of result.peers)
		if (peer.crc32 !== result.wasm.crc32) throw new Error(`${peer.name} read another ${family} of ${size}`);
	return result;
}

async function main() {
	const wanted = process.argv.slice(2);
	await mkdir(out, { recursive: true });
	await installPeers(out);
	await build(out);
	const page = await open(out);
	try {
		const results = [];
		for (const family of (await families(out)).filter((f) => !wanted.length || wanted.includes(f)))
			for (const size of sizes) results.push(await measure(page, family, size));
		const machine = `${cpus().length} × ${cpus()[0].model}`;
		console.log(`${machine}, ${await page.version()}; the best of ${rounds} rounds each\n`);
		printSpeed(results, sizes);
		printPeers(results);
		await writeFile(
			join(root, "dist/bench/ingest.json"),
			`${JSON.stringify({ machine, rounds, results }, null, "\t")}\n`,
		);
	} finally {
		await page.close();
	}
}

await main();
