// Runs wrangler, Cloudflare's command, on the database: the local one or the deployed one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = fileURLToPath(new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url));

/** A row of a table: the values of its columns. @typedef {(string | number | null)[]} Row */
/** A row with the names of its columns. @typedef {Record<string, string | number | null>} Named */

/** An error whose message says what the operator can do. */
export class Refusal extends Error {}

/**
 * Prints an error and sets the exit status: 1 for a refusal, 2 for any other error.
 *
 * @param {unknown} error
 */
export function exitWith(error) {
	console.error(error instanceof Refusal ? error.message : error);
	process.exitCode = error instanceof Refusal ? 1 : 2;
}

/** A database, which is named by wrangler's options: ["--remote"], or ["--local", "--persist-to", DIR]. */
export class Database {
	#where;

	/** @param {string[]} where */
	constructor(where) {
		this.#where = where;
	}

	/**
	 * Runs SQL statements as one batch: no other statement of the database runs between them.
	 * Returns the rows of each statement.
	 *
	 * @param {string[]} statements
	 * @returns {Promise<Named[][]>}
	 */
	async read(statements) {
		const printed = await this.#run(["execute", "quoteline", "--json", "--command", statements.join(";\n")]);
		/** @type {{results: Named[]}[]} */
		const answers = JSON.parse(printed);
		return answers.map(({ results }) => results);
	}

	/**
	 * Runs the SQL statements in a file. If one fails, the database stays as it was.
	 *
	 * @param {string} file
	 */
	async execute(file) {
		await this.#run(["execute", "quoteline", "--yes", "--file", file]);
	}

	/** Applies the migrations of this revision that the database does not have yet. */
	async migrate() {
		await this.#run(["migrations", "apply", "quoteline"]);
	}

	/**
	 * Runs a subcommand of "wrangler d1" and returns what it printed. Throws a Refusal with
	 * wrangler's message if it failed.
	 *
	 * @param {string[]} args
	 */
	async #run(args) {
		const child = spawn(process.execPath, [program, "d1", ...args, ...this.#where], {
			cwd: root,
			env: { ...process.env, CI: "1", NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" },
			stdio: ["ignore", "pipe", "pipe"],
		});
		const [printed, errors] = [child.stdout, child.stderr].map((stream) => {
			/** @type {Buffer[]} */
			const chunks = [];
			stream.on("data", (chunk) => chunks.push(chunk));
			return () => Buffer.concat(chunks).toString();
		});
		const [status] = await once(child, "close");
		if (status !== 0) throw new Refusal(`wrangler d1 ${args[0]}: ${reason(printed()) || errors().trim()}`);
		return printed();
	}
}

/**
 * Returns the text of an error that wrangler printed. With the option --json it is in an
 * object: {"error": {"text": "…"}}.
 *
 * @param {string} printed
 */
function reason(printed) {
	try {
		return /** @type {string} */ (JSON.parse(printed).error.text);
	} catch {
		return printed.trim();
	}
}
