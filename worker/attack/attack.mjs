// Attacks one revision of the Worker with each kind of attack in turn, while ordinary
// readers and publishers use it.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Client } from "./client.mjs";
import { makeKinds } from "./kinds.mjs";
import { cpuTime, faultsIn, forgetPeak, peakMemory, startServer } from "./server.mjs";

const harm = 5_000; // ms: if an answer takes longer, the attack has shown its harm, and ends
const grace = 90_000; // ms for the answers that are still missing when an attack ends

/**
 * The names of the two phases without an attack. One is before all attacks, and the other
 * after them. They show how fast the machine is.
 */
export const quiet = ["no attack, before", "no attack, after"];

/**
 * The results of one attack, or of a phase without an attack. The member answers has the
 * number of the attackers' requests for each status. Its key "0" is for requests without
 * an answer, and "-1" for those whose attacker disconnected on purpose. The member
 * slowest is the time of the slowest answer in milliseconds. The member memory is the
 * peak of the memory of workerd (Cloudflare's runtime) in bytes. The member cpu is the
 * processor time of workerd in seconds.
 *
 * @typedef {object} Phase
 * @property {string} name
 * @property {Record<string, number>} answers
 * @property {number} slowest
 * @property {number} memory
 * @property {number} cpu
 */

/**
 * The result of all attacks on one revision of the Worker.
 *
 * @typedef {object} Result
 * @property {Phase[]} phases
 * @property {import("./people.mjs").Sample[]} samples
 * @property {number} acknowledged how many publishes the Worker has confirmed
 * @property {string[]} findings sentences that say what went wrong, such as a lost version
 * @property {Record<string, number>} figures
 */

/**
 * Attacks the built Worker of the project in folder.
 *
 * @param {{folder: string, seconds: number, sources: string, say: (line: string) => void}} options
 *   sources is the folder of the files to upload
 * @returns {Promise<Result>}
 */
export async function attack({ folder, seconds, sources, say }) {
	const server = await startServer(folder);
	const people = new Worker(new URL("people.mjs", import.meta.url), {
		workerData: { origin: server.origin },
	});
	try {
		const [interval] = await once(people, "message");
		const run = new Run(server, people, interval, say);
		const kinds = makeKinds(sources);
		const each = seconds / (kinds.length + 2);
		const [before, after] = quiet.map((name) => ({ name, clients: 0 }));
		for (const kind of [before, ...kinds, after]) await run.phase(kind, each);
		return await run.end(kinds);
	} finally {
		await people.terminate();
		await server.stop();
	}
}

class Run {
	/** @type {Phase[]} */
	phases = [];
	findings = [];
	#server;
	#people;
	#client;
	#pause;
	#say;

	/**
	 * Creates a run. interval is the time between two requests of the ordinary readers,
	 * in milliseconds.
	 */
	constructor(server, people, interval, say) {
		this.#server = server;
		this.#people = people;
		this.#client = new Client(server.origin);
		this.#pause = interval / 4;
		this.#say = say;
	}

	/**
	 * Attacks for some seconds with one kind of attack. Ends when the ordinary readers
	 * and publishers have got their answers. So the attack does not delay them in the
	 * next phase.
	 */
	async phase(kind, seconds) {
		const phase = { name: kind.name, answers: {}, slowest: 0, memory: 0, cpu: 0 };
		this.phases.push(phase);
		await forgetPeak(this.#server.pid);
		const before = await cpuTime(this.#server.pid);
		this.#people.postMessage(kind.name);
		await kind.prepare?.(this.#client);
		await Promise.race([this.#attackers(kind, phase, seconds), sleep(1000 * seconds + grace)]);
		for (const finding of (await kind.check?.(this.#client)) ?? []) this.#wrong(phase, finding);
		this.#people.postMessage("");
		await once(this.#people, "message");
		phase.memory = await peakMemory(this.#server.pid);
		phase.cpu = (await cpuTime(this.#server.pid)) - before;
		this.#say(`${kind.name}: ${phase.cpu.toFixed(1)} s of CPU, answers ${JSON.stringify(phase.answers)}`);
	}

	/**
	 * Sends the requests of an attack for some seconds, and waits for their answers.
	 *
	 * With enough machines, attackers could overload any server, even with cheap
	 * requests. That is not tested here. So all attackers together send at most four
	 * times as many requests as the readers.
	 */
	async #attackers(kind, phase, seconds) {
		const start = performance.now();
		let begun = 0;
		const attacker = async () => {
			while (phase.slowest < harm && begun < (kind.most ?? Infinity)) {
				const n = begun++;
				await sleep(Math.max(0, start + n * this.#pause - performance.now()));
				if (performance.now() > start + 1000 * seconds) break;
				this.#count(phase, await kind.step(this.#client, n, seconds));
			}
		};
		await Promise.all([sleep(1000 * seconds), ...Array.from({ length: kind.clients }, attacker)]);
	}

	/**
	 * Counts an answer to an attacker. A status of 500 or more means that something went
	 * wrong, and is added to the findings. The only exception is 503 with the field
	 * Retry-After, because it says that the Worker is busy.
	 */
	#count(phase, { status, ms, headers, body }) {
		phase.answers[status] = (phase.answers[status] ?? 0) + 1;
		if (status > 0) phase.slowest = Math.max(phase.slowest, ms);
		const explained = status === 503 && headers?.["retry-after"];
		if (status >= 500 && !explained) this.#wrong(phase, `status ${status} ${String(body).slice(0, 200)}`);
	}

	#wrong = (phase, finding) => this.findings.push(`${phase.name}: ${finding}`);

	/**
	 * Ends the run. Checks that the database has every version that the Worker has
	 * confirmed, and looks for faults in the Worker's log. Returns the Result.
	 */
	async end(kinds) {
		this.#people.postMessage("check");
		const [{ samples, findings, acknowledged }] = await once(this.#people, "message");
		const faults = faultsIn(this.#server.output()).map((line) => `log: ${line.slice(0, 160)}`);
		return {
			phases: this.phases,
			samples,
			acknowledged,
			findings: [...findings, ...this.findings, ...faults],
			figures: Object.assign({}, ...kinds.map(({ figures }) => figures)),
		};
	}
}
