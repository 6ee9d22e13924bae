// The program's instances in one isolate, and their leases.
import { Instance } from "./instance.mjs";

/**
 * An instance in the pool.
 *
 * @typedef {object} Slot
 * @property {Instance} instance
 * @property {number} uses how many requests with I/O it has answered
 * @property {number} leasedAt the time in milliseconds, or 0 if it is not leased
 */

/** @typedef {{seen: number}} Waiting a request, with the time at which it last polled */

/**
 * A request with I/O has an instance for itself. If two shared one, a goroutine of
 * the first could run during an event of the second, and the runtime forbids a
 * request to use another request's I/O objects.
 *
 * For the same reason no request awaits a promise of another one: a request that waits
 * for an instance polls with its own timer.
 */
export class Pool {
	#limits;
	/** @type {Slot[]} */
	#slots = [];
	/** Waiting requests in order. @type {Waiting[]} */
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
	 * Answers at once, or returns what that needs; see Instance.call.
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
	 * Returns a slot, which the caller has to release. Returns null if no slot becomes
	 * free in time, or too many requests wait already.
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
	 * Makes a slot free again. A broken instance leaves the pool.
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
	 * The position of a request in the queue: first come, first served.
	 *
	 * @param {Waiting} request
	 */
	#place(request) {
		const place = this.#queue.indexOf(request);
		return place >= 0 ? place : this.#queue.push(request) - 1;
	}

	/** Drops requests that the runtime has ended: they no longer poll. */
	#forgetLost() {
		const oldest = Date.now() - 250;
		this.#queue = this.#queue.filter((request) => request.seen > oldest);
	}

	/** How many more instances may be leased. */
	#free() {
		this.#expire();
		return this.#limits.instances - 1 - this.#leased;
	}

	get #leased() {
		return this.#slots.filter((slot) => slot.leasedAt > 0).length;
	}

	/** @param {Env} env */
	#take(env) {
		const slot = this.#idle(env);
		slot.leasedAt = Date.now();
		return slot;
	}

	/**
	 * A slot that is not leased. There is always one: one instance is never leased.
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
	 * Drops slots that are leased for longer than any request may last. The runtime can
	 * end a request, its timers included, before it releases its slot.
	 */
	#expire() {
		const { answer, tasks } = this.#limits;
		const oldest = Date.now() - (answer + tasks + 5_000);
		this.#slots = this.#slots.filter((slot) => slot.leasedAt === 0 || slot.leasedAt > oldest);
	}

	/**
	 * Drops an instance that is broken, was used too often or has too much memory.
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
