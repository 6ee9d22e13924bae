// Copies of answers in the edge cache.
//
// A copy tells when its content was read, and is believed while it is young. What
// was read before the latest write through this isolate is not: whoever publishes
// here sees it here at once, in every list and search, with no address named.

const readAt = "quoteline-read-at";

export class Copies {
	#age;
	#writtenAt = 0;

	/** @param {number} age the age until which a copy is served, in milliseconds */
	constructor(age) {
		this.#age = age;
	}

	/** Notes that something was written. */
	forget() {
		this.#writtenAt = Date.now();
	}

	/** Whether something was written through this isolate, so lately that others may not know it. */
	get writtenLately() {
		return Date.now() - this.#writtenAt <= this.#age;
	}

	/**
	 * Drops the copies of some addresses from the cache of this place, for isolates
	 * that have not seen the write. Those with a query stay until they are too old.
	 *
	 * @param {string} base an address of the same origin
	 * @param {string | null} paths with spaces between them
	 */
	async purge(base, paths) {
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
	 * Keeps a copy if the answer allows it. One that varies is not kept: the cache
	 * knows addresses only.
	 *
	 * @param {Request} request
	 * @param {Response} answer
	 * @param {number} read when the request came, as a time
	 * @returns {Promise<void>}
	 */
	async keep(request, answer, read) {
		const { headers } = answer;
		if (request.method !== "GET" || answer.status !== 200 || headers.has("Vary")) return;
		if (!headers.has("ETag") || !/\bpublic\b/.test(headers.get("Cache-Control"))) return;
		const copy = new Response(answer.clone().body, answer);
		copy.headers.set(readAt, String(read));
		await caches.default.put(request.url, copy).catch(() => {});
	}
}
