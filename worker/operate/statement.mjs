// Reads the SQL statements that an operator's commands execute. The statements are files in
// worker/store/operate.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../store/operate", import.meta.url));

/**
 * Returns the SQL statement in a file. A name such as ":id" in the file is replaced by
 * the value with that name, written as an SQL literal. The result has no
 * parameters, because wrangler cannot pass their values to D1 (the database).
 *
 * @param {string} name
 * @param {Record<string, string | number>} values
 */
export function statement(name, values) {
	const text = readFileSync(`${folder}/${name}.sql`, "utf8");
	const code = text.replace(/--.*$/gm, "");
	return code.replace(/:([a-z]+)/g, (_, key) => literal(values[key])).trim();
}

/** @param {string | number} value */
const literal = (value) => (typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`);
