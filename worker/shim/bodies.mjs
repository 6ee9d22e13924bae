// The bodies of writes, from their first byte until the answer.
//
// They come before a request has an instance, or has shown a token: anyone can
// send them, and reads need the memory too.
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/** How long after the last moment of an answer its body is taken for lost, in milliseconds. */
const slack = 5_000;

export class Bodies {
	#limits;
	/** @type {Set<{chunks: Uint8Array[], size: number, until: number, working: boolean}>} */
	#held = new Set();

	/** @param {typeof import("./limits.mjs").limits} limits */
	constructor(limits) {
		this.#limits = limits;
	}

	/**
	 * Reads a body and holds it while it is answered. Where there is no room for it, or
	 * where it does not come to its end, the answer is a problem.
	 *
	 * @param {Request} request
	 * @param {(chunks: Uint8Array[]) => Promise<Response>} answer
	 * @returns {Promise<Response>}
	 */
	async hold(request, answer) {
		const { upload, patience, answer: time } = this.#limits;
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

	/** Reads up to the limit of the method; what follows is left unread. */
	async #read(request, body) {
		const limit = this.#limits.body[request.method] ?? 0;
		// The program refuses what says that it is too long by that alone.
		const told = Number(request.headers.get("Content-Length"));
		if (!request.body || limit === 0 || told > limit) return null;
		for await (const chunk of request.body) {
			const long = body.size + chunk.length > limit; // which is said, whether there is room or not
			if (!long && !this.#hasRoom(body, chunk.length)) return "busy";
			body.chunks.push(chunk);
			body.size += chunk.length;
			if (long) break;
		}
		return null;
	}

	/** Whether a body may grow. One that is no longer held came too slowly. */
	#hasRoom(body, more) {
		let size = more;
		for (const other of this.#held) {
			if (other.until < Date.now()) this.#drop(other);
			size += other.size;
		}
		return this.#held.has(body) && size <= this.#limits.bodies;
	}

	/** Begins the work on a body, if there is room for it beside others; a body alone has it. */
	#begin(body) {
		const others = [...this.#held].filter(({ working }) => working);
		const size = others.reduce((sum, other) => sum + other.size, body.size);
		if (others.length > 0 && size > this.#limits.working) return "busy";
		body.working = true;
		return null;
	}

	/** Lets go of the bytes too: the runtime may have ended their request without a word. */
	#drop(body) {
		this.#held.delete(body);
		body.chunks.length = 0;
		body.size = 0;
	}
}
