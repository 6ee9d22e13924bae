// Reads from a database which tables it has and how they are made. A backup contains all
// tables except the tables of the search index. The index is made again from the table
// quotes.
import { Refusal } from "./wrangler.mjs";

/** @typedef {import("./wrangler.mjs").Database} Database */

/**
 * A table, an index or a trigger, and the SQL statement that makes it.
 *
 * @typedef {{type: "table" | "virtual" | "index" | "trigger" | "view", name: string, sql: string}} Part
 */

/**
 * A table of a backup and the names of its columns. If byId is true, its rows belong to
 * transcripts, and its column id has their ids. The rows of such a table are read for a
 * range of ids at a time. Any other table is read whole.
 *
 * @typedef {{name: string, columns: string[], byId: boolean}} Table
 */

/** A database's tables and other parts. @typedef {{parts: Part[], tables: Table[]}} Schema */

/**
 * The SQL statements that read the schema of a database. The function schemaOf gets their
 * results.
 */
export const schemaStatements = [
	`SELECT iif(s.type = 'table', l.type, s.type) AS type, s.name, s.sql
		FROM sqlite_schema AS s LEFT JOIN pragma_table_list AS l ON l.name = s.name AND s.type = 'table'
		WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
			AND (l.type IS NULL OR l.type <> 'shadow')
		ORDER BY s.rowid`,
	`SELECT l.name AS "table", c.name, c.type, c."notnull" AS required
		FROM pragma_table_list AS l JOIN pragma_table_info(l.name) AS c
		WHERE l.type = 'table' AND l.schema = 'main' ORDER BY l.name, c.cid`,
];

/** The search index, and the table that it indexes. */
export const index = { name: "quotes_text", table: "quotes", key: "rowid", text: "text" };

/**
 * Returns the schema of a database. Throws a Refusal if the schema has parts that a backup
 * would lose.
 *
 * @param {import("./wrangler.mjs").Named[][]} rows of schemaStatements
 * @returns {Schema}
 */
export function schemaOf([made, columns]) {
	const parts = /** @type {Part[]} */ (made);
	const unknown = parts.filter(({ type, name }) => type === "virtual" && name !== index.name);
	const blobs = columns.filter(({ type }) => /BLOB|ANY/i.test(String(type)));
	const lost = [...unknown.map(({ name }) => name), ...blobs.map(({ table, name }) => `${table}.${name}`)];
	if (lost.length > 0) {
		throw new Refusal(
			`worker/backup cannot copy ${lost.join(", ")}: it knows neither that virtual table nor blobs`,
		);
	}
	const tables = parts.filter(({ type }) => type === "table").map(({ name }) => tableOf(name, columns));
	return { parts, tables };
}

/**
 * @param {string} name
 * @param {import("./wrangler.mjs").Named[]} all columns of all tables
 * @returns {Table}
 */
function tableOf(name, all) {
	const columns = all.filter(({ table }) => table === name);
	const byId = columns.some(({ name, type, required }) => name === "id" && type === "TEXT" && required);
	return { name, columns: columns.map(({ name }) => String(name)), byId };
}

/**
 * Returns the name of a table or a column as it is written in SQL.
 *
 * @param {string} name
 */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
