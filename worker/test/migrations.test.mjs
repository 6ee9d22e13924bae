// Tests of the database's schema, in wrangler's local simulator of D1.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { getPlatformProxy } from "wrangler";
import { execute, runWrangler } from "./support/wrangler.mjs";

let state, platform, db;
before(async () => {
	state = await mkdtemp(join(tmpdir(), "quoteline-"));
	const apply = ["d1", "migrations", "apply", "quoteline", "--local", "--persist-to", state];
	const { status, output } = await runWrangler(apply);
	assert.equal(status, 0, output);
	// The command "wrangler d1" stores the database in the subfolder v3 of the folder
	// that its option --persist-to names.
	platform = await getPlatformProxy({ persist: { path: join(state, "v3") } });
	db = platform.env.DB;
});
after(async () => {
	await platform?.dispose();
	await rm(state, { recursive: true, force: true });
});

const insert = (id, version, body) =>
	db.prepare("INSERT INTO versions (id, version, body) VALUES (?, ?, ?)").bind(id, version, body).run();

test("a version is stored whole and once", async () => {
	const body = '{"id":"a","version":1,"title":"On \\u2028 tides"}';
	await insert("a", 1, body);
	const row = await db.prepare("SELECT * FROM versions").first();
	assert.equal(row.body, body);
	assert.match(row.published_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	await assert.rejects(insert("a", 1, body), /UNIQUE constraint failed/);
	await insert("a", 2, '{"id":"a","version":2}');
	const newest = await db.prepare("SELECT max(version) AS version FROM versions WHERE id = 'a'").first();
	assert.equal(newest.version, 2);
});

for (const [name, id, version, body] of [
	["no JSON", "b", 1, "no JSON"],
	["version 0", "b", 0, '{"id":"b","version":0}'],
	["another id", "b", 1, '{"id":"c","version":1}'],
	["another version", "b", 2, '{"id":"b","version":1}'],
	["no members", "b", 1, "{}"],
	["JSON's null", "b", 1, "null"],
	["no body", "b", 1, null],
]) {
	test(`a row is refused if its body has another id or version, or is no JSON: ${name}`, async () => {
		await assert.rejects(insert(id, version, body), /constraint failed|malformed JSON/);
	});
}

test("after migration 0004 the search finds ideographs in older versions", async () => {
	const folder = fileURLToPath(new URL("../store/migrations", import.meta.url));
	const names = (await readdir(folder)).sort();
	const scripts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
	const own = await mkdtemp(join(tmpdir(), "quoteline-"));
	const turns = [{ id: "t1", n: 1, speaker: "ann", text: "他说，公司的董事会知道。" }];
	const body = JSON.stringify({ id: "zh", version: 1, title: "On tides", turns });
	await execute(
		own,
		`${scripts.slice(0, 3).join("\n")}\nINSERT INTO versions (id, version, body) VALUES ('zh', 1, '${body}');`,
	);
	await execute(own, scripts.slice(3).join("\n"));
	const there = await getPlatformProxy({ persist: { path: join(own, "v3") } });
	try {
		const search =
			"SELECT highlight(quotes_text, 0, '[', ']') AS text FROM quotes_text WHERE quotes_text MATCH ?";
		const { text } = await there.env.DB.prepare(search).bind('"董 事 会"').first();
		assert.equal(text.replaceAll("\u0001", ""), "他说，公司的[董事会]知道。");
	} finally {
		await there.dispose();
		await rm(own, { recursive: true, force: true });
	}
});

/** Reads an SQL statement of worker/store. */
const statement = (name) => readFile(fileURLToPath(new URL(`../store/${name}`, import.meta.url)), "utf8");

test("the rows of a rewrite do not depend on how many turns earlier rewrites removed", async () => {
	const turns = 2000;
	const removed = "SELECT 'long', 'x' || n, 1, 't1', 'ann', 'Sentence ' || n || ', removed.' FROM n";
	const fill = (from, to) =>
		db
			.prepare(
				`WITH RECURSIVE n (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM n WHERE n < ?2)
				INSERT INTO removed_turns ${removed}`,
			)
			.bind(from, to)
			.run();
	const [recall, publish] = await Promise.all(["recall.sql", "publish.sql"].map(statement));
	const names = (prefix) => Array.from({ length: turns }, (_, i) => `${prefix}${i}`);
	const rewrite = async (version) => {
		const texts = names(`Edition ${version}, sentence `);
		const ids = names(`v${version}-`);
		const before = names(`v${version - 1}-`);
		const lists = [texts.map((text) => ["ann", text]), before, ids];
		const asked = await db
			.prepare(recall)
			.bind("long", ...lists.map((list) => JSON.stringify(list)))
			.all();
		assert.deepEqual(asked.results, []);
		const body = {
			id: "long",
			version,
			title: "On tides",
			turns: ids.map((id, i) => ({ id, n: i + 1, speaker: "ann", text: texts[i] })),
		};
		const gone = version === 1 ? [] : before.map((turn) => ({ turn, nearest: ids[0] }));
		const stored = await db
			.prepare(publish)
			.bind("long", version, JSON.stringify(body), 0, JSON.stringify(gone), "k1", "anna")
			.all();
		assert.deepEqual(stored.results, [{ version }]);
		return [asked, stored].map(({ meta }) => [meta.rows_read, meta.rows_written]);
	};
	await rewrite(1);
	const second = await rewrite(2);
	await fill(1, 200 * turns);
	const last = await rewrite(3);
	for (const i of [0, 1]) {
		for (const k of [0, 1]) {
			assert.ok(last[i][k] <= 1.2 * second[i][k], `${JSON.stringify(second)}, ${JSON.stringify(last)}`);
		}
	}
});
