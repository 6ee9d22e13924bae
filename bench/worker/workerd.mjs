// Runs a Worker in bare workerd, and measures the process.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../worker/test/support/wrangler.mjs";

const ticksPerSecond = 100; // of /proc, whatever the kernel's own clock
const pageSize = 4096;

/** The kind of a module, by its name. */
function kind(name) {
	if (name.endsWith(".wasm")) return "wasm";
	return name.endsWith(".json") ? "text" : "esModule";
}

/**
 * Starts workerd with the modules of a folder.
 *
 * @param {string} dir
 * @param {string[]} modules file names, the Worker's own first
 * @returns {Promise<{url: string, pid: number, stop: () => Promise<void>}>} before it listens
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

/** Seconds of CPU that a process has used. */
export async function cpuSeconds(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond; // utime and stime
}

/** Bytes of memory that a process holds. */
export async function residentBytes(pid) {
	const statm = await readFile(`/proc/${pid}/statm`, "utf8");
	return Number(statm.split(" ")[1]) * pageSize;
}
