// Runs a Worker in workerd, Cloudflare's runtime, together with simulators of D1 (the
// database) and of the edge cache. wrangler does the same. The figures include the
// simulators' own work.
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const root = fileURLToPath(new URL("../..", import.meta.url));
const migrations = join(root, "worker/store/migrations");

/**
 * Starts a Worker with a simulated D1 database that contains one transcript.
 *
 * @param {string} dir the folder of the modules
 * @param {string[]} modules their file names, the main module first
 * @param {string} id of the transcript
 * @param {object} [more] options of Miniflare
 * @returns {Promise<{url: string, pid: number, miniflare: Miniflare, stop: () => Promise<void>}>}
 */
export async function startMiniflare(dir, modules, id, more = {}) {
	const before = await children();
	const options = convertV4MiniflareOptions({
		modulesRoot: dir,
		modules: modules.map((name) => ({
			type: name.endsWith(".wasm") ? "CompiledWasm" : "ESModule",
			path: join(dir, name),
		})),
		compatibilityDate: "2025-11-01",
		d1Databases: { DB: "quoteline" },
		host: "127.0.0.1",
		port: 0,
		...more,
	});
	const miniflare = new Miniflare(options);
	const url = (await miniflare.ready).origin;
	await fill(await miniflare.getD1Database("DB"), id);
	const [pid] = (await children()).filter((child) => !before.includes(child));
	return { url, pid, miniflare, stop: () => miniflare.dispose() };
}

/**
 * Creates the database's tables by applying the migrations. Then stores the demo's
 * interview under this id.
 */
async function fill(db, id) {
	for (const file of (await readdir(migrations)).sort()) {
		const sql = await readFile(join(migrations, file), "utf8");
		for (const statement of statements(sql)) await db.prepare(statement).run();
	}
	const transcript = JSON.parse(await readFile(join(root, "dist/content/altman-murati-2023.json"), "utf8"));
	const body = JSON.stringify({ ...transcript, id, version: 1 });
	await db.prepare("INSERT INTO versions (id, version, body) VALUES (?, 1, ?)").bind(id, body).run();
}

/**
 * Splits a migration into SQL statements. A trigger contains semicolons, so a statement
 * with BEGIN extends to its END.
 */
function statements(sql) {
	const code = sql.replaceAll(/--.*$/gm, "");
	return code.match(/\S(?:[^;]*?\bBEGIN\b[\s\S]*?\bEND;|[^;]*;)/g) ?? [];
}

/**
 * The process ids of workerd processes (Cloudflare's runtime) that are children of this
 * process.
 */
export async function children() {
	const { stdout } = await promisify(execFile)("ps", ["-o", "pid=,comm=", "--ppid", String(process.pid)]);
	return stdout
		.split("\n")
		.filter((line) => line.includes("workerd"))
		.map((line) => Number.parseInt(line, 10));
}
