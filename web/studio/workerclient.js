// The page's side of the studio's program, which works in a thread of its own.
//
// __PROGRAM_OF_STUDIO__ and __WORKER__ are the addresses of built files, relative
// to this one.

import { policy } from "./policy.js";

const asset = (name) => new URL(name, import.meta.url).href;

/** Why a call had no answer: {reason, advice?, line?, column?}. */
export class Failure extends Error {
	constructor(failure) {
		super(failure.reason);
		Object.assign(this, failure);
	}
}

export class WorkerClient {
	#module;
	#worker;
	#calls = new Map();
	#next = 0;
	#open; // what was read last: {source, log}
	#holds = false; // whether the program has it
	#opening; // the reading under way

	/** @param {(stage: number, stages: number) => void} progress */
	constructor(progress) {
		this.progress = progress;
	}

	// The program is compiled once, so that another thread starts at once.
	#compiled() {
		this.#module ??= WebAssembly.compileStreaming(fetch(asset(__PROGRAM_OF_STUDIO__)));
		this.#module.catch(() => {
			this.#module = undefined;
		});
		return this.#module;
	}

	/** Gets the program before it is needed. */
	async prepare() {
		await this.#start();
	}

	async #start() {
		if (this.#worker) return this.#worker;
		const module = await this.#compiled();
		if (this.#worker) return this.#worker;
		const worker = new Worker(policy.createScriptURL(asset(__WORKER__)), { type: "module" });
		worker.onmessage = ({ data }) => this.#hear(data);
		worker.onerror = (event) => this.#lost(event.message);
		worker.postMessage(module);
		this.#worker = worker;
		return worker;
	}

	#hear({ id, answer, failure, progress, of }) {
		if (progress !== undefined) {
			this.progress(progress, of);
			return;
		}
		const call = this.#calls.get(id);
		this.#calls.delete(id);
		if (failure) call?.reject(new Failure(failure));
		else call?.resolve(answer);
	}

	#lost(message) {
		const reason = `The program stopped (${message}). Your work is kept; do the last step again or in smaller parts.`;
		const calls = [...this.#calls.values()];
		this.#stop();
		for (const { reject } of calls) reject(new Failure({ reason }));
	}

	// Ends the thread. What was asked of it has no answer any more.
	#stop() {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#holds = false;
		this.#calls.clear();
	}

	async #send(name, question, body, raw) {
		const worker = await this.#start();
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#calls.set(id, { resolve, reject });
			worker.postMessage({ id, name, question, body, raw });
		});
	}

	/**
	 * Reads a source and plays a log. A reading under way is given up, and never
	 * answers. Where the source cannot be read, what was open before stays.
	 *
	 * @param {Uint8Array} source
	 * @param {object} [log]
	 */
	async open(source, log = { steps: [], done: 0 }) {
		if (this.#opening) this.#stop();
		const opening = this.#send("open", { log }, source);
		this.#opening = opening;
		try {
			const view = await opening;
			this.#open = { source, log };
			this.#holds = true;
			return view;
		} finally {
			if (this.#opening === opening) this.#opening = undefined;
		}
	}

	/** Asks the program; raw answers are bytes. */
	async call(name, question, { body, raw } = {}) {
		if (!this.#holds && !this.#opening && this.#open) await this.open(this.#open.source, this.#open.log);
		return this.#send(name, question, body, raw);
	}

	/** Makes a change; answers the new view. */
	async change(name, question) {
		const view = await this.call(name, question);
		this.#open.log = await this.call("log");
		return view;
	}

	/** The steps made so far. */
	get log() {
		return this.#open?.log;
	}

	/** The bytes that are open. */
	get source() {
		return this.#open?.source;
	}
}
