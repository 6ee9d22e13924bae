// Runs the commands of "make backup" and "make restore" on local databases.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs worker/backup/backup.mjs. Returns its exit status and what it printed.
 *
 * @param {string} file
 * @param {string} state the folder of the database
 * @param {Record<string, string>} [env] variables in addition
 */
export const runBackup = (file, state, env) => run("backup", file, state, env);

/** Runs worker/backup/restore.mjs. Returns its exit status and what it printed. */
export const runRestore = (file, state) => run("restore", file, state);

/** @returns {Promise<{status: number, output: string}>} */
function run(script, file, state, env = {}) {
	const path = fileURLToPath(new URL(`../../backup/${script}.mjs`, import.meta.url));
	const options = { env: { ...process.env, ...env } };
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			[path, file, "--local", "--persist-to", state],
			options,
			(error, stdout, stderr) => resolve({ status: error?.code ?? 0, output: stdout + stderr }),
		);
	});
}
