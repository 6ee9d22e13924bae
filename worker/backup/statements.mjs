// Makes SQL statements that insert the rows of a backup.
import { quoted } from "./schema.mjs";

/** @typedef {import("./wrangler.mjs").Row} Row */

/** The longest statement, in bytes. D1 (the database) accepts 100,000. */
const longest = 90_000;

/**
 * How long the pieces of a text are, in UTF-16 code units. If a row is too long for one
 * statement, its longer texts are cut into such pieces.
 */
const pieceLength = 9_000;

/** The table that holds the pieces of long texts while a backup is restored. */
export const pieces = "restore_pieces";

/** The SQL statement that makes the table for the pieces of long texts. */
export const makePieces = `CREATE TABLE ${pieces} (part INTEGER NOT NULL, n INTEGER NOT NULL, piece TEXT NOT NULL, PRIMARY KEY (part, n)) STRICT`;

/**
 * A value as it is written in SQL. Most texts are written in hexadecimal. So they need no
 * quoting, line breaks stay as they are, and wrangler finds the ends of the statements.
 *
 * @param {string | number | null} value
 */
function literal(value) {
	if (value === null) return "NULL";
	if (typeof value === "number") return String(value);
	if (/^\w*$/.test(value)) return `'${value}'`;
	return `CAST(X'${Buffer.from(value).toString("hex")}' AS TEXT)`;
}

/**
 * Yields the statements that insert rows. Rows of the same table share a statement as long
 * as it is short enough. A row that is too long for one statement is inserted with several.
 *
 * @param {AsyncIterable<{table: string, row: Row}>} rows
 * @param {(table: string) => string[]} columnsOf
 */
export async function* insertions(rows, columnsOf) {
	let statement = "";
	let open = ""; // the table of the statement
	for await (const { table, row } of rows) {
		const begin = `INSERT INTO ${quoted(table)} (${columnsOf(table).map(quoted).join(", ")}) VALUES `;
		const values = row.map(literal);
		const tuple = `(${values.join(", ")})`;
		if (table === open && statement.length + tuple.length < longest) {
			statement += `,\n${tuple}`;
			continue;
		}
		if (statement) yield statement;
		[statement, open] = [begin + tuple, table];
		if (statement.length < longest) continue;
		yield* insertLong(begin, row);
		[statement, open] = ["", ""];
	}
	if (statement) yield statement;
}

/**
 * Yields the statements that insert one long row. Its long texts are first stored in pieces.
 *
 * @param {string} begin the beginning of the statement
 * @param {Row} row
 */
function* insertLong(begin, row) {
	/** @type {string[]} */
	const values = [];
	for (const [part, value] of row.entries()) {
		if (typeof value !== "string" || value.length <= pieceLength) {
			values.push(literal(value));
			continue;
		}
		for (const [n, piece] of [...piecesOf(value)].entries()) {
			yield `INSERT INTO ${pieces} (part, n, piece) VALUES (${part}, ${n}, ${literal(piece)})`;
		}
		values.push(`(SELECT group_concat(piece, '' ORDER BY n) FROM ${pieces} WHERE part = ${part})`);
	}
	yield `${begin}(${values.join(", ")})`;
	yield `DELETE FROM ${pieces}`;
}

/**
 * Cuts a text into pieces. Characters that are two code units stay whole.
 *
 * @param {string} text
 */
function* piecesOf(text) {
	for (let from = 0; from < text.length; ) {
		let to = from + pieceLength;
		if (/[\uDC00-\uDFFF]/.test(text[to] ?? "")) to++;
		yield text.slice(from, to);
		from = to;
	}
}
