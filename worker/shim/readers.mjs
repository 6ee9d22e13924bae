// Makes long work of the Go program pause while readers wait for their answers. The
// isolate (a running copy of the Worker) has one thread. So readers can only be answered
// while the work pauses.

/**
 * A reader counts as waiting for at most this many milliseconds. If the client of a
 * request disconnects, the Workers runtime ends the request without a notice. So some
 * requests never report that their reader has got an answer.
 */
const lost = 1000;

export class Readers {
	#limits;
	/**
	 * The readers who wait for an answer. until is the time after which a reader does not
	 * count any more, in milliseconds.
	 *
	 * @type {Set<{until: number}>}
	 */
	#waiting = new Set();

	/**
	 * Creates an empty list of waiting readers.
	 *
	 * @param {{pause: number}} limits pause: how long a pause of long work lasts at most, in milliseconds
	 */
	constructor(limits) {
		this.#limits = limits;
	}

	/**
	 * Calls the function answer, which answers a reader's request. The reader counts as
	 * waiting until the function returns the response.
	 *
	 * @param {() => Promise<Response>} answer
	 */
	async serve(answer) {
		const reader = { until: Date.now() + lost };
		this.#waiting.add(reader);
		try {
			return await answer();
		} finally {
			this.#waiting.delete(reader);
		}
	}

	/**
	 * Makes the work of a request pause. During a pause, the event loop answers the
	 * requests that have arrived meanwhile. The pause ends when no reader waits any more,
	 * or after the given time. So the work continues even if there are always readers who
	 * wait.
	 *
	 * A pause must not await a promise of another request, because the Workers runtime
	 * forbids that. So it checks every millisecond whether a reader still waits.
	 *
	 * @param {number} [most] how long the pause lasts at most, in milliseconds; by default limits.pause
	 */
	async pause(most = this.#limits.pause) {
		const until = Date.now() + most;
		do await new Promise((resolve) => setTimeout(resolve, 1));
		while (this.#some() && Date.now() < until);
	}

	/** Whether some readers are waiting. */
	#some() {
		const now = Date.now();
		for (const reader of this.#waiting) if (reader.until < now) this.#waiting.delete(reader);
		return this.#waiting.size > 0;
	}
}
