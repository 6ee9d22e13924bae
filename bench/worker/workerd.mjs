// Runs a Worker in workerd, Cloudflare's runtime, without simulators of the database and
// the cache. Measures the time and memory of the process.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../worker/test/support/wrangler.mjs";

const ticksPerSecond = 100; // times in /proc are in hundredths of a second, whatever the kernel's own clock rate is
const pageSize = 4096;

/** The type that workerd's configuration gives a module with this file name. */
function kind(name) {
	if (name.endsWith(".wasm")) return "wasm";
	return name.endsWith(".json") ? "text" : "esModule";
}

/**
 * Starts workerd with the modules of a folder. Returns at once, before workerd listens.
 *
 * @param {string} dir
 * @param {string[]} modules their file names, the main module first
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>}
 */
export async function startWorkerd(dir, modules) {
	const port = await freePort();
	const list = modules.map((name) => `(name = "${name}", ${kind(name)} = embed "${name}")`);
	await writeFile(
		join(dir, "config.capnp"),
		`using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (modules = [${list.join(", ")}], compatibilityDate = "2025-11-01");
`,
	);
	const child = spawn("workerd", ["serve", join(dir, "config.capnp")], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	const stop = async () => {
		const ended = once(child, "exit");
		child.kill("SIGKILL");
		await ended;
	};
	return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop };
}

/** The processor time that a process has used so far, in seconds. */
export async function cpuSeconds(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond; // the fields utime and stime
}

/** The resident memory of a process (the part in physical memory), in bytes. */
export async function residentBytes(pid) {
	const statm = await readFile(`/proc/${pid}/statm`, "utf8");
	return Number(statm.split(" ")[1]) * pageSize;
}
