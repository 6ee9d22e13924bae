// Stores copies of answers in Cloudflare's edge cache, and finds them.
//
// Each copy contains the time at which its content was read from the database. The copy
// is served for a minute after that time. It is not served if this isolate (a running
// copy of the Worker) has handled a write since that time. So an editor whose write
// this isolate has handled sees the change at once, in every list and every search.
//
// The Cache-Control field of the program's answers has the value "no-cache", so a
// browser asks again before each use of its copy. The edge cache stores no answer with
// this value, so the copy in the edge cache has another one. The program's value is
// kept in a second field. When the copy is served, its Cache-Control field gets this
// value back.

const readAt = "quoteline-read-at";
const ofProgram = "quoteline-cache-control";

/**
 * The age in seconds up to which the client accepts a copy, by the Cache-Control field of
 * its request (RFC 9111, section 5.2.1). Browsers send "max-age=0" if the reader loads a
 * page again, and "no-cache" if the reader does that without the browser's cache. The
 * result is Infinity if the client accepts a copy of any age.
 *
 * @param {Request} request
 */
function acceptedAge({ headers }) {
	const field = (headers.get("Cache-Control") ?? "").toLowerCase();
	if (/\bno-(cache|store)\b/.test(field)) return 0;
	const age = /\bmax-age="?(\d+)/.exec(field);
	return age ? Number(age[1]) : Number.POSITIVE_INFINITY;
}

/**
 * Whether the client wants an answer that no cache has stored before the request.
 *
 * @param {Request} request
 */
export const wantsNewest = (request) => acceptedAge(request) === 0;

export class Copies {
	#age;
	#writtenAt = 0;

	/**
	 * Creates an object that stores and finds copies of answers.
	 *
	 * @param {number} age the age in milliseconds up to which a copy is served
	 */
	constructor(age) {
		this.#age = age;
	}

	/** Records that a write was handled now. Copies of older content are not served any more. */
	forget() {
		this.#writtenAt = Date.now();
	}

	/**
	 * Whether this isolate (a running copy of the Worker) has handled a write in the last
	 * minute.
	 */
	get writtenLately() {
		return Date.now() - this.#writtenAt <= this.#age;
	}

	/**
	 * Drops the copies of some addresses from the cache. The cache belongs to this data
	 * centre, so other isolates (running copies of the Worker) use it too. Addresses with
	 * a query are not dropped, and their copies expire within a minute.
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
	 * Finds the copy of an answer to the request. Returns undefined if there is none, if
	 * the copy is too old for the cache or for the client, or if this isolate (a running
	 * copy of the Worker) has handled a write since the copy's content was read. If the
	 * request has the field If-None-Match, the cache compares the entity tags itself and
	 * may return a response with status 304.
	 *
	 * @param {Request} request a GET or HEAD
	 * @returns {Promise<Response | undefined>}
	 */
	async find(request) {
		if (wantsNewest(request)) return undefined;
		const tag = request.headers.get("If-None-Match");
		const key = tag ? new Request(request.url, { headers: { "If-None-Match": tag } }) : request.url;
		const copy = await caches.default.match(key).catch(() => undefined);
		if (!copy) return undefined;
		const read = Number(copy.headers.get(readAt));
		const age = Date.now() - read;
		if (read <= this.#writtenAt || age > Math.min(this.#age, 1000 * acceptedAge(request))) return undefined;
		const answer = new Response(request.method === "HEAD" ? null : copy.body, copy);
		answer.headers.set("Age", String(Math.floor(age / 1000)));
		answer.headers.set("Cache-Control", copy.headers.get(ofProgram) ?? "no-store");
		answer.headers.delete(ofProgram);
		answer.headers.delete(readAt);
		return answer;
	}

	/**
	 * Stores a copy of an answer in the cache if the answer's header fields allow that.
	 * An answer with the field Vary is not stored: it depends on other request fields,
	 * but the cache finds a copy only by its address. "Vary: Authorization" is no
	 * obstacle: copies are neither stored nor found for requests with that field.
	 *
	 * @param {Request} request
	 * @param {Response} answer
	 * @param {number} read the time at which the request came, in milliseconds
	 * @returns {Promise<void>}
	 */
	async keep(request, answer, read) {
		const { headers } = answer;
		if (request.method !== "GET" || answer.status !== 200) return;
		if ((headers.get("Vary") ?? "Authorization") !== "Authorization") return;
		const control = headers.get("Cache-Control") ?? "";
		if (!headers.has("ETag") || !/\bpublic\b/.test(control)) return;
		const copy = new Response(answer.clone().body, answer);
		copy.headers.set("Cache-Control", `public, max-age=${Math.ceil(this.#age / 1000)}`);
		copy.headers.set(ofProgram, control);
		copy.headers.set(readAt, String(read));
		await caches.default.put(request.url, copy).catch(() => {});
	}
}
