// Builds a Worker that only tests use. It has addresses that cause faults, and limits so
// low that a test can reach them.
import { execFile } from "node:child_process";
import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const dir = "dist/worker-faults";

/**
 * The limits of the Worker that only tests use. worker/shim/limits.mjs explains each of
 * them. Times are in milliseconds.
 */
export const limits = {
	instances: 6,
	memory: 24 * 2 ** 20,
	uses: 100,
	answer: 3000,
	tasks: 3000,
	patience: 500,
	waiting: 8,
	rest: 300,
	searches: 2,
	waitingSearches: 8,
	addresses: 50,
	body: { PUT: 2 ** 20, POST: 2 ** 20 },
	bodies: 3 * 2 ** 20,
	upload: 6000,
	working: 2.5 * 2 ** 20,
	copy: 60_000,
};

/**
 * Builds the Worker that only tests use, from the files in dist/worker. It has
 * addresses that cause faults.
 *
 * @returns {Promise<string>} the file of the Worker's main module
 */
export async function buildWithFaults() {
	await rm(join(root, dir), { recursive: true, force: true });
	await cp(join(root, "dist/worker"), join(root, dir), { recursive: true });
	await writeFile(join(root, dir, "limits.mjs"), `export const limits = ${JSON.stringify(limits)};\n`);
	await promisify(execFile)("worker/compile.sh", [`${dir}/app.wasm`, "faults"], { cwd: root });
	return `${dir}/worker.mjs`;
}
