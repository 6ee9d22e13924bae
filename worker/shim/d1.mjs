// Answers requests that need rows of the database D1.
//
// The Go program is first called with the request only. If a handler queries the
// database, the program returns the query. This file runs the query, and calls the
// program a second time with the rows. So no instance (a running copy of the program)
// is occupied while the database works, and Go never waits for a promise.
//
// The queries of each address are remembered. For the next request to the same address,
// they are run before the first call.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

const encoder = new TextEncoder();

/**
 * The largest number of queries for one request. The program needs fewer: at most three
 * to read a transcript, for example.
 */
const maxQuestions = 8;

/**
 * One piece of a query's result: its kind and its text. The comment in result.go lists
 * the kinds.
 *
 * @typedef {[kind: string, text: string]} Piece
 */

export class D1Answers {
	#pool;
	#copies;
	#limits;
	/**
	 * For each address, the encoded queries that its last request needed. The value is
	 * null if the request needed I/O other than queries.
	 *
	 * @type {Map<string, string[] | null>}
	 */
	#plans = new Map();

	/**
	 * Creates an object that answers requests with instances (running copies of the
	 * program) from pool.
	 *
	 * @param {import("./pool.mjs").Pool} pool
	 * @param {import("./cache.mjs").Copies} copies
	 * @param {import("./limits.mjs").Limits} limits
	 */
	constructor(pool, copies, limits) {
		this.#pool = pool;
		this.#copies = copies;
		this.#limits = limits;
	}

	/**
	 * Whether an earlier request to the address needed database rows or other I/O.
	 *
	 * @param {string} url
	 */
	knows(url) {
		return this.#plans.has(url);
	}

	/**
	 * Answers a request with rows of the database. Returns null if the program needs I/O
	 * other than database queries.
	 *
	 * @param {string} url
	 * @param {string} text the request as the program reads it
	 * @param {string | null} question the query that the program has returned, or null if the
	 *   program has not been called yet
	 * @param {Env} env
	 * @param {boolean} newest whether the client wants the newest rows, which a replica of the
	 *   database may lack
	 * @returns {Promise<Response | null>}
	 */
	async answer(url, text, question, env, newest) {
		const planned = question === null ? this.#plans.get(url) : [question];
		if (!planned || !env.DB) return null;
		const database = this.#nearest(env.DB, env.READ_REPLICAS, newest);
		/** @param {string} question */
		const ask = (question) => withTimeout(this.#limits.answer, rowsOf(database, question), null);
		let results = await Promise.all(planned.map(ask));
		const questions = [...planned];
		while (complete(results)) {
			const outcome = this.#pool.call(text, results, env);
			if (typeof outcome !== "string") {
				this.remember(url, outcome && questions);
				return outcome;
			}
			if (questions.length === maxQuestions) throw new Error(`too many questions: ${outcome}`);
			questions.push(outcome);
			results = [...results, await ask(outcome)];
		}
		return problem("timeout");
	}

	/**
	 * The database to query. With read replication that is the nearest replica, which may
	 * lack the newest writes. For a minute after this isolate (a running copy of the
	 * Worker) has handled a write, it is the primary database instead. So an editor who has
	 * just published sees the change. The primary is also queried if the client wants the
	 * newest answer.
	 *
	 * @param {D1Database} database
	 * @param {string | undefined} replicas
	 * @param {boolean} newest
	 */
	#nearest(database, replicas, newest) {
		if (replicas !== "on") return database;
		const primary = newest || this.#copies.writtenLately;
		return database.withSession(primary ? "first-primary" : "first-unconstrained");
	}

	/**
	 * Remembers which queries the answers of an address need.
	 *
	 * @param {string} url
	 * @param {string[] | null} questions the encoded queries, or null if the program needs other I/O
	 */
	remember(url, questions) {
		if (this.#plans.size >= this.#limits.addresses) this.#plans.clear();
		this.#plans.set(url, questions);
	}
}

/**
 * Whether the database has returned a result for every query. A result is null if its
 * query took too long.
 *
 * @param {(Uint8Array | null)[]} results
 * @returns {results is Uint8Array[]}
 */
const complete = (results) => !results.includes(null);

/**
 * Runs a query on the database. Returns the rows or the error, encoded as result.go
 * expects.
 *
 * @param {D1Session} database
 * @param {string} question
 */
async function rowsOf(database, question) {
	/** @type {[statement: string, ...values: D1Value[]]} */
	const [statement, ...values] = JSON.parse(question);
	/** @type {Piece[]} */
	const pieces = [["q", question]];
	try {
		const rows = await database
			.prepare(statement)
			.bind(...values)
			.raw();
		for (const row of rows) pieces.push(["r", ""], ...row.map(piece));
	} catch (error) {
		pieces.push(["f", String(error)]);
	}
	return joined(pieces);
}

/**
 * Encodes one value of a row. It is a string, a number or null: the database schema has
 * no columns of binary data.
 *
 * @param {D1Value} value
 * @returns {Piece}
 */
function piece(value) {
	if (value === null) return ["n", ""];
	return [typeof value === "number" ? "d" : "s", String(value)];
}

/**
 * Encodes the pieces of a query's result as bytes. For each piece, the first byte is
 * its kind, such as "r" for the start of a row. Then come the length of its text in
 * four bytes, and the text.
 *
 * @param {Piece[]} pieces
 */
function joined(pieces) {
	const texts = pieces.map(([, text]) => encoder.encode(text));
	const bytes = new Uint8Array(texts.reduce((size, text) => size + 5 + text.length, 0));
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const [i, text] of texts.entries()) {
		bytes[at] = pieces[i][0].charCodeAt(0);
		view.setUint32(at + 1, text.length, true);
		bytes.set(text, at + 5);
		at += 5 + text.length;
	}
	return bytes;
}
