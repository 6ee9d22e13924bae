// Measures the Worker against others, in one run, all in workerd. Prints tables
// and writes dist/bench/worker.json. It takes six minutes; with QUICK=1, two. BASE
// names an older revision, which is measured as well.
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

/** Runs a function with workers, and ends them. */
async function during(start, f) {
	const workers = [];
	try {
		await start(workers);
		return await f(workers);
	} finally {
		for (const worker of workers) await worker.stop();
	}
}

/** An answer without I/O, in bare workerd. */
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

/** A transcript from D1, and from the edge cache, with wrangler's simulators of both. */
async function withD1(dir, base) {
	const variants = await makeVariantsWithD1(dir, base);
	return during(
		async (workers) => {
			for (const variant of variants) {
				workers.push({
					...(await startMiniflare(variant.dir, variant.modules, "stored")),
					name: variant.name,
					path: stored,
					headers: { Authorization: "Bearer none" }, // past the cache
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
