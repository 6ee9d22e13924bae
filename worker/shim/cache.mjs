// Copies of answers in the edge cache.
//
// A copy has the time at which its content was read, and is served for a minute. If this
// isolate (a running copy of the Worker) has handled a write since that time, the copy is
// not served. So an editor who publishes here sees the change at once, in every list and
// search.

const readAt = "quoteline-read-at";

export class Copies {
	#age;
	#writtenAt = 0;

	/** @param {number} age the age in milliseconds up to which a copy is served */
	constructor(age) {
		this.#age = age;
	}

	/** Called after a write: copies with content from before the write are not served any more. */
	forget() {
		this.#writtenAt = Date.now();
	}

	/** Whether this isolate has handled a write in the last minute. */
	get writtenLately() {
		return Date.now() - this.#writtenAt <= this.#age;
	}

	/**
	 * Drops the copies of some addresses from the cache of this data centre, which other
	 * isolates use too. Copies of addresses with a query are not dropped, and expire
	 * within a minute.
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
	 * Finds a copy. If the request has If-None-Match, the cache itself answers it with
	 * 304.
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
	 * Keeps a copy of the answer if its header fields allow that. An answer with Vary is
	 * not kept, because the cache distinguishes only addresses.
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
