// Starts the Worker as it was at one commit, so that "make attack" can send it hostile
// requests. Watches its memory and its log meanwhile.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cpuSeconds } from "../../bench/worker/workerd.mjs";
import { tokenStatement } from "../soak/editions.mjs";
import { execute, makeState, startWrangler } from "../test/support/wrangler.mjs";

/** The tokens of attackers who may publish. The rate limit is per token, so there are several. */
export const tokens = Array.from({ length: 8 }, (_, i) => `ql_attack${i}_secret`);

/**
 * Starts the built Worker of the project in folder, with an empty database.
 *
 * @param {string} folder
 */
export async function startServer(folder) {
	const assets = await mkdtemp(join(tmpdir(), "quoteline-"));
	await writeFile(join(assets, "index.html"), "<!doctype html><title>Home</title>");
	await mkdir(join(folder, "dist/public"), { recursive: true }); // wrangler.toml names it
	const state = await makeState(folder);
	const hash = (token) => createHash("sha256").update(token).digest("hex");
	const rows = tokens.map((token, i) => `('attack${i}', '${hash(token)}')`);
	await execute(state, `${tokenStatement()};\nINSERT INTO tokens (key, hash) VALUES ${rows.join(", ")};`);
	const worker = await startWrangler({ assets, folder, state });
	const stop = async () => {
		await worker.stop();
		await rm(state, { recursive: true, force: true });
		await rm(assets, { recursive: true, force: true });
	};
	return { ...worker, stop };
}

/**
 * Returns the lines of the Worker's log that report a fault. An answer with a status of
 * 500 or more is a fault, except for 503.
 *
 * @param {string} output of wrangler
 */
export function faultsIn(output) {
	const fault = /"event":"fault"|"status":(?!503)5\d\d|\[ERROR\]|Uncaught|hung/;
	return output.split("\n").filter((line) => fault.test(line));
}

/**
 * Sets the recorded peak of workerd's memory back to the memory that it uses now. workerd
 * is Cloudflare's runtime.
 */
export async function forgetPeak(group) {
	for (const pid of await workerds(group)) await writeFile(`/proc/${pid}/clear_refs`, "5");
}

/**
 * Returns the peak of the memory of the processes of workerd (Cloudflare's runtime) since
 * forgetPeak was called, in bytes. It is the peak of the process that needed most, and
 * counts only physical memory.
 *
 * @param {number} group the id of the group of processes
 */
export async function peakMemory(group) {
	const peaks = (await workerds(group)).map(async (pid) => {
		const status = await readFile(`/proc/${pid}/status`, "utf8");
		return 1024 * Number(status.match(/VmHWM:\s+(\d+) kB/)?.[1] ?? 0);
	});
	return Math.max(0, ...(await Promise.all(peaks)));
}

/**
 * Returns the processor time that the processes of workerd (Cloudflare's runtime) have used
 * so far, in seconds.
 */
export async function cpuTime(group) {
	const times = await Promise.all((await workerds(group)).map(cpuSeconds));
	return times.reduce((sum, time) => sum + time, 0);
}

/** Returns the process ids of workerd (Cloudflare's runtime) in a group of processes. */
async function workerds(group) {
	const found = [];
	for (const pid of await readdir("/proc")) {
		if (!/^\d+$/.test(pid)) continue;
		const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""); // the process may have ended
		const [, name, rest] = stat.match(/\((.*)\) (.*)/) ?? [];
		if (name === "workerd" && Number(rest.split(" ")[2]) === group) found.push(Number(pid));
	}
	return found;
}
