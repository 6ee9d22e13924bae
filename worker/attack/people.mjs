// The ordinary readers and publishers during an attack. They run in a thread of their
// own, so that the attacking clients do not delay them.
//
// Each request of a reader is due at a fixed time. The reader sends it without waiting for
// the answers to earlier requests, unless 64 answers are missing. The time of an answer is
// measured from the moment when the request was due. So if the server stops for a second,
// all requests of that second count as slow.
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { Editions } from "../soak/editions.mjs";
import { random } from "../test/support/client.mjs";

const interview = "altman-murati-2023";
const words = ["board", "the", "company", "people", "safety", "research", "model", "return", "time"];
const most = 40; // requests of all readers in a second
const readers = 64; // how many requests of readers wait for an answer at most
const publishers = 2;
const pause = 250; // ms between two publishes of one publisher
const patience = 60_000; // ms after which a reader gives up

/**
 * The result of one request of an ordinary client.
 *
 * @typedef {{phase: string, kind: "read" | "publish", ms: number, status: number}} Sample
 */

class People {
	/** @type {Sample[]} */
	samples = [];
	/** @type {string[]} */
	findings = [];
	#dice = random(7);
	#origin;
	#editions;
	#turns = [];
	/** The time between two requests of the readers, in milliseconds. */
	interval = 1000 / most;
	/**
	 * No request is sent that would be due after this time, in milliseconds. During a phase
	 * it is Infinity. At the end of a phase, stop sets it to the present time.
	 */
	#end = 0;

	constructor(origin) {
		this.#origin = origin;
		this.#editions = new Editions(origin, 24, "open");
	}

	/**
	 * Makes the first requests to most addresses, and measures how long they take. On a
	 * slow machine, readers then send requests less often. Without an attack, the readers
	 * use at most about a fifth of what the machine can do.
	 */
	async prepare() {
		const answer = await fetch(`${this.#origin}/v1/transcripts/${interview}.json`);
		this.#turns = (await answer.json()).turns.map(({ id }) => id);
		for (const id of this.#editions.ids) await this.#editions.publish(id);
		const times = [];
		for (let i = 0; i < 100; i++) {
			const start = performance.now();
			await this.#read();
			times.push(performance.now() - start);
		}
		times.sort((a, b) => a - b);
		this.interval = Math.max(this.interval, 5 * times[50]);
	}

	/**
	 * Sends the requests of readers and publishers until stop is called. Ends when all
	 * requests that were due until then have been answered.
	 *
	 * @param {string} phase
	 */
	async live(phase) {
		this.#end = Infinity;
		const publisher = async () => {
			for (; this.#end === Infinity; await sleep(pause)) {
				const id = this.#dice.pick(this.#editions.ids);
				await this.#measured(phase, "publish", performance.now(), () => this.#editions.publish(id));
			}
		};
		await Promise.all([this.#readAll(phase), ...Array.from({ length: publishers }, publisher)]);
	}

	stop() {
		this.#end = performance.now();
	}

	async #readAll(phase) {
		const waiting = new Set();
		for (let due = performance.now(); due < this.#end; due += this.interval) {
			await sleep(Math.max(0, due - performance.now()));
			while (waiting.size >= readers) await Promise.race(waiting);
			const read = this.#measured(phase, "read", due, () => this.#read()).finally(() => waiting.delete(read));
			waiting.add(read);
		}
		await Promise.all(waiting);
	}

	async #measured(phase, kind, since, request) {
		let status = 0;
		try {
			status = await request();
			if (status !== 503 && status >= 400) this.findings.push(`${phase}: ${kind}: status ${status}`);
		} catch (error) {
			// If a reader has waited for a minute without an answer, the reader gives up.
			// That does not count as an error, but the minute counts as the time of the
			// answer.
			if (error.name !== "TimeoutError")
				this.findings.push(`${phase}: ${kind}: ${error.message} ${error.cause?.message ?? ""}`);
		}
		this.samples.push({ phase, kind, ms: performance.now() - since, status });
	}

	/** Sends one request of a reader, and returns the status of the answer. */
	async #read() {
		const { pick, next } = this.#dice;
		const signal = AbortSignal.timeout(patience);
		const id = pick(this.#editions.ids);
		if (next(4) === 0) return this.#editions.read(id, signal);
		const word = pick(words);
		const path = pick([
			`/t/${interview}`,
			`/t/${interview}/q/${pick(this.#turns)}`,
			`/t/${id}`,
			`/embed/${interview}`,
			`/v1/transcripts/${interview}.json`,
			`/v1/transcripts/${id}/turns?q=edition`,
			`/v1/search?q=${word}&limit=${1 + next(100)}`,
			`/v1/verify?q=${word}%20${pick(words)}%20${pick(words)}`,
			`/v1/transcripts?limit=${1 + next(100)}`,
		]);
		const headers = { "CF-Connecting-IP": `198.51.100.${next(256)}` };
		const answer = await fetch(this.#origin + path, { signal, headers });
		await answer.arrayBuffer();
		if (answer.status === 503 && !answer.headers.has("Retry-After")) throw new Error(`${path}: a bare 503`);
		return answer.status;
	}

	/**
	 * Compares the stored versions with the publishes that the Worker has confirmed. Adds
	 * each difference to the findings. Returns the number of confirmed publishes.
	 */
	async check() {
		this.findings.push(...(await this.#editions.check()));
		return this.#editions.acknowledged;
	}
}

const people = new People(workerData.origin);
await people.prepare();
let living = Promise.resolve();
// A message is the name of the phase that begins, or "" when the phase ends. After all
// phases it is "check".
parentPort.on("message", async (message) => {
	if (message === "check") {
		const acknowledged = await people.check();
		parentPort.postMessage({ samples: people.samples, findings: people.findings, acknowledged });
	} else if (message) {
		living = people.live(message);
	} else {
		people.stop();
		await living;
		parentPort.postMessage("all answered");
	}
});
parentPort.postMessage(people.interval);
