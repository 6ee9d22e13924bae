// Lets long work of the Go program give way to readers. The isolate (a running copy of
// the Worker) has one thread, so the work has to stop for a moment again and again.

/**
 * The time in milliseconds after which a reader does not count as waiting any more. The
 * Workers runtime ends a request whose client has disconnected, without a notice.
 */
const lost = 1000;

export class Readers {
	#limits;
	/** When each reader stops to count as waiting, in milliseconds. @type {Set<{until: number}>} */
	#waiting = new Set();

	/** @param {{pause: number}} limits how long work waits for readers at most, in milliseconds */
	constructor(limits) {
		this.#limits = limits;
	}

	/**
	 * Answers a read. Until there is an answer, its reader counts as waiting.
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
	 * Interrupts the work of a request. During a pause, the event loop takes the requests
	 * that have arrived meanwhile. The pause ends when no reader waits, or after some
	 * milliseconds. So work makes progress however many readers there are.
	 *
	 * A pause must not await a promise of another request, because the Workers runtime
	 * forbids that. So it asks again and again.
	 *
	 * @param {number} [most] milliseconds; limits.pause by default
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
