// Limits how many searches the database runs. The edge cache cannot protect the database,
// because anyone can search for new words, for which the cache has no answer.
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
 * A search that the database is running. until is the time after which the search does
 * not count any more, in milliseconds.
 *
 * @typedef {{until: number}} Search
 */

export class Searches {
	#limits;
	#queue;
	/** @type {Set<Search>} */
	#running = new Set();

	/**
	 * Creates an object that limits how many searches run at the same time, how many
	 * wait, and for how long.
	 *
	 * @param {import("./limits.mjs").Limits} limits
	 */
	constructor(limits) {
		this.#limits = limits;
		this.#queue = new Queue({ patience: limits.patience, waiting: limits.waitingSearches });
	}

	/**
	 * Runs a search. First the search counts against the limit of its client's network.
	 * Then the search waits until few enough other searches are running. If the client
	 * disconnects while the search waits, the search never runs.
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
		// If the client disconnects now, the database still finishes the search. So the
		// search counts as running until then.
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
