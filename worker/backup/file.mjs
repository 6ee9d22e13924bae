// Writes and reads the file of a backup. The file is compressed with gzip and has one JSON
// value in each line: first a Header, then the rows, last an End. A row is an array, as in
// ["versions", "arches", 1, …]: its table, and the values of its columns. A file without
// the last line is incomplete.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Refusal } from "./wrangler.mjs";

/** @typedef {import("./wrangler.mjs").Row} Row */

/**
 * The first line. Begun is the time at which the backup began, as in
 * "2026-01-31T12:00:00.000Z".
 *
 * @typedef {{quotelineBackup: 1, begun: string} & import("./schema.mjs").Schema} Header
 */

/**
 * The last line: the time at which the backup ended, and the number of rows of each table.
 *
 * @typedef {{ended: string, rows: Record<string, number>}} End
 */

export class Writer {
	#file;
	#lines = createGzip();
	#done;
	/** @type {Record<string, number>} */
	#rows = {};

	/**
	 * Begins a file. The file's name ends in ".part" until its last line is written.
	 *
	 * @param {string} file
	 * @param {Header} header
	 */
	constructor(file, header) {
		this.#file = file;
		// Only the owner may read the file: it has withdrawn (unpublished) transcripts and
		// the hashes of tokens.
		const out = createWriteStream(`${file}.part`, { mode: 0o600 });
		this.#done = finished(this.#lines.pipe(out));
		this.#done.catch(() => {}); // end reports the failure
		this.#lines.write(`${JSON.stringify(header)}\n`);
		for (const { name } of header.tables) this.#rows[name] = 0;
	}

	/** @type {(table: string, rows: Row[]) => Promise<void>} writes rows of a table */
	async write(table, rows) {
		this.#rows[table] += rows.length;
		for (const row of rows) {
			if (!this.#lines.write(`${JSON.stringify([table, ...row])}\n`)) {
				await Promise.race([once(this.#lines, "drain"), this.#done]);
			}
		}
	}

	/** Writes the last line, and removes ".part" from the end of the file's name. */
	async end() {
		/** @type {End} */
		const end = { ended: new Date().toISOString(), rows: this.#rows };
		this.#lines.end(`${JSON.stringify(end)}\n`);
		await this.#done;
		await rename(`${this.#file}.part`, this.#file);
		return end;
	}
}

/**
 * Yields the lines of a backup: first the Header, then each row together with the name of
 * its table, then the End. Throws a Refusal if the file is no backup, was changed, or is
 * incomplete.
 *
 * @param {string} file
 * @returns {AsyncGenerator<{header: Header} | {table: string, row: Row} | {end: End}>}
 */
export async function* readBackup(file) {
	/** @type {Header | undefined} */
	let header;
	let ended = false;
	try {
		for await (const line of linesOf(file)) {
			const value = JSON.parse(line);
			if (!header) {
				if (value.quotelineBackup !== 1)
					throw new Refusal(`${file} is not a backup of this revision's format`);
				header = value;
				yield { header: value };
			} else if (Array.isArray(value)) {
				const [table, ...row] = value;
				yield { table, row };
			} else {
				ended = true;
				yield { end: value };
			}
		}
	} catch (error) {
		if (error instanceof SyntaxError || /^(Z_|ERR_|ENOENT|EISDIR|EACCES)/.test(codeOf(error))) {
			throw new Refusal(`${file} cannot be read as a backup: ${/** @type {Error} */ (error).message}`);
		}
		throw error;
	}
	if (!ended) throw new Refusal(`${file} is incomplete: its last line is missing`);
}

/** @param {unknown} error */
const codeOf = (error) => String(/** @type {NodeJS.ErrnoException} */ (error).code ?? "");

/**
 * Yields the lines of a compressed file. Throws if the file cannot be read or decompressed.
 * Node's module readline is not used here: it also ends a line at U+2028, and the text of a
 * transcript may contain that character.
 *
 * @param {string} file
 */
async function* linesOf(file) {
	const source = createReadStream(file);
	const plain = createGunzip().setEncoding("utf8");
	source.on("error", (error) => plain.destroy(error)); // pipe does not pass errors on
	source.pipe(plain);
	let rest = "";
	for await (const chunk of plain) {
		const lines = (rest + chunk).split("\n");
		rest = /** @type {string} */ (lines.pop());
		yield* lines;
	}
}
