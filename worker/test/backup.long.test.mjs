// Tests of backup and restore that take long: a backup while readers and publishers use the
// Worker, a backup with one of the longest transcripts, a backup of a database with an
// older schema, and a restore after an interrupted restore.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { getPlatformProxy } from "wrangler";
import { runBackup, runRestore } from "./support/backups.mjs";
import { send, talk } from "./support/talks.mjs";
import { execute, makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

let folder;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "quoteline-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Restores a backup file into a database in a new folder, and calls act with this database. */
async function restored(file, act) {
	const state = await mkdtemp(join(folder, "restored-"));
	const { status, output } = await runRestore(file, state);
	assert.equal(status, 0, output);
	const platform = await getPlatformProxy({ persist: { path: join(state, "v3") } });
	try {
		await act(platform.env.DB, output);
	} finally {
		await platform.dispose();
	}
}

const rows = async (db, query) => (await db.prepare(query).all()).results;

/**
 * Triggers fill the tables quotes and removed_turns. Fails unless these tables agree with
 * the versions.
 */
async function checkDerived(db) {
	const turns = `SELECT v.id, value ->> '$.id' AS turn, value ->> '$.n' AS n, value ->> '$.text' AS text
		FROM versions AS v, json_each(v.body, '$.turns')
		WHERE version = (SELECT max(version) FROM versions WHERE id = v.id)`;
	const quotes = "SELECT id, turn, n, replace(text, char(1), '') AS text FROM quotes";
	for (const [one, other] of [
		[turns, quotes],
		[quotes, turns],
	]) {
		assert.deepEqual(await rows(db, `SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other})`), []);
	}
	const lost = await rows(
		db,
		`SELECT v.id, value ->> '$.turn' AS turn FROM versions AS v, json_each(v.removed)
			WHERE NOT EXISTS (SELECT 1 FROM removed_turns AS r WHERE r.id = v.id AND r.turn = value ->> '$.turn')`,
	);
	assert.deepEqual(lost, [], "every removed turn is known");
	// FTS5, the full-text search of SQLite, compares its index with the table quotes. The
	// statement fails if they differ.
	await rows(db, "INSERT INTO quotes_text (quotes_text, rank) VALUES ('integrity-check', 1)");
}

/**
 * Returns version n of a transcript. From version n to the next, the first sentence is
 * removed, and another is added at the end.
 */
const version = (n) =>
	talk([
		"host: Who built the arch by the harbour?",
		...Array.from(
			{ length: 40 },
			(_, i) => `ann: This is sentence ${n + i} about arches, and it is as long as most are.`,
		),
	]);

test("a backup beside readers and publishers has every acknowledged version, and each transcript whole", async (t) => {
	const state = await makeState();
	const token = await makeToken(state);
	const worker = await startWrangler({ state });
	const ids = Array.from({ length: 6 }, (_, i) => `busy-${i}`);
	const published = Object.fromEntries(ids.map((id) => [id, 0]));
	const next = async (id) => {
		await send(worker.origin, token, id, version(published[id] + 1));
		published[id]++;
	};
	const waits = [];
	let running = true;
	const read = async () => {
		const start = performance.now();
		const answer = await fetch(`${worker.origin}/v1/search?q=sentence&limit=5`);
		assert.equal(answer.status, 200);
		await answer.arrayBuffer();
		waits.push(performance.now() - start);
	};
	const file = join(folder, "busy.backup.gz");
	let before;
	try {
		for (const id of ids) for (let n = 0; n < 3; n++) await next(id);
		before = { ...published };
		const work = [
			(async () => {
				// Publishes at most 200 versions during the backup. Otherwise the backup
				// might never end on a slow machine.
				for (let n = 0; running && n < 200; n++) {
					await next(ids[(n * 5) % ids.length]);
					await sleep(50);
				}
			})(),
			(async () => {
				while (running) {
					await read();
					await sleep(20);
				}
			})(),
		];
		const saved = await runBackup(file, state, { BACKUP_BATCH_BYTES: "60000" });
		running = false;
		await Promise.all(work);
		assert.equal(saved.status, 0, saved.output);
	} finally {
		running = false;
		await worker.stop();
		await rm(state, { recursive: true, force: true });
	}
	const more = ids.reduce((sum, id) => sum + published[id] - before[id], 0);
	waits.sort((a, b) => a - b);
	t.diagnostic(
		`${more} versions and ${waits.length} reads during the backup; the longest read took ${waits.at(-1).toFixed(0)} ms`,
	);
	assert.ok(more > 3, "publishers were served meanwhile");
	await restored(file, async (db) => {
		for (const { id, n, newest } of await rows(
			db,
			"SELECT id, count(*) AS n, max(version) AS newest FROM versions GROUP BY id",
		)) {
			assert.equal(n, newest, `${id} has no gap`);
			assert.ok(
				newest >= before[id] && newest <= published[id],
				`${id}: ${before[id]} <= ${newest} <= ${published[id]}`,
			);
		}
		await checkDerived(db);
	});
});

test("the longest transcript and the smallest batches: every byte arrives", async () => {
	const state = await makeState();
	// The row has 1,950,000 bytes, and D1 (the database) allows 2,000,000. The text has
	// a character of 4 bytes at short intervals. If the backup cuts the text, these
	// characters must stay whole.
	const body = `json_object('id', 'long', 'version', %V, 'title', 'On arches', 'turns', json_array(json_object(
		'id', 't1', 'n', 1, 'speaker', 'ann', 'text', replace(hex(zeroblob(%N)), '00', '𝒜''"' || char(13, 10) || '; '))))`;
	const insert = (v, n) =>
		`INSERT INTO versions (id, version, body) SELECT 'long', ${v}, ${body.replace("%V", v).replace("%N", n)};`;
	// The turn's text is a short string that is repeated some 150,000 times. The string
	// has 10 bytes in the table quotes. In the JSON it has 13 bytes, because three
	// characters are escaped.
	await execute(state, [1, 2, 3].map((v) => insert(v, 150_000 + v)).join("\n"));
	const sums =
		"SELECT version, octet_length(body) AS bytes, hex(substr(body, 700000)) AS end, published_at FROM versions ORDER BY version";
	const open = async (dir, act) => {
		const platform = await getPlatformProxy({ persist: { path: join(dir, "v3") } });
		try {
			return await act(platform.env.DB);
		} finally {
			await platform.dispose();
		}
	};
	const expected = await open(state, (db) => rows(db, sums));
	assert.ok(expected[0].bytes > 1_900_000, `${expected[0].bytes} bytes`);
	const file = join(folder, "long.backup.gz");
	const { status, output } = await runBackup(file, state, { BACKUP_BATCH_BYTES: "1" });
	await rm(state, { recursive: true, force: true });
	assert.equal(status, 0, output);
	await restored(file, async (db) => {
		assert.deepEqual(await rows(db, sums), expected);
		await checkDerived(db);
	});
});

test("a backup of an older schema is restored, and then gets the newer migrations", async () => {
	const migrations = fileURLToPath(new URL("../store/migrations", import.meta.url));
	const names = (await readdir(migrations)).sort();
	const old = names.slice(0, 3); // 0004 changes the rows that it finds
	const scripts = await Promise.all(old.map((name) => readFile(join(migrations, name), "utf8")));
	const state = await mkdtemp(join(folder, "old-"));
	const turns = [{ id: "t1", n: 1, speaker: "ann", text: "他说，公司的董事会知道。" }];
	await execute(
		state,
		`${scripts.join("\n")}
		CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL);
		INSERT INTO d1_migrations (name) VALUES ${old.map((name) => `('${name}')`).join(", ")};
		INSERT INTO versions (id, version, body) VALUES ('zh', 1, '${JSON.stringify({ id: "zh", version: 1, title: "On tides", turns })}');`,
	);
	const file = join(folder, "old.backup.gz");
	const saved = await runBackup(file, state);
	assert.equal(saved.status, 0, saved.output);
	await restored(file, async (db) => {
		const applied = await rows(db, "SELECT name FROM d1_migrations ORDER BY id");
		assert.deepEqual(
			applied.map(({ name }) => name),
			names,
		);
		const found = await rows(db, `SELECT rowid FROM quotes_text WHERE quotes_text MATCH '"董 事 会"'`);
		assert.equal(found.length, 1);
		await checkDerived(db);
	});
});

test("after an interrupted restore, the next one says what to do", async () => {
	const state = await mkdtemp(join(folder, "interrupted-"));
	await execute(state, "CREATE TABLE restore_pieces (part INTEGER); CREATE TABLE versions (id TEXT);");
	const { status, output } = await runRestore(join(folder, "old.backup.gz"), state);
	assert.equal(status, 1);
	assert.match(output, /an earlier restore into this database did not end: make a new database/);
});
