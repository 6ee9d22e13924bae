// Restores a backup into an empty database. Then applies the migrations that are newer than
// the backup.
//
//   node worker/backup/restore.mjs FILE --local | --remote | …
//
// FILE is a file that worker/backup/backup.mjs wrote. The options say which database it is;
// they are passed to wrangler. The database may have the tables of any revision, but no
// transcript and no token. Its tables are made again as they were in the backup.
//
// Tables are filled before their triggers exist, so each row is inserted as it was. The
// search index is made again from the table quotes.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBackup } from "./file.mjs";
import { index, quoted, schemaOf, schemaStatements } from "./schema.mjs";
import { insertions, makePieces, pieces } from "./statements.mjs";
import { Database, exitWith, Refusal } from "./wrangler.mjs";

/** @typedef {import("./schema.mjs").Schema} Schema */
/** @typedef {import("./schema.mjs").Part} Part */

/**
 * Tables that have rows even if the database has no transcripts and no tokens. A migration
 * has inserted these rows.
 */
const filled = ["d1_migrations", "ordinals"];

/** How many bytes of SQL wrangler executes at once. wrangler reads all of them into memory. */
const fileBytes = 16_000_000;

/** The largest number of rows of the table quotes that one statement adds to the search index. */
const indexedRows = 2_000;

/**
 * A restore reads the backup twice. This is the result of the first reading: the tables and
 * other parts of the database, and the number of rows of each table. The rows of the table
 * quotes are counted in stretches of indexedRows rows: stretch 3 begins at row 3 ×
 * indexedRows. The set stretches has the number of each stretch that is not empty.
 *
 * @typedef {Schema & {rows: Record<string, number>, stretches: Set<number>}} Found
 */

/**
 * Reads a whole backup without storing it. Throws a Refusal if it is incomplete.
 *
 * @param {string} file
 * @returns {Promise<Found>}
 */
async function inspect(file) {
	/** @type {Found} */
	const found = { parts: [], tables: [], rows: {}, stretches: new Set() };
	/** @type {Record<string, number>} */
	const counted = {};
	let key = 0;
	for await (const line of readBackup(file)) {
		if ("header" in line) {
			Object.assign(found, { parts: line.header.parts, tables: line.header.tables });
			key = columnsOf(found, index.table).indexOf(index.key);
		} else if ("end" in line) {
			found.rows = line.end.rows;
		} else {
			counted[line.table] = (counted[line.table] ?? 0) + 1;
			if (line.table === index.table) found.stretches.add(Math.floor(Number(line.row[key]) / indexedRows));
		}
	}
	for (const [table, n] of Object.entries(found.rows)) {
		const has = counted[table] ?? 0;
		if (has !== n)
			throw new Refusal(`${file} is incomplete: it has ${has} of ${n} rows of the table ${table}`);
	}
	return found;
}

/** @type {(schema: Schema, table: string) => string[]} the columns of a table */
const columnsOf = ({ tables }, table) => tables.find(({ name }) => name === table)?.columns ?? [];

/**
 * Throws a Refusal if the database has rows that a restore would overwrite.
 *
 * @param {Database} db
 * @param {Schema} there the schema of the database before the restore
 */
async function checkEmpty(db, { tables }) {
	if (tables.some(({ name }) => name === pieces)) {
		throw new Refusal(
			"an earlier restore into this database did not end: make a new database and restore into that",
		);
	}
	const own = tables.filter(({ name }) => !filled.includes(name));
	const answers = await db.read([
		"SELECT 1",
		...own.map(({ name }) => `SELECT EXISTS (SELECT 1 FROM ${quoted(name)}) AS found`),
	]);
	const full = own.filter((_, i) => answers[i + 1][0].found).map(({ name }) => name);
	if (full.length > 0) {
		throw new Refusal(
			`the database is not empty, it has rows in ${full.join(", ")}: restore into a new database`,
		);
	}
}

/**
 * Yields the statements that remove all tables of an empty database, and then those that
 * make the tables of the backup. The first statements check again that the tables are
 * empty, because someone may have inserted a row since checkEmpty. If they fail, the
 * database stays as it was.
 *
 * @param {Schema} there
 * @param {Schema} found
 */
function* makeTables(there, found) {
	const own = there.tables.filter(({ name }) => !filled.includes(name));
	yield "CREATE TABLE restore_check (none INTEGER, CONSTRAINT the_database_is_empty CHECK (none))";
	for (const { name } of own)
		yield `INSERT INTO restore_check SELECT NOT EXISTS (SELECT 1 FROM ${quoted(name)})`;
	yield "DROP TABLE restore_check";
	const kinds = /** @type {const} */ ({ trigger: "TRIGGER", view: "VIEW", virtual: "TABLE", table: "TABLE" });
	for (const [type, kind] of Object.entries(kinds)) {
		for (const part of there.parts) if (part.type === type) yield `DROP ${kind} ${quoted(part.name)}`;
	}
	yield makePieces;
	for (const { type, sql } of found.parts) if (type === "table") yield sql;
}

/**
 * Yields the statements that make the indexes, the search index and the triggers.
 *
 * @param {Found} found
 */
function* makeOthers({ parts, stretches }) {
	for (const { type, sql } of parts) if (type === "index" || type === "virtual") yield sql;
	const { name, table, key, text } = index;
	for (const stretch of [...stretches].sort((a, b) => a - b)) {
		const first = stretch * indexedRows;
		yield `INSERT INTO ${name} (rowid, ${text}) SELECT ${key}, ${text} FROM ${table} WHERE ${key} >= ${first} AND ${key} < ${first + indexedRows}`;
	}
	for (const { type, sql } of parts) if (type === "view" || type === "trigger") yield sql;
	yield `DROP TABLE ${pieces}`;
}

/**
 * Yields the rows of a backup.
 *
 * @param {string} file
 */
async function* rowsOf(file) {
	for await (const line of readBackup(file)) if ("row" in line) yield line;
}

/**
 * Yields all statements of a restore in one sequence. So they share a few files. That is
 * faster, because wrangler starts once for each file.
 *
 * @param {string} file of the backup
 * @param {Schema} there the schema of the database before the restore
 * @param {Found} found
 */
async function* statements(file, there, found) {
	yield* makeTables(there, found);
	yield* insertions(rowsOf(file), (table) => columnsOf(found, table));
	yield* makeOthers(found);
}

/**
 * Executes statements. Writes them to one file after another, because wrangler reads a
 * whole file into memory.
 *
 * @param {Database} db
 * @param {AsyncIterable<string> | Iterable<string>} statements
 */
async function executeAll(db, statements) {
	const folder = await mkdtemp(join(tmpdir(), "quoteline-restore-"));
	const file = join(folder, "statements.sql");
	/** @type {string[]} */
	let list = [];
	let bytes = 0;
	const flush = async () => {
		if (list.length === 0) return;
		await writeFile(file, `${list.join(";\n")};\n`, { mode: 0o600 });
		await db.execute(file);
		[list, bytes] = [[], 0];
	};
	try {
		for await (const statement of statements) {
			list.push(statement);
			bytes += statement.length;
			if (bytes > fileBytes) await flush();
		}
		await flush();
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * Restores a backup. Throws a Refusal if the file is no complete backup, or if the database
 * is not empty. Also throws a Refusal if a table afterwards has more or fewer rows than in
 * the backup.
 *
 * @param {string} file
 * @param {Database} db
 */
async function restore(file, db) {
	const found = await inspect(file);
	const there = schemaOf(await db.read(schemaStatements));
	await checkEmpty(db, there);
	await executeAll(db, statements(file, there, found));
	const counts = await db.read(found.tables.map(({ name }) => `SELECT count(*) AS n FROM ${quoted(name)}`));
	for (const [i, { name }] of found.tables.entries()) {
		const { n } = counts[i][0];
		if (n !== found.rows[name])
			throw new Refusal(`the table ${name} has ${n} rows, and the backup ${found.rows[name]}`);
	}
	await db.migrate();
	return found.rows;
}

const [file, ...where] = process.argv.slice(2);
try {
	if (!file || file.startsWith("-"))
		throw new Refusal("name the file to restore: make restore FILE=quoteline-….backup.gz");
	const rows = await restore(file, new Database(where));
	console.log(
		`restored: ${Object.entries(rows)
			.map(([table, n]) => `${table} ${n}`)
			.join(", ")}`,
	);
} catch (error) {
	exitWith(error);
}
