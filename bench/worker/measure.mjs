// Measures the variants of the Worker (its different implementations). They are measured
// in turn, so that other work of the machine slows them alike. The median of the rounds
// counts.
import { ask, firstAnswer, run } from "./load.mjs";
import { cpuSeconds, residentBytes, startWorkerd } from "./workerd.mjs";

const quick = Boolean(process.env.QUICK);
const coldRounds = quick ? 5 : 7;
const loadRounds = quick ? 2 : 3;
const seconds = quick ? 1 : 2; // the duration of each load in each round
const many = quick ? 5_000 : 20_000;
const patience = 160; // seconds after which the load of many requests ends early

/**
 * A running variant of the Worker. path: the path to request from it.
 *
 * @typedef {{name: string, url: string, pid: number, path: string, headers?: object}} Worker
 */

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/**
 * Measures cold starts. Starts a new process of each variant several times, and returns
 * each variant's median time to its first answer, in milliseconds.
 *
 * @returns {Promise<number[]>} in the order of variants
 */
export async function coldStarts(variants, path) {
	const times = variants.map(() => []);
	for (let round = 0; round < coldRounds; round++) {
		for (const [i, variant] of variants.entries()) {
			const worker = await startWorkerd(variant.dir, variant.modules);
			times[i].push(await firstAnswer(worker.url + path));
			await worker.stop();
		}
	}
	return times.map(median);
}

/**
 * Puts load on every variant of the Worker, in several rounds: each time first from 1
 * client (one), then from 32 clients (many).
 *
 * @param {Worker[]} workers
 * @returns {Promise<{name: string, one: object, many: object}[]>} medians of: cpu, milliseconds of
 *   processor time for a request; p50, milliseconds for a request; rate, requests a second
 */
export async function rounds(workers) {
	const results = workers.map(({ name }) => ({ name, one: [], many: [] }));
	for (const { url, path, headers } of workers) {
		await firstAnswer(url + path);
		await run(url + path, { clients: 8, seconds: 1, headers }); // warm up
	}
	for (let round = 0; round < loadRounds; round++) {
		for (const [i, worker] of workers.entries()) {
			results[i].one.push(await measure(worker, 1));
			results[i].many.push(await measure(worker, 32));
		}
	}
	return results.map(({ name, one, many }) => ({ name, one: medians(one), many: medians(many) }));
}

/** Puts load on one Worker, and measures the processor time that its process uses for a request. */
async function measure({ url, path, headers, pid }, clients) {
	const before = await cpuSeconds(pid);
	const load = await run(url + path, { clients, seconds, headers });
	const cpu = (1000 * ((await cpuSeconds(pid)) - before)) / load.requests;
	return { cpu, p50: load.p50, rate: load.requests / load.seconds };
}

function medians(list) {
	return Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((one) => one[key]))]));
}

/**
 * Sends many requests to each Worker, or fewer if the time limit is reached before.
 * Returns the number of requests to each Worker, and how many bytes of memory the
 * Worker's process uses after them.
 *
 * @param {Worker[]} workers
 */
export async function manyRequests(workers) {
	const memory = [];
	for (const { url, path, pid } of workers) {
		const { requests } = await run(url + path, { clients: 32, requests: many, seconds: patience });
		await ask(url + path);
		memory.push({ requests, bytes: await residentBytes(pid) });
	}
	return memory;
}
