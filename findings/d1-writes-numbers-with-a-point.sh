#!/usr/bin/env bash
# D1 in miniflare 4.20260730.0 and workerd 1.20260730.1: the database of Cloudflare Workers
# on one's own machine.
#
# bind(7) gives SQLite the number 7.0, although 7 is a whole number. So a column of text
# gets "7.0" where node:sqlite, SQLite's own shell and a number in the statement write "7".
# A search for "7" does not find it, "turn-" || ? becomes "turn-7.0", and ? / 2 is 3.5
# instead of 3. A search with bind(7) does find it, and a column of integers is right, so
# that a test seldom shows it. Quoteline binds ids as strings.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund miniflare@4.20260730.0 node@24.9.0 || exit 2

cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { Miniflare } from "miniflare";

const create = "CREATE TABLE said (turn TEXT, n INTEGER)";
const insert = "INSERT INTO said VALUES (?, ?)";
const select = "SELECT turn, n, 'turn-' || ? AS id, ? / 2 AS half FROM said";
const search = "SELECT count(*) AS hits FROM said WHERE turn = ?";

function inSqlite() {
	const db = new DatabaseSync(":memory:");
	db.exec(create);
	const bind = (sql, ...values) => db.prepare(sql).all(...values)[0];
	bind(insert, 7n, 7n);
	return { ...bind(select, 7n, 7n), ...bind(search, "7") };
}

async function inD1() {
	const script = "export default { fetch: () => new Response() }";
	const miniflare = new Miniflare({ modules: true, script, d1Databases: ["DB"], compatibilityDate: "2025-11-01" });
	const db = await miniflare.getD1Database("DB");
	const bind = async (sql, ...values) => (await db.prepare(sql).bind(...values).all()).results[0];
	await db.exec(create);
	await bind(insert, 7, 7);
	const seen = { ...(await bind(select, 7, 7)), ...(await bind(search, "7")) };
	await miniflare.dispose();
	return seen;
}

const seen = { sqlite: inSqlite(), d1: await inD1() };
console.log(seen);
assert.deepEqual(seen.sqlite, { turn: "7", n: 7, id: "turn-7", half: 3, hits: 1 });
assert.deepEqual(seen.d1, { turn: "7.0", n: 7, id: "turn-7.0", half: 3.5, hits: 0 });
JS
node_modules/.bin/node run.mjs 2>/dev/null
echo "as described: D1 writes the bound number 7 as \"7.0\" into a column of text"
