// Holds the bodies of writes in memory, from their first byte until the answer.
//
// A body arrives before its request leases an instance, and before the program checks its
// token. So anyone can send bodies. Their memory needs a limit, because reads need memory
// too.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/** A body is dropped this long after the time limit of its request, in milliseconds. */
const slack = 5_000;

/**
 * A body that is arriving, or has arrived and is handled.
 *
 * @typedef {object} Body
 * @property {Uint8Array[]} chunks
 * @property {number} size in bytes
 * @property {number} until the time after which the body is dropped, in milliseconds
 * @property {boolean} working whether the whole body has arrived and is handled
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
	 * Reads a body, and holds it until the function answer has answered the request. If
	 * there is no memory for the body, or it does not arrive in time, returns an error.
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
	 * Reads a body. If it is longer than the limit of the method, reading stops at the
	 * chunk that exceeds the limit.
	 *
	 * @param {Request} request
	 * @param {Body} body
	 * @returns {Promise<"busy" | null>} "busy" if there is no memory for the body
	 */
	async #read(request, body) {
		const limit = this.#limits.body[request.method] ?? 0;
		// If Content-Length is over the limit, the program refuses the request without
		// the body.
		const announced = Number(request.headers.get("Content-Length"));
		if (!request.body || limit === 0 || announced > limit) return null;
		for await (const chunk of request.body) {
			// A body that is over the limit gets 413 from the program, and not 503, even
			// if memory is full.
			const long = body.size + chunk.length > limit;
			if (!long && !this.#hasRoom(body, chunk.length)) return "busy";
			body.chunks.push(chunk);
			body.size += chunk.length;
			if (long) break;
		}
		return null;
	}

	/**
	 * Whether there is memory for more bytes of a body. A body that arrived too slowly
	 * has been dropped, and gets none.
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
	 * Begins to handle a body if the limit allows it. A single body is always allowed.
	 *
	 * @param {Body} body
	 * @returns {"busy" | null} "busy" if the limit does not allow it
	 */
	#begin(body) {
		const others = [...this.#held].filter(({ working }) => working);
		const size = others.reduce((sum, other) => sum + other.size, body.size);
		if (others.length > 0 && size > this.#limits.working) return "busy";
		body.working = true;
		return null;
	}

	/**
	 * Drops a body and frees its chunks: if the runtime has ended the request, closures
	 * may still refer to the array.
	 *
	 * @param {Body} body
	 */
	#drop(body) {
		this.#held.delete(body);
		body.chunks.length = 0;
		body.size = 0;
	}
}
