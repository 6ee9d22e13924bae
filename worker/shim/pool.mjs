// The pool of instances in one isolate. An instance is a running copy of the Go
// program, and an isolate is a running copy of the Worker. A request with I/O reserves
// (leases) an instance, and may have to wait for one.
import { Instance } from "./instance.mjs";

/**
 * A place in the pool, with its instance of the Go program.
 *
 * @typedef {object} Slot
 * @property {Instance} instance
 * @property {number} uses how many requests with I/O it has answered
 * @property {number} leasedAt the time in milliseconds, or 0 if it is not leased
 */

/**
 * A request that waits for an instance of the Go program. seen is the time at which it
 * last checked whether one is free, in milliseconds.
 *
 * @typedef {{seen: number}} Waiting
 */

/**
 * The pool of instances (running copies of the Go program). A request with I/O reserves
 * (leases) an instance, which no other request uses meanwhile. If two requests shared an
 * instance, a goroutine of the first could run during an event of the second. The Workers
 * runtime forbids that: a request must not use the I/O objects of another request.
 *
 * For the same reason, a waiting request must not await a promise of another request.
 * Instead, each waiting request has its own timer, and repeatedly checks whether an
 * instance is free.
 */
export class Pool {
	#limits;
	/** @type {Slot[]} */
	#slots = [];
	/**
	 * The requests that wait for an instance of the Go program, in the order in which
	 * they came.
	 *
	 * @type {Waiting[]}
	 */
	#queue = [];

	/** @param {import("./limits.mjs").Limits} limits */
	constructor(limits) {
		this.#limits = limits;
	}

	/** Whether no instance (running copy of the Go program) was started yet. */
	get cold() {
		return this.#slots.length === 0;
	}

	/**
	 * Answers a request without I/O, with an instance (a running copy of the Go
	 * program) that no other request has reserved. Returns the response. If a handler
	 * needs rows of the database, returns the query instead. If a handler needs other
	 * I/O, returns null (see Instance.call).
	 *
	 * @param {string} text
	 * @param {Uint8Array[]} results
	 * @param {Env} env
	 */
	call(text, results, env) {
		const slot = this.#idle(env);
		try {
			return slot.instance.call(text, results);
		} catch (error) {
			slot.instance.broken = true;
			throw error;
		} finally {
			this.#review(slot);
		}
	}

	/**
	 * Reserves an instance (a running copy of the Go program) for a request with I/O.
	 * Returns its slot, the object that has the instance. The caller has to call
	 * release afterwards. Returns null if no instance becomes free in time, or if too
	 * many requests are already waiting.
	 *
	 * @param {Env} env
	 */
	async lease(env) {
		const { patience, waiting, instances } = this.#limits;
		const request = { seen: Date.now() };
		const until = request.seen + patience;
		if (this.#queue.length >= waiting) this.#forgetLost();
		if (this.#queue.length >= waiting) return null;
		while (request.seen < until) {
			const place = this.#place(request);
			if (place < this.#free()) {
				this.#queue.splice(place, 1);
				return this.#take(env);
			}
			await new Promise((resolve) => setTimeout(resolve, place < instances ? 1 : 4));
			request.seen = Date.now();
			this.#forgetLost();
		}
		this.#queue = this.#queue.filter((other) => other !== request);
		return null;
	}

	/**
	 * Ends the reservation of a slot's instance (a running copy of the Go program), so
	 * that other requests may use it. Drops the instance if it is broken, was used too
	 * often or has too much memory.
	 *
	 * @param {Slot} slot
	 */
	release(slot) {
		slot.leasedAt = 0;
		slot.uses++;
		slot.instance.onExit = () => {};
		slot.instance.context.ctx = null;
		this.#review(slot);
	}

	/**
	 * Returns the position of a waiting request in the queue. If the request is not in
	 * the queue yet, adds it at the end.
	 *
	 * @param {Waiting} request
	 */
	#place(request) {
		const place = this.#queue.indexOf(request);
		return place >= 0 ? place : this.#queue.push(request) - 1;
	}

	/**
	 * Removes requests from the queue that the Workers runtime has ended. A waiting
	 * request checks for a free instance every few milliseconds. One that has not done so
	 * for 250 ms has ended.
	 */
	#forgetLost() {
		const oldest = Date.now() - 250;
		this.#queue = this.#queue.filter((request) => request.seen > oldest);
	}

	/** How many more instances may be reserved now for requests with I/O. */
	#free() {
		this.#expire();
		return this.#limits.instances - 1 - this.#leased;
	}

	get #leased() {
		return this.#slots.filter((slot) => slot.leasedAt > 0).length;
	}

	/**
	 * Reserves a slot (a place for an instance of the Go program), and returns the
	 * slot. The caller must have checked that one more slot may be reserved.
	 *
	 * @param {Env} env
	 */
	#take(env) {
		const slot = this.#idle(env);
		slot.leasedAt = Date.now();
		return slot;
	}

	/**
	 * Returns a slot that no request has reserved. A slot has one instance (a running
	 * copy of the Go program). If all slots are reserved, starts another instance in a
	 * new slot. At most limits.instances - 1 slots are reserved at the same time. So
	 * there are never more instances than the limit.
	 *
	 * @param {Env} env
	 */
	#idle(env) {
		let slot = this.#slots.find((slot) => slot.leasedAt === 0);
		if (!slot) {
			slot = { instance: new Instance(env), uses: 0, leasedAt: 0 };
			this.#slots.push(slot);
		}
		return slot;
	}

	/**
	 * Drops slots (with their instances of the Go program) that have been reserved for
	 * longer than a request and its tasks may take. The request of such a slot never
	 * called release, because the Workers runtime ended the request and its timers.
	 */
	#expire() {
		const { answer, tasks } = this.#limits;
		const oldest = Date.now() - (answer + tasks + 5_000);
		this.#slots = this.#slots.filter((slot) => slot.leasedAt === 0 || slot.leasedAt > oldest);
	}

	/**
	 * Drops a slot if its instance (a running copy of the Go program) is broken, was used
	 * too often or has too much memory.
	 *
	 * @param {Slot} slot
	 */
	#review(slot) {
		const { memory, uses } = this.#limits;
		if (slot.instance.broken || slot.uses >= uses || slot.instance.memory > memory) {
			this.#slots = this.#slots.filter((other) => other !== slot);
		}
	}
}
