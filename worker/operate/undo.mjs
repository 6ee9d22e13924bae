// Undoes what one token did: each transcript is again as it was before the token changed it.
//
//   node worker/operate/undo.mjs KEY [SINCE] --local | --remote | …
//
// KEY is the KEY part of the token "ql_KEY_SECRET", or the token's name. SINCE is a time in
// UTC, as in 2026-01-31T12:00Z; what the token did before is not undone. If the variable DRY_RUN is
// set, the script only says what it would do.
//
// Nothing is erased. For each transcript that the token changed, there are three cases:
//
//   - The newest version is by another token. Then the transcript does not change, because
//     the publisher of that version saw what the first token did.
//   - Otherwise, the last version that is not undone is stored again, as the next version. Its
//     turns keep their ids. But a thinned version lacks turns, so it is not stored again, and
//     the transcript does not change.
//   - If there is no such version, or if it only withdraws (unpublishes) the transcript, the
//     transcript is withdrawn.
import { Database, exitWith, Refusal } from "../backup/wrangler.mjs";
import { statement } from "./statement.mjs";

/** @typedef {import("../backup/wrangler.mjs").Named} Named */

/**
 * How many transcripts one batch of statements changes. A batch of D1 (the database) has a
 * time limit.
 */
const batch = 20;

/**
 * What the script does with a transcript. The member says is a sentence about that, for
 * the operator. The member sql is the statement that changes the transcript. It is
 * missing if the transcript does not change.
 *
 * @typedef {{says: string, sql?: string}} Step
 */

/**
 * Decides what the script does with a transcript. The argument is a row that the
 * statement in undoable.sql returns. The comment in that file explains the columns.
 *
 * @param {Named} row
 * @returns {Step}
 */
function step({ id, newest, last, good, gone, publisher, hidden, thinned }) {
	const values = { id: String(id), newest: Number(newest), good: Number(good) };
	if (newest !== last)
		return { says: `${id}: left, because version ${newest} by ${publisher || "an unnamed token"} is newer` };
	if (hidden && gone) return { says: `${id}: left, because it is withdrawn and was before` };
	if (hidden) return { says: `${id}: withdrawn`, sql: statement("withdraw", values) };
	if (thinned) return { says: `${id}: left, because version ${good} was thinned: publish the right one` };
	return { says: `${id}: version ${good} restored`, sql: statement("restore", values) };
}

/**
 * Carries the steps out and says what was done. A transcript to which someone publishes
 * meanwhile is not changed.
 *
 * @param {Database} db
 * @param {Step[]} steps
 */
async function carryOut(db, steps) {
	const changing = steps.filter(({ sql }) => sql !== undefined);
	for (const { says, sql } of steps) if (sql === undefined) console.log(says);
	for (let i = 0; i < changing.length; i += batch) {
		const slice = changing.slice(i, i + batch);
		const answers = await db.read(slice.map(({ sql }) => String(sql)));
		for (const [k, { says }] of slice.entries()) {
			const [row] = answers[k];
			console.log(
				row ? `${says} as version ${row.version}` : `${says.split(":")[0]}: changed meanwhile, undo again`,
			);
		}
	}
}

const [key, ...rest] = process.argv.slice(2);
const since = rest[0]?.startsWith("-") ? "" : (rest.shift() ?? "").replace(/Z$/, "");
try {
	if (!key || key.startsWith("-") || !/^(\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)?$/.test(since)) {
		throw new Refusal("usage: make undo KEY=anna-desk SINCE=2026-01-31T12:00Z WHERE=--remote");
	}
	const db = new Database(rest);
	const [tokens, rows] = await db.read([statement("named", { key }), statement("undoable", { key, since })]);
	if (tokens.length === 0) {
		throw new Refusal(`no token has the key or the name ${key}: "make tokens" lists all of them`);
	}
	const steps = rows.map(step);
	if (steps.length === 0) console.log(`${key} stored no version${since ? ` since ${since}` : ""}`);
	if (process.env.DRY_RUN) for (const { says } of steps) console.log(says);
	else await carryOut(db, steps);
	if (tokens.some(({ revoked }) => revoked === ""))
		console.log(`The token is still valid. To end that: make revoke KEY=${key}`);
} catch (error) {
	exitWith(error);
}
