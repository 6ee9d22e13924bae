// The instances of the program in one isolate (a running copy of the Worker), and the
// requests that lease them.
import { Instance } from "./instance.mjs";

/**
 * An instance in the pool.
 *
 * @typedef {object} Slot
 * @property {Instance} instance
 * @property {number} uses how many requests with I/O it has answered
 * @property {number} leasedAt the time in milliseconds, or 0 if it is not leased
 */

/**
 * A request that waits for an instance, with the time at which it last looked for one.
 *
 * @typedef {{seen: number}} Waiting
 */

/**
 * A request with I/O leases an instance, which no other request uses meanwhile. If two
 * requests shared one, a goroutine of the first could run during an event of the second,
 * and the runtime forbids a request to use the I/O objects of another.
 *
 * For the same reason a request that waits for an instance does not await a promise of
 * another request. It looks for a free instance again and again, with a timer of its own.
 */
export class Pool {
	#limits;
	/** @type {Slot[]} */
	#slots = [];
	/** The waiting requests, in the order in which they came. @type {Waiting[]} */
	#queue = [];

	/** @param {import("./limits.mjs").Limits} limits */
	constructor(limits) {
		this.#limits = limits;
	}

	/** Whether no instance has been started yet. */
	get cold() {
		return this.#slots.length === 0;
	}

	/**
	 * Answers a request without I/O, or returns what the answer needs: see Instance.call.
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
	 * Returns a slot with an instance, which the caller has to release. Returns null if
	 * no slot becomes free in time, or if too many requests are waiting already.
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
	 * Makes a slot free again. An instance that must not be used any more is dropped.
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
	 * The position of a request in the queue. A new request is added at the end.
	 *
	 * @param {Waiting} request
	 */
	#place(request) {
		const place = this.#queue.indexOf(request);
		return place >= 0 ? place : this.#queue.push(request) - 1;
	}

	/**
	 * Drops waiting requests that the runtime has ended: they have not looked for an
	 * instance lately.
	 */
	#forgetLost() {
		const oldest = Date.now() - 250;
		this.#queue = this.#queue.filter((request) => request.seen > oldest);
	}

	/** How many more instances may be leased now. */
	#free() {
		this.#expire();
		return this.#limits.instances - 1 - this.#leased;
	}

	get #leased() {
		return this.#slots.filter((slot) => slot.leasedAt > 0).length;
	}

	/** Leases a slot that is free. @param {Env} env */
	#take(env) {
		const slot = this.#idle(env);
		slot.leasedAt = Date.now();
		return slot;
	}

	/**
	 * Returns a slot that is not leased, and starts an instance if there is none. One
	 * instance is never leased, so the number of instances is limited.
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
	 * Drops slots that are leased for longer than a request and its tasks may last. The
	 * runtime can end a request, and with it the timers, before it releases its slot.
	 */
	#expire() {
		const { answer, tasks } = this.#limits;
		const oldest = Date.now() - (answer + tasks + 5_000);
		this.#slots = this.#slots.filter((slot) => slot.leasedAt === 0 || slot.leasedAt > oldest);
	}

	/**
	 * Drops an instance if it is broken, was used too often or has too much memory.
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
