// The pool of instances in one isolate. An instance is a running copy of the Go
// program, and an isolate is a running copy of the Worker. A request with I/O reserves
// (leases) an instance, and may have to wait for one.
import { Instance } from "./instance.mjs";
import { Queue } from "./queue.mjs";
import { isRead } from "./request.mjs";

/**
 * A place in the pool, with its instance (a running copy of the Go program).
 *
 * @typedef {object} Slot
 * @property {Instance} instance
 * @property {number} uses how many requests with I/O it has answered
 * @property {number} leasedAt the time in milliseconds, or 0 if it is not leased
 * @property {Kind | null} kind the kind of the request that has leased it
 */

/**
 * A kind of requests with I/O: reads, files to import (POST), and writes of transcripts
 * (PUT and DELETE).
 *
 * @typedef {"read" | "ingest" | "publish"} Kind
 */

/** @type {Kind[]} */
const kinds = ["read", "ingest", "publish"];

/**
 * Returns the kind of a request with I/O.
 *
 * @param {string} method
 * @returns {Kind}
 */
export function kindOf(method) {
	if (isRead(method)) return "read";
	return method === "POST" ? "ingest" : "publish";
}

/**
 * The pool of instances (running copies of the Go program). A request with I/O reserves
 * (leases) an instance, which no other request uses meanwhile. If two requests shared an
 * instance, a goroutine of the first could run during an event of the second. The Workers
 * runtime forbids that: a request must not use the I/O objects of another request.
 *
 * No kind of requests can take all instances. As long as another kind has none, one
 * instance stays free for that kind. So while anyone imports files, editors can publish,
 * and readers are answered.
 */
export class Pool {
	#limits;
	#readers;
	/** @type {Slot[]} */
	#slots = [];
	/** @type {Record<Kind, Queue>} */
	#queues;
	/** For each kind, the time until which no request of it begins if readers wait, in milliseconds. */
	#rests = { read: 0, ingest: 0, publish: 0 };

	/**
	 * Creates an empty pool. The work of its instances (running copies of the Go program)
	 * pauses while readers wait.
	 *
	 * @param {import("./limits.mjs").Limits} limits
	 * @param {import("./readers.mjs").Readers} readers
	 */
	constructor(limits, readers) {
		this.#limits = limits;
		this.#readers = readers;
		this.#queues = { read: new Queue(limits), ingest: new Queue(limits), publish: new Queue(limits) };
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
	 * @param {Kind} kind of the request
	 * @param {Env} env
	 */
	lease(kind, env) {
		return this.#queues[kind].wait((before) =>
			before < this.#free(kind) && !this.#resting(kind) ? this.#take(kind, env) : null,
		);
	}

	/**
	 * Ends the reservation of a slot's instance (a running copy of the Go program), so
	 * that other requests may use it. Drops the instance if it is broken, was used too
	 * often or has too much memory.
	 *
	 * @param {Slot} slot
	 */
	release(slot) {
		this.#rest(slot);
		slot.leasedAt = 0;
		slot.kind = null;
		slot.uses++;
		slot.instance.onExit = () => {};
		slot.instance.context.ctx = null;
		this.#review(slot);
	}

	/**
	 * Makes the next write wait after a write, and the next import after an import.
	 * While readers wait, the next one does not begin until as much time has passed as
	 * the last one took, but at most limits.rest milliseconds. So even if imports arrive
	 * all the time, readers have half of the isolate's thread.
	 *
	 * @param {Slot} slot
	 */
	#rest({ kind, leasedAt }) {
		const now = Date.now();
		if (kind && kind !== "read") this.#rests[kind] = now + Math.min(now - leasedAt, this.#limits.rest);
	}

	/**
	 * Whether a request of this kind has to wait, because readers wait and another
	 * request of this kind has just ended.
	 *
	 * @param {Kind} kind
	 */
	#resting(kind) {
		return Date.now() < this.#rests[kind] && this.#readers.waiting;
	}

	/**
	 * How many more instances (running copies of the Go program) may be reserved now for
	 * requests of a kind. One instance is always left for requests without I/O. As long as
	 * another kind has no instance, one is left for that kind.
	 *
	 * @param {Kind} kind
	 */
	#free(kind) {
		this.#expire();
		const leased = this.#slots.filter((slot) => slot.leasedAt > 0);
		const without = kinds.filter((other) => other !== kind && !leased.some((slot) => slot.kind === other));
		return this.#limits.instances - 1 - leased.length - without.length;
	}

	/**
	 * Reserves a slot (a place for an instance of the Go program) for a request, and
	 * returns the slot. The caller must have checked that one more slot may be reserved.
	 *
	 * @param {Kind} kind of the request
	 * @param {Env} env
	 */
	#take(kind, env) {
		const slot = this.#idle(env);
		slot.leasedAt = Date.now();
		slot.kind = kind;
		return slot;
	}

	/**
	 * Returns a slot that no request has reserved. A slot has one instance (a running
	 * copy of the Go program). If all slots are reserved, starts another instance in a
	 * new slot. Before this is called, at most limits.instances - 1 slots are reserved
	 * (see #free). So there are never more instances than the limit.
	 *
	 * @param {Env} env
	 */
	#idle(env) {
		let slot = this.#slots.find((slot) => slot.leasedAt === 0);
		if (!slot) {
			/** @type {Slot} */
			const made = {
				instance: new Instance(env, () => this.#pause(made)),
				uses: 0,
				leasedAt: 0,
				kind: null,
			};
			this.#slots.push(made);
			slot = made;
		}
		return slot;
	}

	/**
	 * Makes long work of a slot's instance pause while readers wait. If half of the time
	 * for the answer is over, a pause no longer waits for readers, so that the work ends
	 * in time.
	 *
	 * @param {Slot} slot
	 */
	#pause({ leasedAt }) {
		const late = Date.now() - leasedAt > this.#limits.answer / 2;
		return this.#readers.pause(late ? 0 : this.#limits.pause);
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
