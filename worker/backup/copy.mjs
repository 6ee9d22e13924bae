// Reads the rows of all transcripts, in batches that are short enough for D1 (the
// database).
import { quoted } from "./schema.mjs";

/** @typedef {import("./schema.mjs").Table} Table */
/** @typedef {import("./wrangler.mjs").Database} Database */
/** @typedef {import("./wrangler.mjs").Named} Named */
/** @typedef {(table: string, rows: import("./wrangler.mjs").Row[]) => Promise<void>} Write writes rows of a table */

/** How many transcripts one batch has at most. */
const batchIds = 1000;

/**
 * Returns a text as an SQL literal, as in 'O''Brien'.
 *
 * @param {string} text
 */
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/**
 * The statement that reads some rows of a table.
 *
 * @param {Table} table
 * @param {string[]} conditions
 */
const select = ({ name, columns }, conditions) =>
	`SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)} WHERE ${["1", ...conditions].join(" AND ")}`;

/**
 * The statement that reads all rows of a table.
 *
 * @param {Table} table
 */
export const selectAll = (table) => select(table, []);

/**
 * Reads the rows of all transcripts. Each batch has the transcripts of a range of ids, as in
 * id > 'arches' AND id <= 'tides'. The last range has no end, so that no row is left out,
 * whatever its id.
 *
 * @param {Database} db
 * @param {Table[]} tables
 * @param {number} limit bytes of a batch; a single version may have more
 * @param {Write} write
 */
export async function copyTranscripts(db, tables, limit, write) {
	const byId = tables.filter((table) => table.byId);
	let [sizes] = await db.read([sizesOf([])]);
	/** @type {string[]} */
	let after = []; // the condition of the ids that are not copied yet
	for (let last = false; !last; ) {
		const end = endOf(sizes, limit);
		last = end === undefined;
		const range = last ? after : [...after, `id <= ${literal(String(end))}`];
		const copied =
			Number(sizes[0]?.bytes ?? 0) > limit ? await copyOlder(db, byId, sizes[0], limit, write) : [];
		const rest = [`id > ${literal(String(end))}`];
		const statements = byId.map((table) =>
			select(table, table.name === "versions" ? [...range, ...copied] : range),
		);
		const answers = await db.read([...statements, sizesOf(last ? ["0"] : rest)]);
		for (const [i, { name }] of byId.entries()) await write(name, answers[i].map(Object.values));
		[sizes, after] = [answers[byId.length], rest];
	}
}

/**
 * The statement that reads the size of each transcript in bytes, all versions together.
 *
 * @param {string[]} conditions
 */
const sizesOf = (conditions) =>
	`SELECT id, sum(octet_length(body)) AS bytes FROM versions
		WHERE ${["1", ...conditions].join(" AND ")} GROUP BY id ORDER BY id LIMIT ${batchIds}`;

/**
 * Returns the last id of the next batch. The transcripts up to that id have at most limit
 * bytes together, unless the first one alone has more. Returns undefined if all remaining
 * transcripts are in the batch.
 *
 * @param {Named[]} sizes
 * @param {number} limit
 */
function endOf(sizes, limit) {
	let sum = 0;
	const over = sizes.findIndex(({ bytes }) => {
		sum += Number(bytes);
		return sum > limit;
	});
	if (over >= 0 && sizes.length > 1) return sizes[Math.max(0, over - 1)].id;
	return sizes.length === batchIds ? sizes[batchIds - 1].id : undefined;
}

/**
 * Copies older versions of a transcript whose versions are too long for one batch. The
 * older versions need not be read at the same moment as the newest one, because stored
 * versions hardly ever change. (Only an operator may remove turns from old versions, and
 * newer versions have these turns too.) Returns an SQL condition for the next batch: it
 * leaves out the versions that are copied.
 *
 * @param {Database} db
 * @param {Table[]} byId
 * @param {Named} transcript
 * @param {number} limit
 * @param {Write} write
 */
async function copyOlder(db, byId, { id, bytes }, limit, write) {
	const versions = /** @type {Table} */ (byId.find(({ name }) => name === "versions"));
	const own = `id = ${literal(String(id))}`;
	const [sizes] = await db.read([
		`SELECT version, octet_length(body) AS bytes FROM versions WHERE ${own} ORDER BY version`,
	]);
	let [left, slice, done] = [Number(bytes), 0, 0];
	for (const [i, size] of sizes.entries()) {
		slice += Number(size.bytes);
		const full = slice + Number(sizes[i + 1]?.bytes ?? 0) > limit;
		if (!full || left <= limit) continue;
		const [rows] = await db.read([
			`${select(versions, [own, `version > ${done}`, `version <= ${size.version}`])} ORDER BY version`,
		]);
		await write(versions.name, rows.map(Object.values));
		[left, slice, done] = [left - slice, 0, Number(size.version)];
	}
	return [`NOT (${own} AND version <= ${done})`];
}
