// Calls the studio's Go program, which runs in a Web Worker (worker.js).
//
// web/build.mjs replaces __PROGRAM_OF_STUDIO__ and __WORKER__ by the addresses of the
// program and of worker.js, relative to this file.

import { policy } from "./policy.js";

/** @import { Bytes, Call, Change, Log, Opened, Question, Reason, Reply, Step, View } from "./types.js" */

/** @param {string} name */
const asset = (name) => new URL(name, import.meta.url).href;

/**
 * The error of a failed call of the Go program. If a place in the imported text caused it,
 * it has the line and column of that place.
 */
export class Failure extends Error {
	/** @param {Reason} failure */
	constructor({ reason, advice, line, column, encodings = [] }) {
		super(reason);
		this.reason = reason;
		this.advice = advice;
		this.line = line;
		this.column = column;
		this.encodings = encodings;
	}
}

/** The error of a call whose answer is not needed any more, because a newer source is opened. */
export class Superseded extends Failure {
	constructor() {
		super({ reason: "Another source is being read instead." });
	}
}

export class WorkerClient {
	/** @type {Promise<WebAssembly.Module> | undefined} */
	#module;
	/** @type {Worker | undefined} */
	#worker;
	/**
	 * The calls that wait for an answer, by their number.
	 *
	 * @type {Map<number, { resolve: (answer: unknown) => void, reject: (failure: Failure) => void }>}
	 */
	#calls = new Map();
	#next = 0;
	/** @type {Opened | undefined} */
	#open; // what was opened last, with the editor's present steps
	#holds = false; // whether the worker has that source open
	/** @type {Promise<View> | undefined} */
	#opening; // the promise of the source that is being parsed, if there is one

	/** @param {(stage: number, stages: number) => void} progress is called at the start of each stage of parsing */
	constructor(progress) {
		this.progress = progress;
	}

	// The Go program is compiled only once. A Web Worker that replaces another gets the same
	// compiled module, so it starts without delay.
	#compiled() {
		this.#module ??= WebAssembly.compileStreaming(fetch(asset(__PROGRAM_OF_STUDIO__)));
		this.#module.catch(() => {
			this.#module = undefined;
		});
		return this.#module;
	}

	/** Downloads and starts the Go program before it is needed. */
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

	/**
	 * Handles a message from the Web Worker.
	 *
	 * @param {Reply} reply
	 */
	#hear(reply) {
		if (reply.progress !== undefined) {
			this.progress(reply.progress, reply.of);
			return;
		}
		const call = this.#calls.get(reply.id);
		this.#calls.delete(reply.id);
		if (reply.failure) call?.reject(new Failure(reply.failure));
		else call?.resolve(reply.answer);
	}

	/**
	 * Handles the end of a Web Worker that has failed: all calls without an answer are
	 * rejected.
	 *
	 * @param {string} message
	 */
	#lost(message) {
		const reason = `The program stopped (${message}). Your work is kept; do the last step again or in smaller parts.`;
		this.#stop(new Failure({ reason }));
	}

	/**
	 * Ends the Web Worker. Calls that it has not answered are rejected.
	 *
	 * @param {Failure} failure the reason
	 */
	#stop(failure) {
		const calls = [...this.#calls.values()];
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#holds = false;
		this.#calls.clear();
		for (const { reject } of calls) reject(failure);
	}

	/**
	 * Sends a question to the Web Worker and returns its answer.
	 *
	 * @param {Omit<Question, "id">} question
	 * @returns {Promise<any>} any, because each function has its own answer: see Call in types.d.ts
	 */
	async #send(question) {
		const worker = await this.#start();
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#calls.set(id, { resolve, reject });
			worker.postMessage({ id, ...question });
		});
	}

	/**
	 * Opens a source and applies the editing steps in log to it. If another source is
	 * still being parsed, the parsing ends, and the promises of all calls without an
	 * answer are rejected with Superseded. If the new source cannot be parsed, the
	 * program keeps the source that was open before.
	 *
	 * @param {Opened} opened
	 */
	async open({ source, file, log }) {
		if (this.#opening) this.#stop(new Superseded());
		/** @type {Promise<View>} */
		const opening = this.#send({ name: "open", question: { log, file }, body: source });
		this.#opening = opening;
		try {
			const view = await opening;
			this.#open = { source, file, log };
			this.#holds = true;
			return view;
		} finally {
			if (this.#opening === opening) this.#opening = undefined;
		}
	}

	/**
	 * Calls a function of the Go program. With raw, the answer is bytes. Otherwise it is
	 * parsed JSON.
	 *
	 * @type {Call}
	 */
	call = async (
		/** @type {string} */ name,
		/** @type {object} */ question = {},
		/** @type {{ body?: Bytes, raw?: boolean }} */ { body, raw } = {},
	) => {
		if (!this.#holds && !this.#opening && this.#open) await this.open(this.#open);
		return this.#send({ name, question, body, raw });
	};

	/**
	 * Makes a change of the transcript, such as an editing step. Returns the new view, which
	 * is the state that the page shows.
	 *
	 * @param {Change} name
	 * @param {{ step: Step }} [question]
	 */
	async change(name, question) {
		const view = await this.call(name, question);
		const log = await this.call("log");
		if (this.#open) this.#open.log = log;
		return view;
	}

	/** The editing steps of the open transcript, or undefined if none is open. */
	get log() {
		return this.#open?.log;
	}

	/** The bytes of the imported file that is open, or undefined if no file is open. */
	get source() {
		return this.#open?.source;
	}
}
