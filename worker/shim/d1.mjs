// Answers that need rows of D1.
//
// The program is called with the request, and says which question it has to the
// database; that is asked here, and the program is called again with the rows. So
// a read holds no instance while it waits, and Go never waits for a promise. What
// an address needed the last time is asked before the program is called at all.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

const encoder = new TextEncoder();

/** Questions that one request may have. The program's reads have three at most. */
const maxQuestions = 8;

export class D1Answers {
	#pool;
	#copies;
	#limits;
	/** The questions of an address; null when it needs an instance. @type {Map<string, string[] | null>} */
	#plans = new Map();

	/**
	 * @param {import("./pool.mjs").Pool} pool
	 * @param {import("./cache.mjs").Copies} copies
	 * @param {typeof import("./limits.mjs").limits} limits
	 */
	constructor(pool, copies, limits) {
		this.#pool = pool;
		this.#copies = copies;
		this.#limits = limits;
	}

	/** Whether it is known that an address cannot be answered by the program alone. */
	knows(url) {
		return this.#plans.has(url);
	}

	/**
	 * Answers with rows, or returns null when the answer needs an instance.
	 *
	 * @param {string} url
	 * @param {string} text the request as the program reads it
	 * @param {string | null} question what the program asked, when it has been called before
	 * @param {object} env
	 * @returns {Promise<Response | null>}
	 */
	async answer(url, text, question, env) {
		const planned = question === null ? this.#plans.get(url) : [question];
		if (!planned) return null;
		const database = this.#nearest(env.DB, env.READ_REPLICAS);
		const ask = (question) => withTimeout(this.#limits.answer, rowsOf(database, question), null);
		const results = await Promise.all(planned.map(ask));
		const questions = [...planned];
		while (!results.includes(null)) {
			const outcome = this.#pool.call(text, results, env);
			if (typeof outcome !== "string") {
				this.remember(url, outcome && questions);
				return outcome;
			}
			if (questions.length === maxQuestions) throw new Error(`too many questions: ${outcome}`);
			questions.push(outcome);
			results.push(await ask(outcome));
		}
		return problem("timeout");
	}

	/**
	 * The replica that is nearest, where a deployment has replicas. Whoever has just
	 * published has to see it, so that after a write through this isolate the primary
	 * is asked for a while.
	 */
	#nearest(database, replicas) {
		if (replicas !== "on") return database;
		return database.withSession(this.#copies.writtenLately ? "first-primary" : "first-unconstrained");
	}

	/** Notes what an address needs. */
	remember(url, questions) {
		if (this.#plans.size >= this.#limits.addresses) this.#plans.clear();
		this.#plans.set(url, questions);
	}
}

/** Asks the database, and writes its answer, or its complaint, as the program reads it. */
async function rowsOf(database, question) {
	const [statement, ...values] = JSON.parse(question);
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

/** A value with its kind. The schema has no other kinds. */
function piece(value) {
	if (value === null) return ["n", ""];
	return [typeof value === "number" ? "d" : "s", String(value)];
}

/** Each piece is its kind, the length of its text as four bytes, and the text. */
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
