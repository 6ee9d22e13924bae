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
	/** Until when each waiting request waits. One whose client has gone may never say so. */
	#waiting = [];

	constructor(limits) {
		this.#limits = limits;
	}

	/** Whether no instance has been started yet. */
	get cold() {
		return this.#slots.length === 0;
	}

	/**
	 * Answers at once, or returns null when that needs I/O.
	 *
	 * @param {string} text
	 * @param {object} env
	 */
	call(text, env) {
		const slot = this.#idle(env);
		try {
			return slot.instance.call(text);
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
		const until = Date.now() + this.#limits.patience;
		for (let waits = false; Date.now() < until; waits = true) {
			const slot = this.#tryLease(env);
			if (slot) return slot;
			if (!waits && !this.#queue(until)) return null;
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
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

	/** What there is, for the log. */
	count() {
		const leased = this.#slots.filter((slot) => slot.leasedAt > 0).length;
		return { instances: this.#slots.length, leased };
	}

	#tryLease(env) {
		this.#expire();
		if (this.count().leased >= this.#limits.instances - 1) return null;
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

	/** Counts a request in that will wait until the time given, if there is room. */
	#queue(until) {
		const now = Date.now();
		this.#waiting = this.#waiting.filter((time) => time > now);
		if (this.#waiting.length >= this.#limits.waiting) return false;
		this.#waiting.push(until);
		return true;
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
