// Stores the bodies of requests in memory, from their first byte until the answer.
//
// A body arrives before its request reserves an instance (a running copy of the Go
// program), and before the program checks the request's token. So anyone can send bodies.
// The memory for bodies has a limit, because requests without a body need memory too.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/**
 * A request has a time limit. If its body is still in memory this many milliseconds
 * after the limit, the body is dropped.
 */
const slack = 5_000;

/**
 * When a body has arrived, it waits until readers have got their answers. If its client
 * disconnects meanwhile, the Workers runtime ends the request without a notice. So a body
 * that waits for this many milliseconds is dropped.
 */
const lost = 2_000;

/**
 * A request body that is in memory: either it is still arriving, or Go is handling it.
 *
 * @typedef {object} Body
 * @property {Uint8Array[]} chunks
 * @property {number} size in bytes
 * @property {number} until the time after which the body is dropped, in milliseconds
 * @property {boolean} working whether the whole body has arrived and is handled
 */

export class Uploads {
	#limits;
	#readers;
	/** @type {Set<Body>} */
	#held = new Set();

	/**
	 * Creates an empty list of bodies. limits has the limits on their sizes and times.
	 * Before Go handles a body, the body waits until the readers have got their answers.
	 *
	 * @param {import("./limits.mjs").Limits} limits
	 * @param {import("./readers.mjs").Readers} readers
	 */
	constructor(limits, readers) {
		this.#limits = limits;
		this.#readers = readers;
	}

	/**
	 * Reads the body of a request, and stores it in memory until the function answer has
	 * returned a response. If there is no memory for the body, or it does not arrive in
	 * time, returns an error response.
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
			// If the client disconnects, reading the body fails. That is no fault of the
			// server, so the error is not thrown and not logged as a fault.
			const arrival = this.#read(request, body).catch(/** @returns {"incomplete"} */ () => "incomplete");
			const failure = (await withTimeout(upload, arrival, "slow")) ?? (await this.#begin(body));
			if (failure) return problem(failure, failure === "busy" ? { "Retry-After": "1" } : {});
			body.until = Date.now() + patience + time + slack;
			return await answer(body.chunks);
		} finally {
			this.#drop(body);
		}
	}

	/**
	 * Reads the body of a request. Each method has a limit on the body's length. If the
	 * body is longer, reading stops after the chunk that exceeds the limit.
	 *
	 * @param {Request} request
	 * @param {Body} body
	 * @returns {Promise<"busy" | null>} "busy" if there is no memory for the body
	 * @throws if the client disconnects
	 */
	async #read(request, body) {
		const limit = this.#limits.body[request.method] ?? 0;
		// If the field Content-Length exceeds the limit, the body is not read: the Go
		// program refuses the request because of this field.
		const announced = Number(request.headers.get("Content-Length"));
		if (!request.body || limit === 0 || announced > limit) return null;
		for await (const chunk of request.body) {
			// A body that exceeds the limit is passed to the Go program, which answers with
			// status 413. The size of the body is checked before the free memory, so the
			// status is 413 and not 503 even if memory is full.
			const long = body.size + chunk.length > limit;
			if (!long && !this.#hasRoom(body, chunk.length)) return "busy";
			body.chunks.push(chunk);
			body.size += chunk.length;
			if (long) break;
		}
		return null;
	}

	/**
	 * Whether there is memory for more bytes of a body. If the body has arrived too
	 * slowly, it was dropped already, and the result is false.
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
	 * Waits until readers have got their answers. Then marks the body as handled by Go,
	 * if the total size of all bodies that Go handles stays within the limit. If Go
	 * handles no other body, the size does not matter.
	 *
	 * @param {Body} body
	 * @returns {Promise<"busy" | null>} "busy" if the limit does not allow it, or if the body was dropped
	 */
	async #begin(body) {
		body.until = Date.now() + lost;
		await this.#readers.answered(this.#limits.begin);
		if (!this.#held.has(body)) return "busy";
		const others = [...this.#held].filter(({ working }) => working);
		const size = others.reduce((sum, other) => sum + other.size, body.size);
		if (others.length > 0 && size > this.#limits.working) return "busy";
		body.working = true;
		return null;
	}

	/**
	 * Drops a body from memory. The array of chunks is emptied too, because other code
	 * may still refer to the array if the Workers runtime has ended the request.
	 *
	 * @param {Body} body
	 */
	#drop(body) {
		this.#held.delete(body);
		body.chunks.length = 0;
		body.size = 0;
	}
}
