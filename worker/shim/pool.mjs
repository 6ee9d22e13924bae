// The instances of one isolate, and who has them.
import { Instance } from "./instance.mjs";

/**
 * A request with I/O has an instance for itself. Shared, a goroutine of one
 * request would go on in the event of another one, and the runtime forbids a
 * request to touch the I/O objects of another.
 *
 * No promise is handed from one request to another either: whoever waits for an
 * instance looks again by a timer of its own.
 */
export class Pool {
	#limits;
	/** @type {{instance: Instance, uses: number, leasedAt: number}[]} */
	#slots = [];
	/** Requests that wait, in order, and when each one was last seen to. */
	#queue = [];

	constructor(limits) {
		this.#limits = limits;
	}

	/** Whether no instance has been started yet. */
	get cold() {
		return this.#slots.length === 0;
	}

	/**
	 * Answers at once, or says what that needs; see Instance.call.
	 *
	 * @param {string} text
	 * @param {Uint8Array[]} results
	 * @param {object} env
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
	 * Returns a leased slot, or null when there is none for a while. It has to be
	 * given back.
	 *
	 * @param {object} env
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

	/** Takes a slot back; a broken instance leaves the pool. */
	release(slot) {
		slot.leasedAt = 0;
		slot.uses++;
		slot.instance.onExit = () => {};
		slot.instance.context.ctx = null;
		this.#review(slot);
	}

	/** Where a request stands in the queue: first come, first served. */
	#place(request) {
		const place = this.#queue.indexOf(request);
		return place >= 0 ? place : this.#queue.push(request) - 1;
	}

	/** Drops requests that the runtime has ended: those look no more. */
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

	#take(env) {
		const slot = this.#idle(env);
		slot.leasedAt = Date.now();
		return slot;
	}

	/** An instance that nobody has: leases are always fewer than instances may be. */
	#idle(env) {
		let slot = this.#slots.find((slot) => slot.leasedAt === 0);
		if (!slot) {
			slot = { instance: new Instance(env), uses: 0, leasedAt: 0 };
			this.#slots.push(slot);
		}
		return slot;
	}

	/**
	 * Drops what was leased for longer than any request may last. The runtime ends
	 * a request without a word, its timers included: nobody will give these back.
	 */
	#expire() {
		const { answer, tasks } = this.#limits;
		const oldest = Date.now() - (answer + tasks + 5_000);
		this.#slots = this.#slots.filter((slot) => slot.leasedAt === 0 || slot.leasedAt > oldest);
	}

	/** Drops an instance that is broken or worn. */
	#review(slot) {
		const { memory, uses } = this.#limits;
		if (slot.instance.broken || slot.uses >= uses || slot.instance.memory > memory) {
			this.#slots = this.#slots.filter((other) => other !== slot);
		}
	}
}
