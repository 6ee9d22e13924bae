// Copies the database into a file: all versions of all transcripts, and the tokens.
//
//   node worker/backup/backup.mjs [FILE] --local | --remote | …
//
// FILE is the file to write, by default quoteline-TIME.backup.gz. The options say which
// database it is; they are passed to wrangler.
//
// "wrangler d1 export" cannot be used. It refuses databases with a search index (a virtual
// table of FTS5), and it blocks the database while it runs. This script only reads, a few
// megabytes at a time, so readers and publishers are served meanwhile.
//
// Each transcript is copied in one batch of statements. So all of its rows are as they were
// at one moment, but the moment of another transcript can be seconds later. If a transcript
// is too long for one batch, its older versions are copied before, in other batches. The
// tokens are copied last. A transcript that is published while the script runs can be
// missing in the file.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { copyTranscripts, selectAll } from "./copy.mjs";
import { Writer } from "./file.mjs";
import { schemaOf, schemaStatements } from "./schema.mjs";
import { Database, exitWith, Refusal } from "./wrangler.mjs";

/**
 * How many bytes of transcripts one batch reads at most. An answer of D1 (the database) may
 * have at most 50 MB. The answer is several times as long as the transcripts, because it
 * also has their texts from the table quotes, and because characters are escaped in JSON.
 */
const batchBytes = Number(process.env.BACKUP_BATCH_BYTES ?? 8_000_000);

/**
 * Copies a database into a file. Throws a Refusal if the file exists, or if a migration ran
 * meanwhile.
 *
 * @param {Database} db
 * @param {string} file
 */
async function backup(db, file) {
	if (existsSync(file)) throw new Refusal(`${file} exists: name another file`);
	const schema = schemaOf(await db.read(schemaStatements));
	if (schema.tables.length === 0)
		throw new Refusal("the database has no tables, so there is nothing to copy");
	const writer = new Writer(file, { quotelineBackup: 1, begun: new Date().toISOString(), ...schema });
	await copyTranscripts(db, schema.tables, batchBytes, (table, rows) => writer.write(table, rows));
	const whole = schema.tables.filter(({ byId }) => !byId);
	const [made, columns, ...others] = await db.read([...schemaStatements, ...whole.map(selectAll)]);
	if (JSON.stringify(schemaOf([made, columns])) !== JSON.stringify(schema)) {
		throw new Refusal("a migration ran during the backup: run it again");
	}
	for (const [i, rows] of others.entries()) await writer.write(whole[i].name, rows.map(Object.values));
	return writer.end();
}

const args = process.argv.slice(2);
const named = args[0] && !args[0].startsWith("-") ? args.shift() : undefined;
const file = resolve(
	named ?? `quoteline-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.backup.gz`,
);
try {
	const { rows } = await backup(new Database(args), file);
	console.log(
		`${file}: ${Object.entries(rows)
			.map(([table, n]) => `${table} ${n}`)
			.join(", ")}`,
	);
} catch (error) {
	exitWith(error);
}
