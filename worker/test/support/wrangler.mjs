// Starts the built Worker in workerd (Cloudflare's runtime) for tests.
import { execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
/**
 * The variables for wrangler. X_LOCAL_OBSERVABILITY and X_LOCAL_EXPLORER switch off two
 * parts of "wrangler dev" that Cloudflare does not run beside a Worker. The
 * observability part stores each request and each query in a database of the same
 * process. Tests would measure the time and the memory of this part as the Worker's.
 */
const quiet = {
	CI: "1",
	NO_COLOR: "1",
	WRANGLER_SEND_METRICS: "false",
	X_LOCAL_EXPLORER: "false",
	X_LOCAL_OBSERVABILITY: "false",
};
const startTimeout = 120_000;
const stopTimeout = 5_000;

/**
 * Runs wrangler with the same Node as this process. Returns the child process, which
 * leads a new process group. Ending that group also ends workerd.
 *
 * @param {string[]} args
 * @param {string} folder the folder of wrangler.toml
 * @returns {import("node:child_process").ChildProcess}
 */
function spawnWrangler(args, folder) {
	return spawn(process.execPath, [wrangler, ...args], {
		cwd: folder,
		detached: true,
		env: { ...process.env, ...quiet },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/**
 * Runs a wrangler command until it ends. Returns its exit status (null if a signal
 * ended it) and everything that it printed.
 *
 * @param {string[]} args
 * @param {string} [folder] the folder of wrangler.toml; this project's by default
 * @returns {Promise<{status: number | null, output: string}>}
 */
export async function runWrangler(args, folder = root) {
	const child = spawnWrangler(args, folder);
	const output = collect(child);
	const [status] = await once(child, "close");
	return { status, output: output() };
}

/**
 * Makes a folder with a local database that has the project's tables. If the
 * environment variable MIGRATED_STATE names such a folder, its content is copied,
 * because applying the migrations takes seconds.
 *
 * @param {string} [folder] the project's folder, or the folder of an older revision, which may
 *   have other migrations
 * @returns {Promise<string>} the folder of the database
 */
export async function makeState(folder = root) {
	const state = await mkdtemp(join(tmpdir(), "quoteline-"));
	const migrated = process.env.MIGRATED_STATE;
	if (migrated && folder === root) {
		await cp(migrated, state, { recursive: true });
		return state;
	}
	const apply = ["d1", "migrations", "apply", "quoteline", "--local", "--persist-to", state];
	const { status, output } = await runWrangler(apply, folder);
	if (status !== 0) throw new Error(output);
	return state;
}

/**
 * Runs SQL statements in a local database, with wrangler.
 *
 * @param {string} state the folder of the database
 * @param {string} statements
 */
export async function execute(state, statements) {
	const file = join(state, "statements.sql");
	await writeFile(file, statements);
	const where = ["--local", "--persist-to", state];
	const args = ["d1", "execute", "quoteline", ...where, "--yes", "--file", file];
	const { status, output } = await runWrangler(args);
	if (status !== 0) throw new Error(output);
}

/**
 * Makes a publisher's token, adds it to a local database, and returns it.
 *
 * @param {string} state the folder of the database
 * @param {Record<string, string>} [options] the variables of worker/token.sh, such as NAME
 * @returns {Promise<string>}
 */
export async function makeToken(state, options = {}) {
	const { stdout } = await promisify(execFile)("worker/token.sh", ["--local", "--persist-to", state], {
		cwd: root,
		env: { ...process.env, ...options, WRANGLER_SEND_METRICS: "false" },
	});
	return stdout.trim();
}

/**
 * Serves the built Worker.
 *
 * @param {{assets?: string, folder?: string, main?: string, state?: string, port?: number}} [options]
 *   assets is the folder of served files, and main the Worker's first module; wrangler.toml names
 *   the defaults. folder is the folder of wrangler.toml, this project's by default. state is the
 *   folder of the database, which is kept afterwards; by default a new database is made, and
 *   removed afterwards. port is by default a free one
 * @returns {Promise<{origin: string, pid: number, output: () => string, kill: () => void, stop: () => Promise<void>}>}
 *   output returns the output of wrangler; kill ends the Worker immediately, before it can
 *   finish any work
 */
export async function startWrangler({ assets, folder = root, main, state: kept, port: given } = {}) {
	const port = given ?? (await freePort());
	const state = kept ?? (await makeState());
	const args = [
		"dev",
		"--ip",
		"127.0.0.1",
		"--port",
		`${port}`,
		"--inspector-port",
		"0",
		"--persist-to",
		state,
	];
	if (assets) args.push("--assets", assets);
	if (main) args.push(main);
	const child = spawnWrangler(args, folder);
	const output = collect(child);
	// A database that the caller has passed is not removed, so that another Worker can
	// use it.
	const stop = async () => {
		await end(child);
		if (!kept) await rm(state, { recursive: true, force: true });
	};
	const origin = `http://127.0.0.1:${port}`;
	try {
		await ready(child, origin);
	} catch (error) {
		await stop();
		throw new Error(`${error.message}\n${output()}`);
	}
	return { origin, pid: child.pid, output, kill: () => process.kill(-child.pid, "SIGKILL"), stop };
}

/** Collects what the child process prints, for use in error messages. */
function collect(child) {
	const chunks = [];
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
	return () => Buffer.concat(chunks).toString();
}

async function ready(child, origin) {
	const deadline = Date.now() + startTimeout;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`wrangler ended with status ${child.exitCode}`);
		const answer = await fetch(`${origin}/healthz`).catch(() => null);
		await answer?.body?.cancel();
		if (answer?.ok) return;
		await sleep(100);
	}
	throw new Error(`the Worker did not answer within ${startTimeout} ms`);
}

async function end(child) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, "exit");
	process.kill(-child.pid, "SIGTERM");
	const timer = setTimeout(() => process.kill(-child.pid, "SIGKILL"), stopTimeout);
	await exited;
	clearTimeout(timer);
}

/**
 * Returns a free port below 32,000. The system gives higher ports to outgoing
 * connections. One of those could take the port before the server listens on it.
 */
export async function freePort() {
	while (true) {
		const server = createServer();
		const port = randomInt(10_000, 32_000);
		const free = await new Promise((resolve) => {
			server.once("error", () => resolve(false));
			server.listen(port, "127.0.0.1", () => resolve(true));
		});
		if (!free) continue;
		server.close();
		await once(server, "close");
		return port;
	}
}
