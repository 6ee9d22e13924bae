// Measures the Worker against programs that give the same answers, such as one in plain
// JavaScript. All run in workerd, Cloudflare's runtime. Prints tables and writes
// dist/bench/worker.json. A run takes six minutes, or two with QUICK=1. The environment
// variable BASE names an older revision to measure too.
//
//   node bench/worker/run.mjs
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeBase } from "../base.mjs";
import { coldStarts, manyRequests, rounds } from "./measure.mjs";
import { startMiniflare } from "./miniflare.mjs";
import { report, tables } from "./table.mjs";
import { makeVariants, makeVariantsWithD1 } from "./variants.mjs";
import { startWorkerd } from "./workerd.mjs";

const pure = "/v1/transcripts/altman-murati-2023.json";
const stored = "/v1/transcripts/stored.json";

/**
 * Calls the function start, which adds running Workers to a list. Then calls the
 * function f with this list, and finally stops the Workers.
 */
async function during(start, f) {
	const workers = [];
	try {
		await start(workers);
		return await f(workers);
	} finally {
		for (const worker of workers) await worker.stop();
	}
}

/**
 * Measures answers that need no I/O. They run in workerd without simulators of the
 * database and the cache.
 */
async function withoutIO(dir, base) {
	const variants = await makeVariants(dir, base);
	const cold = await coldStarts(variants, pure);
	return during(
		async (workers) => {
			for (const variant of variants) {
				const worker = await startWorkerd(variant.dir, variant.modules);
				workers.push({ ...worker, name: variant.name, path: pure });
			}
		},
		async (workers) => {
			const results = await rounds(workers);
			const memory = await manyRequests(workers);
			return results.map((result, i) => ({ ...result, cold: cold[i], memory: memory[i] }));
		},
	);
}

/**
 * Measures how fast a transcript is read from D1 (the database), and from the edge
 * cache. Both are wrangler's simulators.
 */
async function withD1(dir, base) {
	const variants = await makeVariantsWithD1(dir, base);
	return during(
		async (workers) => {
			for (const variant of variants) {
				workers.push({
					...(await startMiniflare(variant.dir, variant.modules, "stored")),
					name: variant.name,
					path: stored,
					// A request with this header bypasses the edge cache.
					headers: { Authorization: "Bearer none" },
				});
			}
		},
		(workers) => {
			const cached = workers
				.filter(({ name }) => !name.startsWith("stock"))
				.map((worker) => ({ ...worker, name: `${worker.name}, cached`, headers: {} }));
			return rounds([...workers, ...cached]);
		},
	);
}

const base = makeBase(process.env.BASE, ["dist/worker/app.wasm"]);
const dir = await mkdtemp(join(tmpdir(), "quoteline-bench-"));
try {
	const results = {
		date: new Date().toISOString(),
		cpu: cpus()[0].model,
		cores: cpus().length,
		base: base?.name,
		withoutIO: await withoutIO(dir, base),
		withD1: await withD1(dir, base),
	};
	console.log(tables(results));
	await mkdir(dirname(report), { recursive: true });
	await writeFile(report, `${JSON.stringify(results, null, "\t")}\n`);
} finally {
	await rm(dir, { recursive: true, force: true });
}
