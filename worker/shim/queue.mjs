// Lets requests wait for something that other requests use at the moment, such as an
// instance (a running copy of the Go program).

/**
 * A request in a queue. seen is the time at which it last asked whether it is its turn,
 * in milliseconds.
 *
 * @typedef {{seen: number}} Waiting
 */

/**
 * The time in milliseconds after which a request that has not asked again is removed from
 * the queue. A waiting request asks every few milliseconds. So one that has not asked for
 * so long was ended by the Workers runtime, because its client has disconnected.
 */
const lost = 250;

/**
 * This many requests at the front of the queue check every millisecond whether it is
 * their turn. The others check every four milliseconds.
 */
const front = 2;

/**
 * A queue of requests, in the order in which they came.
 *
 * A waiting request must not await a promise of another request: the Workers runtime
 * forbids that. So each waiting request has its own timer, and asks repeatedly whether it
 * is its turn. The runtime ends the timers of a request whose client has disconnected, so
 * such a request never gets its turn.
 */
export class Queue {
	#limits;
	/** @type {Waiting[]} */
	#queue = [];

	/** @param {{patience: number, waiting: number}} limits how long a request waits, in milliseconds, and how many may wait */
	constructor(limits) {
		this.#limits = limits;
	}

	/**
	 * Waits until a request gets what it needs, such as an instance. Calls the function
	 * take again and again, until take returns something other than null. null says that
	 * the request has to wait longer. The argument of take is how many requests in the
	 * queue came earlier than this one.
	 *
	 * @template T
	 * @param {(before: number) => T | null} take
	 * @returns {Promise<T | null>} null if that takes too long, or if too many requests
	 *   are already waiting
	 */
	async wait(take) {
		const { patience, waiting } = this.#limits;
		const request = { seen: Date.now() };
		const until = request.seen + patience;
		if (this.#queue.length >= waiting) this.#forgetLost();
		if (this.#queue.length >= waiting) return null;
		this.#queue.push(request);
		while (request.seen < until) {
			const before = this.#place(request);
			const taken = take(before);
			if (taken !== null) {
				this.#remove(request);
				return taken;
			}
			await new Promise((resolve) => setTimeout(resolve, before < front ? 1 : 4));
			request.seen = Date.now();
			this.#forgetLost();
		}
		this.#remove(request);
		return null;
	}

	/**
	 * Returns how many requests are before a request in the queue. If the request is not
	 * in the queue any more, because it asked too late, adds it at the end.
	 *
	 * @param {Waiting} request
	 */
	#place(request) {
		const place = this.#queue.indexOf(request);
		return place >= 0 ? place : this.#queue.push(request) - 1;
	}

	/**
	 * Removes requests that the Workers runtime has ended. Such a request has not checked
	 * for a long time whether it is its turn.
	 */
	#forgetLost() {
		const oldest = Date.now() - lost;
		this.#queue = this.#queue.filter((request) => request.seen > oldest);
	}

	/** @param {Waiting} request */
	#remove(request) {
		this.#queue = this.#queue.filter((other) => other !== request);
	}
}
