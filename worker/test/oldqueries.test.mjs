// Tests that the Worker of an older release works with today's tables. A deploy migrates
// the database first, so the old Worker runs on the new tables until it is replaced. The
// statements below are those of revision 02679d8 (worker/store). They are not changed when
// the Worker's statements change. oldworker.long.test.mjs runs that Worker itself.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { getPlatformProxy } from "wrangler";
import { makeState } from "./support/wrangler.mjs";

const old = {
	latest: "SELECT body, version, withdrawn FROM versions WHERE id = ? ORDER BY version DESC LIMIT 1",
	at: `SELECT body, version, withdrawn OR (SELECT withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1)
		FROM versions WHERE id = ?1 AND version = ?2`,
	versions: "SELECT version, published_at, withdrawn FROM versions WHERE id = ? ORDER BY version DESC",
	count: `SELECT count(*) AS n FROM versions AS v
		WHERE NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)`,
	list: `SELECT json_remove(body, '$.turns', '$.corrections') AS head, json_array_length(body, '$.turns') AS turns
		FROM versions AS v
		WHERE id > ? AND NOT withdrawn AND version = (SELECT max(version) FROM versions WHERE id = v.id)
		ORDER BY id LIMIT ?`,
	publish: `INSERT INTO versions (id, version, body, withdrawn, removed)
		SELECT ?1, ?2, ?3, ?4, ?5
		WHERE ?2 = 1 + coalesce((SELECT max(version) FROM versions WHERE id = ?1), 0)
		RETURNING version`,
	head: `SELECT body, newest.version, newest.withdrawn
		FROM versions JOIN (SELECT version, withdrawn FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT 1) AS newest
		WHERE id = ?1 AND NOT versions.withdrawn ORDER BY versions.version DESC LIMIT 1`,
	removed: "SELECT turn, speaker, text FROM removed_turns WHERE id = ? ORDER BY turn",
	nearest: `WITH RECURSIVE went (turn, version) AS (
			SELECT nearest, version FROM removed_turns WHERE id = ?1 AND turn = ?2
			UNION ALL
			SELECT r.nearest, r.version FROM removed_turns AS r JOIN went
				ON r.id = ?1 AND r.turn = went.turn AND r.version > went.version
		) SELECT turn FROM went ORDER BY version DESC LIMIT 1`,
	token: "SELECT hash FROM tokens WHERE key = ?",
	addToken: "INSERT INTO tokens (key, hash, note) VALUES (?, ?, ?)",
	search: `SELECT q.id, q.n, q.title, q.turn, q.speaker, q.date, highlight(quotes_text, 0, char(2), char(3)) AS marked
		FROM quotes_text JOIN quotes AS q ON q.rowid = quotes_text.rowid
		WHERE quotes_text MATCH ?1
			AND (q.id, q.n) > (?2, ?3)
			AND (?4 = '' OR q.speaker = ?4)
			AND (?5 = '' OR EXISTS (SELECT 1 FROM json_each(q.topics) WHERE value = ?5))
			AND (?6 = '' OR q.date >= ?6)
			AND (?7 = '' OR q.date <> '' AND q.date <= ?7)
		ORDER BY q.id, q.n LIMIT ?8`,
	ranked: `SELECT q.id, q.n, q.title, q.turn, q.speaker, q.date, q.text
		FROM quotes_text JOIN quotes AS q ON q.rowid = quotes_text.rowid
		WHERE quotes_text MATCH ?1 ORDER BY quotes_text.rank, q.id, q.n LIMIT ?2`,
};

let state, platform, db;
before(async () => {
	state = await makeState();
	platform = await getPlatformProxy({ persist: { path: join(state, "v3") } });
	db = platform.env.DB;
});
after(async () => {
	await platform?.dispose();
	await rm(state, { recursive: true, force: true });
});

const ask = async (name, ...values) =>
	(
		await db
			.prepare(old[name])
			.bind(...values)
			.all()
	).results;

/** The JSON of a version. Each text has the form "id text" and becomes a turn. */
const body = (id, version, texts) =>
	JSON.stringify({
		id,
		version,
		title: "On arches",
		recordedAt: "2023-11-29",
		turns: texts.map((text, i) => {
			const [turn, ...words] = text.split(" ");
			return { id: turn, n: i + 1, speaker: "ann", topics: ["stone"], text: words.join(" ") };
		}),
	});

const texts = ["t1 Who built the harbour?", "t2 他说，公司的董事会知道。", "t3 A cart by the harbour."];
const first = body("arches", 1, texts);
const second = body("arches", 2, texts.slice(0, 2));

test("the old Worker publishes, corrects and withdraws", async () => {
	assert.deepEqual(await ask("publish", "arches", 1, first, 0, "[]"), [{ version: 1 }]);
	assert.deepEqual(await ask("publish", "arches", 1, first, 0, "[]"), [], "a version is stored once");
	const removed = JSON.stringify([{ turn: "t3", nearest: "t2" }]);
	assert.deepEqual(await ask("publish", "arches", 2, second, 0, removed), [{ version: 2 }]);
	assert.deepEqual(await ask("publish", "gone", 1, body("gone", 1, ["g1 harbour"]), 0, "[]"), [
		{ version: 1 },
	]);
	assert.deepEqual(await ask("publish", "gone", 2, '{"id":"gone","version":2}', 1, "[]"), [{ version: 2 }]);
});

test("the old Worker reads", async () => {
	assert.deepEqual(await ask("latest", "arches"), [{ body: second, version: 2, withdrawn: 0 }]);
	assert.equal((await ask("at", "arches", 1))[0].body, first);
	assert.deepEqual(
		(await ask("versions", "gone")).map(({ version, withdrawn }) => [version, withdrawn]),
		[
			[2, 1],
			[1, 0],
		],
	);
	assert.deepEqual(await ask("count"), [{ n: 1 }]);
	const [entry, ...others] = await ask("list", "", 10);
	assert.deepEqual([JSON.parse(entry.head).id, entry.turns, others.length], ["arches", 2, 0]);
	const [head] = await ask("head", "gone");
	assert.deepEqual([JSON.parse(head.body).version, head.version, head.withdrawn], [1, 2, 1]);
	assert.deepEqual(await ask("removed", "arches"), [
		{ turn: "t3", speaker: "ann", text: "A cart by the harbour." },
	]);
	assert.deepEqual(await ask("nearest", "arches", "t3"), [{ turn: "t2" }]);
});

test("the old Worker searches", async () => {
	const found = (words) => ask("search", words, "", 0, "", "", "", "", 10);
	const [hit, ...others] = await found('"harbour"* ');
	assert.deepEqual([hit.turn, hit.title, hit.date, others.length], ["t1", "On arches", "2023-11-29", 0]);
	assert.equal(hit.marked, "Who built the \u0002harbour\u0003?");
	const [zh] = await found('"\u0001董\u0001事\u0001会"* ');
	assert.equal(zh.marked.replaceAll("\u0001", ""), "他说，公司的\u0002董事会\u0003知道。");
	const filtered = await ask("search", '"harbour"* ', "", 0, "ann", "stone", "2023-01-01", "2023-12-31", 10);
	assert.equal(filtered.length, 1);
	assert.deepEqual(
		(await ask("ranked", '"built" OR "harbour"', 10)).map(({ turn }) => turn),
		["t1"],
	);
});

test("the old Worker knows the tokens of its time", async () => {
	await ask("addToken", "k1", "0".repeat(64), "Ann");
	assert.deepEqual(await ask("token", "k1"), [{ hash: "0".repeat(64) }]);
});
