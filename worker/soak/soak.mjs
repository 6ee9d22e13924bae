// Runs many clients of the Worker at the same time. They read, publish, disconnect
// before the answer, and request addresses that cause faults in the program. Only the
// build for tests has such addresses.
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { random } from "../test/support/client.mjs";
import { buildWithFaults, limits } from "../test/support/faults.mjs";
import { execute, makeState, startWrangler } from "../test/support/wrangler.mjs";
import { Editions, tokenStatement } from "./editions.mjs";

const clients = 32;
const ids = 24;
const interview = "/v1/transcripts/altman-murati-2023";
const steady = [
	interview,
	`${interview}.html`,
	`${interview}/turns?q=board`,
	"/t/altman-murati-2023",
	"/v1/nothing",
];
const faults = [
	"/faults/panic",
	"/faults/block?ms=300",
	"/faults/io/panic",
	"/faults/io/panic",
	"/faults/io/hang",
];

/** How often a client chooses each action, in percent. */
const shares = { read: 40, steady: 28, publish: 17, abort: 12, fault: 3 };
const kinds = Object.entries(shares).flatMap(([kind, share]) => Array(share).fill(kind));

/**
 * The statuses with which the server reports that it is too busy. They do not count as
 * failures.
 */
const busy = [429, 503];

/**
 * Starts the Worker, runs the clients for the given number of seconds, and checks the
 * stored transcripts.
 *
 * @param {{seconds: number, seed: number, say: (line: string) => void}} options
 * @returns {Promise<{counts: Record<string, number>, findings: string[]}>}
 */
export async function soak({ seconds, seed, say }) {
	const main = await buildWithFaults();
	const state = await makeState();
	await execute(state, tokenStatement());
	const worker = await startWrangler({ main, state });
	try {
		const run = new Run(worker.origin, seed);
		await run.prepare();
		await run.load(seconds, say);
		await run.finish();
		return run;
	} finally {
		await worker.stop();
		await rm(state, { recursive: true, force: true });
	}
}

class Run {
	counts = { requests: 0, reads: 0, publishes: 0, acknowledged: 0, aborts: 0, faults: 0, busy: 0 };
	findings = [];
	#origin;
	#dice;
	#editions;
	#expected = new Map();

	constructor(origin, seed) {
		this.#origin = origin;
		this.#dice = random(seed);
		this.#editions = new Editions(origin, ids);
	}

	async prepare() {
		for (const path of steady) this.#expected.set(path, await (await fetch(this.#origin + path)).text());
	}

	async load(seconds, say) {
		const until = Date.now() + 1000 * seconds;
		const client = async () => {
			while (Date.now() < until) await this.#step();
		};
		const progress = setInterval(() => say(JSON.stringify(this.counts)), 10_000);
		await Promise.all(Array.from({ length: clients }, client));
		clearInterval(progress);
	}

	/** Makes one random request. An error or a wrong answer is added to the findings. */
	async #step() {
		this.counts.requests++;
		const kind = this.#dice.pick(kinds);
		try {
			await this.#do(kind);
		} catch (error) {
			this.findings.push(`${kind}: ${error.message}`);
		}
	}

	async #do(kind) {
		const id = this.#dice.pick(this.#editions.ids);
		if (kind === "read") {
			this.counts.reads++;
			this.#expect(await this.#editions.read(id), [200, 404]);
		} else if (kind === "publish") {
			this.counts.publishes++;
			this.#expect(await this.#editions.publish(id), [200, 201]);
		} else if (kind === "abort") {
			await this.#abort(id);
		} else if (kind === "fault") {
			this.counts.faults++;
			const answer = await fetch(this.#origin + this.#dice.pick(faults));
			await answer.arrayBuffer();
			this.#expect(answer.status, [500, 504]);
		} else {
			await this.#readSteady(this.#dice.pick(steady));
		}
	}

	/**
	 * Sends a request that reads or publishes. Disconnects after a random time, which
	 * is usually before the answer.
	 */
	async #abort(id) {
		const signal = AbortSignal.timeout(1 + this.#dice.next(60));
		const action = this.#dice.next(2) ? this.#editions.publish(id, signal) : this.#editions.read(id, signal);
		await action.catch((error) => {
			if (error.name !== "TimeoutError" && error.name !== "AbortError") throw error;
			this.counts.aborts++;
		});
	}

	async #readSteady(path) {
		this.counts.reads++;
		const answer = await fetch(this.#origin + path);
		const text = await answer.text();
		if (busy.includes(answer.status)) this.counts.busy++;
		else if (text !== this.#expected.get(path))
			throw new Error(`${path}: status ${answer.status}, ${text.slice(0, 200)}`);
	}

	#expect(status, statuses) {
		if (busy.includes(status)) this.counts.busy++;
		else if (!statuses.includes(status)) throw new Error(`status ${status}`);
	}

	/**
	 * Checks that no instance (running copy of the program) is stuck, and that no
	 * published transcript is lost or stored only in part.
	 */
	async finish() {
		this.counts.acknowledged = this.#editions.acknowledged;
		if (!(await this.#allFree())) this.findings.push("an instance is stuck");
		this.findings.push(...(await this.#editions.check()));
	}

	/**
	 * Checks whether all instances (running copies of the program) for requests with I/O
	 * become free within 30 seconds. It sends one request for each instance, all at the
	 * same time. Each request takes longer than a request may wait for an instance. So
	 * if one instance is not free, one of the requests gets an error. One of the
	 * requests is an import (POST), and one is a write (PUT), because an instance is
	 * reserved for each of these two kinds. The other requests are reads.
	 */
	async #allFree() {
		const path = `${this.#origin}/faults/io/wait?ms=${2 * limits.patience}`;
		const others = ["POST", "PUT"].map((method) => ({ method, body: "x" }));
		const requests = [...Array(limits.instances - 1 - others.length).fill({}), ...others];
		for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(200)) {
			const answers = await Promise.all(requests.map((init) => fetch(path, init)));
			if (answers.every((answer) => answer.ok)) return true;
		}
		return false;
	}
}
