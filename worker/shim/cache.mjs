// Copies of answers in the edge cache.
//
// A copy has the time at which its content was read, and is served for a minute. A
// copy from before the latest write through this isolate is not served: an editor who
// publishes here sees the change at once, in every list and search.

const readAt = "quoteline-read-at";

export class Copies {
	#age;
	#writtenAt = 0;

	/** @param {number} age the age until which a copy is served, in milliseconds */
	constructor(age) {
		this.#age = age;
	}

	/** Stops serving copies from before now: something was written. */
	forget() {
		this.#writtenAt = Date.now();
	}

	/** Whether something was written through this isolate in the last minute. */
	get writtenLately() {
		return Date.now() - this.#writtenAt <= this.#age;
	}

	/**
	 * Drops the copies of some addresses from the cache of this data centre, for its
	 * other isolates. Copies of addresses with a query remain until they are too old.
	 *
	 * @param {string} base an address of the same origin
	 * @param {string | null} paths delimited by spaces
	 */
	async purge(base, paths) {
		/** @param {string} path */
		const drop = (path) => caches.default.delete(new URL(path, base).href).catch(() => {});
		await Promise.all((paths?.split(" ") ?? []).map(drop));
	}

	/**
	 * Finds a copy. The cache itself answers If-None-Match.
	 *
	 * @param {Request} request a GET or HEAD
	 * @returns {Promise<Response | undefined>}
	 */
	async find(request) {
		const tag = request.headers.get("If-None-Match");
		const key = tag ? new Request(request.url, { headers: { "If-None-Match": tag } }) : request.url;
		const copy = await caches.default.match(key).catch(() => undefined);
		if (!copy) return undefined;
		const read = Number(copy.headers.get(readAt));
		const age = Date.now() - read;
		if (read <= this.#writtenAt || age > this.#age) return undefined;
		const answer = new Response(request.method === "HEAD" ? null : copy.body, copy);
		answer.headers.set("Age", String(Math.floor(age / 1000)));
		answer.headers.delete(readAt);
		return answer;
	}

	/**
	 * Keeps a copy if the answer allows it. An answer with Vary is not kept: the cache
	 * distinguishes addresses only.
	 *
	 * @param {Request} request
	 * @param {Response} answer
	 * @param {number} read the time at which the request came, in milliseconds
	 * @returns {Promise<void>}
	 */
	async keep(request, answer, read) {
		const { headers } = answer;
		if (request.method !== "GET" || answer.status !== 200 || headers.has("Vary")) return;
		if (!headers.has("ETag") || !/\bpublic\b/.test(headers.get("Cache-Control") ?? "")) return;
		const copy = new Response(answer.clone().body, answer);
		copy.headers.set(readAt, String(read));
		await caches.default.put(request.url, copy).catch(() => {});
	}
}
