// The bodies of writes, from their first byte until the answer.
//
// A body arrives before its request leases an instance or shows a token. So anyone can
// send one, and the memory for bodies needs a limit: reads need memory too.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/** How long after the end of its request a body counts as lost, in milliseconds. */
const slack = 5_000;

/**
 * A body that arrives or is worked on.
 *
 * @typedef {object} Body
 * @property {Uint8Array[]} chunks
 * @property {number} size in bytes
 * @property {number} until the time after which it counts as lost, in milliseconds
 * @property {boolean} working whether all of it has arrived
 */

export class Uploads {
	#limits;
	/** @type {Set<Body>} */
	#held = new Set();

	/** @param {import("./limits.mjs").Limits} limits */
	constructor(limits) {
		this.#limits = limits;
	}

	/**
	 * Reads a body and holds it until its request is answered. If there is no memory for
	 * it, or it does not arrive in time, the answer is a problem.
	 *
	 * @param {Request} request
	 * @param {(chunks: Uint8Array[]) => Promise<Response>} answer
	 * @returns {Promise<Response>}
	 */
	async hold(request, answer) {
		const { upload, patience, answer: time } = this.#limits;
		/** @type {Body} */
		const body = { chunks: [], size: 0, until: Date.now() + upload, working: false };
		this.#held.add(body);
		try {
			const failure = (await withTimeout(upload, this.#read(request, body), "slow")) ?? this.#begin(body);
			if (failure) return problem(failure, failure === "busy" ? { "Retry-After": "1" } : {});
			body.until = Date.now() + patience + time + slack;
			return await answer(body.chunks);
		} finally {
			this.#drop(body);
		}
	}

	/**
	 * Reads up to the limit of the method, and leaves the rest unread.
	 *
	 * @param {Request} request
	 * @param {Body} body
	 * @returns {Promise<"busy" | null>}
	 */
	async #read(request, body) {
		const limit = this.#limits.body[request.method] ?? 0;
		// If Content-Length is over the limit, the program refuses the body without reading it.
		const announced = Number(request.headers.get("Content-Length"));
		if (!request.body || limit === 0 || announced > limit) return null;
		for await (const chunk of request.body) {
			// A body over the limit gets 413 from the program even if memory is full.
			const long = body.size + chunk.length > limit;
			if (!long && !this.#hasRoom(body, chunk.length)) return "busy";
			body.chunks.push(chunk);
			body.size += chunk.length;
			if (long) break;
		}
		return null;
	}

	/**
	 * Whether a body may grow. A body that is not held any more arrived too slowly.
	 *
	 * @param {Body} body
	 * @param {number} more in bytes
	 */
	#hasRoom(body, more) {
		let size = more;
		for (const other of this.#held) {
			if (other.until < Date.now()) this.#drop(other);
			size += other.size;
		}
		return this.#held.has(body) && size <= this.#limits.bodies;
	}

	/**
	 * Starts the work on a body if the limit allows it. A single body is always allowed.
	 *
	 * @param {Body} body
	 * @returns {"busy" | null}
	 */
	#begin(body) {
		const others = [...this.#held].filter(({ working }) => working);
		const size = others.reduce((sum, other) => sum + other.size, body.size);
		if (others.length > 0 && size > this.#limits.working) return "busy";
		body.working = true;
		return null;
	}

	/**
	 * Frees the bytes too: if the runtime ended the request, its closures keep the array.
	 *
	 * @param {Body} body
	 */
	#drop(body) {
		this.#held.delete(body);
		body.chunks.length = 0;
		body.size = 0;
	}
}
