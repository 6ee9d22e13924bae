// Limits the searches that the database has to carry out. Anyone can invent words that no
// one has searched for, so that no copy in the edge cache has the answer.
import { problem } from "./problem.mjs";
import { Queue } from "./queue.mjs";
import { clientOf } from "./request.mjs";

/** The paths of the addresses that search in all transcripts. */
const paths = ["/v1/search", "/v1/verify"];

/**
 * Whether a request searches in all transcripts. Its path may be percent-encoded, as in
 * "/v1/%73earch".
 *
 * @param {string} url
 */
export function isSearch(url) {
	const { pathname } = new URL(url);
	try {
		return paths.includes(decodeURIComponent(pathname));
	} catch {
		return false; // the bytes of the path are not UTF-8
	}
}

/**
 * A search that the database carries out. until is the time after which it does not count
 * any more, in milliseconds.
 *
 * @typedef {{until: number}} Search
 */

export class Searches {
	#limits;
	#queue;
	/** @type {Set<Search>} */
	#running = new Set();

	/**
	 * Creates an object that limits searches. The limits are their number, how many wait
	 * and how long they take.
	 *
	 * @param {import("./limits.mjs").Limits} limits
	 */
	constructor(limits) {
		this.#limits = limits;
		this.#queue = new Queue({ patience: limits.patience, waiting: limits.waitingSearches });
	}

	/**
	 * Carries out a search. It counts the search for its client's network, and waits until
	 * few enough other searches are running. If the client disconnects while the search
	 * waits, the search is never carried out.
	 *
	 * @param {Request} request
	 * @param {Env} env
	 * @param {ExecutionContext} ctx
	 * @param {() => Promise<Response>} search
	 * @returns {Promise<Response>}
	 */
	async run(request, env, ctx, search) {
		const counted = await env.SEARCH_LIMIT?.limit({ key: clientOf(request) });
		if (counted?.success === false) return problem("too-many-requests", { "Retry-After": "60" });
		// The Workers runtime notices a client that has disconnected only between two
		// events. So a search always waits for the next event.
		await new Promise((resolve) => setTimeout(resolve));
		const running = await this.#queue.wait((before) => this.#begin(before));
		if (!running) return problem("busy", { "Retry-After": "1" });
		const answered = search().finally(() => this.#running.delete(running));
		// If the client disconnects now, the database works on the search all the same. So
		// the search counts until it has ended.
		ctx.waitUntil(answered.catch(() => {}));
		return answered;
	}

	/**
	 * Begins a search, if few enough others are running.
	 *
	 * @param {number} before how many searches that wait came earlier
	 * @returns {Search | null} null if it has to wait
	 */
	#begin(before) {
		const { searches, answer } = this.#limits;
		const now = Date.now();
		for (const other of this.#running) if (other.until < now) this.#running.delete(other);
		if (before + this.#running.size >= searches) return null;
		const search = { until: now + 2 * answer };
		this.#running.add(search);
		return search;
	}
}
