// Answers that need rows of D1.
//
// The program is called with the request, and returns the query that it has. This file
// runs the query and calls the program again with the rows. So a read occupies no
// instance while it waits, and Go never waits for a promise. The queries that an
// address needed the last time are run before the first call.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

const encoder = new TextEncoder();

/** How many queries one request may have. The program's reads have three at most. */
const maxQuestions = 8;

/** @typedef {[kind: string, text: string]} Piece */

export class D1Answers {
	#pool;
	#copies;
	#limits;
	/** The queries of an address; null if it needs an instance. @type {Map<string, string[] | null>} */
	#plans = new Map();

	/**
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
	 * Whether an earlier request to the address needed more than the program.
	 *
	 * @param {string} url
	 */
	knows(url) {
		return this.#plans.has(url);
	}

	/**
	 * Answers with rows. Returns null if the answer needs an instance.
	 *
	 * @param {string} url
	 * @param {string} text the request as the program reads it
	 * @param {string | null} question the query of the program, if it has been called already
	 * @param {Env} env
	 * @returns {Promise<Response | null>}
	 */
	async answer(url, text, question, env) {
		const planned = question === null ? this.#plans.get(url) : [question];
		if (!planned || !env.DB) return null;
		const database = this.#nearest(env.DB, env.READ_REPLICAS);
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
	 * The nearest replica, if the deployment has replicas. For a minute after a write
	 * through this isolate it is the primary, because an editor who has just published
	 * has to see the change.
	 *
	 * @param {D1Database} database
	 * @param {string | undefined} replicas
	 */
	#nearest(database, replicas) {
		if (replicas !== "on") return database;
		return database.withSession(this.#copies.writtenLately ? "first-primary" : "first-unconstrained");
	}

	/**
	 * Remembers the queries of an address.
	 *
	 * @param {string} url
	 * @param {string[] | null} questions null if it needs an instance
	 */
	remember(url, questions) {
		if (this.#plans.size >= this.#limits.addresses) this.#plans.clear();
		this.#plans.set(url, questions);
	}
}

/**
 * Whether each query has its rows: a query that took too long has null.
 *
 * @param {(Uint8Array | null)[]} results
 * @returns {results is Uint8Array[]}
 */
const complete = (results) => !results.includes(null);

/**
 * Runs a query, and encodes the rows or the error as result.go reads them.
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
 * A value with its kind. The schema has no blobs, so there are no other kinds.
 *
 * @param {D1Value} value
 * @returns {Piece}
 */
function piece(value) {
	if (value === null) return ["n", ""];
	return [typeof value === "number" ? "d" : "s", String(value)];
}

/**
 * Encodes pieces: kind, length of the text as four bytes, text.
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
