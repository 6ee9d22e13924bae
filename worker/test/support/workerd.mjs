// Runs single modules of the shim (the Worker's JavaScript) in workerd (Cloudflare's
// runtime). It does so without wrangler, because the proxy of "wrangler dev" hides from the
// Worker that a client has disconnected.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import workerd from "workerd";
import { freePort } from "./wrangler.mjs";

const shim = fileURLToPath(new URL("../../shim", import.meta.url));

/**
 * Starts workerd (Cloudflare's runtime) with a module that uses modules of the shim.
 *
 * @param {string} main the source text of the module; its default export has the function fetch
 * @param {string[]} names the files of the shim that it imports, directly or indirectly
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export async function startWorkerd(main, names) {
	const dir = await mkdtemp(join(tmpdir(), "quoteline-"));
	await writeFile(join(dir, "main.mjs"), main);
	for (const name of names) await cp(join(shim, name), join(dir, name));
	const port = await freePort();
	const modules = ["main.mjs", ...names].map((name) => `(name = "${name}", esModule = embed "${name}")`);
	const config = `using Workerd = import "/workerd/workerd.capnp";
		const config :Workerd.Config = (
			services = [(name = "main", worker = .worker)],
			sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
		);
		const worker :Workerd.Worker = (modules = [${modules}], compatibilityDate = "2025-11-01");`;
	await writeFile(join(dir, "config.capnp"), config);
	const child = spawn(workerd.default, ["serve", join(dir, "config.capnp")], { stdio: "inherit" });
	const stop = async () => {
		child.kill();
		if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		await rm(dir, { recursive: true, force: true });
	};
	for (const deadline = Date.now() + 60_000; Date.now() < deadline && child.exitCode === null; ) {
		const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
		await answer?.body?.cancel();
		if (answer) return { port, stop };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await stop();
	throw new Error("workerd did not start");
}
