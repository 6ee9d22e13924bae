// Makes long work of the Go program pause while readers wait for their answers. The
// isolate (a running copy of the Worker) has one thread. So readers can only be answered
// while the work pauses.

/**
 * A reader counts as waiting for at most this many milliseconds. If the client of a
 * request disconnects, the Workers runtime ends the request without a notice. So some
 * requests never report that their reader has got an answer.
 */
const lost = 1000;

/**
 * If a piece of other long work runs during a pause, the pause becomes longer. It may
 * become at most this many times as long as without other work.
 */
const longest = 4;

const millisecond = () => new Promise((resolve) => setTimeout(resolve, 1));

export class Readers {
	#limits;
	/**
	 * The readers who wait for an answer. until is the time after which a reader does not
	 * count any more, in milliseconds.
	 *
	 * @type {Set<{until: number}>}
	 */
	#list = new Set();

	/**
	 * The time at which a piece of long work last ended, in milliseconds. It is Infinity
	 * while that time is unknown: the runtime's clock stops while a piece runs.
	 */
	#worked = 0;

	/**
	 * Creates an empty list of waiting readers.
	 *
	 * @param {{pause: number}} limits pause is the longest time that a pause lasts, in
	 *   milliseconds, if no other long work makes it longer
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
		this.#list.add(reader);
		try {
			return await answer();
		} finally {
			this.#list.delete(reader);
		}
	}

	/**
	 * Makes the work of a request pause. During a pause, the event loop answers the
	 * requests that have arrived meanwhile. The pause ends when no reader waits any more,
	 * or after the given time. So the work continues even if there are always readers who
	 * wait.
	 *
	 * Several requests may have long work at the same time. While one pauses, a piece of
	 * another's work may run. Then the time of the pause begins again after that piece,
	 * if readers wait. Otherwise the work of the other requests could fill the whole
	 * pause, and no time would be left for readers.
	 *
	 * A pause must not await a promise of another request, because the Workers runtime
	 * forbids that. So it checks every millisecond whether a reader still waits.
	 *
	 * @param {number} [most] how long the pause lasts at most, in milliseconds, if no other
	 *   long work makes it longer; by default limits.pause
	 */
	async pause(most = this.#limits.pause) {
		const until = Date.now() + longest * most;
		this.#worked = Number.POSITIVE_INFINITY;
		do await millisecond();
		while (this.waiting && this.#rests(most) && Date.now() < until);
	}

	/**
	 * Whether the last piece of long work ended less than the given time ago.
	 *
	 * @param {number} most
	 */
	#rests(most) {
		const now = Date.now();
		this.#worked = Math.min(this.#worked, now);
		return now < this.#worked + most;
	}

	/**
	 * Waits until no reader waits for an answer, or until the given time has passed.
	 *
	 * @param {number} most in milliseconds
	 */
	async answered(most) {
		const until = Date.now() + most;
		do await millisecond();
		while (this.waiting && Date.now() < until);
	}

	/** Whether some readers are waiting. */
	get waiting() {
		const now = Date.now();
		for (const reader of this.#list) if (reader.until < now) this.#list.delete(reader);
		return this.#list.size > 0;
	}
}
