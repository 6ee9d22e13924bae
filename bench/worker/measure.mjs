// The measurements. All variants take turns, so that other work of the machine
// slows them alike, and the median of the rounds counts.
import { ask, firstAnswer, run } from "./load.mjs";
import { cpuSeconds, residentBytes, startWorkerd } from "./workerd.mjs";

const quick = Boolean(process.env.QUICK);
const coldRounds = quick ? 5 : 7;
const loadRounds = quick ? 2 : 3;
const seconds = quick ? 1 : 2; // of each load in each round
const many = quick ? 5_000 : 20_000;
const patience = 160; // seconds until the many requests are cut short

/** @typedef {{name: string, url: string, pid: number, path: string, headers?: object}} Worker */

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/**
 * Milliseconds to the first answer of a new process, for each variant.
 *
 * @returns {Promise<number[]>}
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
 * Loads every worker with 1 and with 32 clients.
 *
 * @param {Worker[]} workers
 * @returns {Promise<{name: string, one: object, many: object}[]>} with cpu and
 *   p50 in milliseconds a request, rate in requests a second
 */
export async function rounds(workers) {
	const results = workers.map(({ name }) => ({ name, one: [], many: [] }));
	for (const { url, path, headers } of workers) {
		await firstAnswer(url + path);
		await run(url + path, { clients: 8, seconds: 1, headers }); // warm
	}
	for (let round = 0; round < loadRounds; round++) {
		for (const [i, worker] of workers.entries()) {
			results[i].one.push(await measure(worker, 1));
			results[i].many.push(await measure(worker, 32));
		}
	}
	return results.map(({ name, one, many }) => ({ name, one: medians(one), many: medians(many) }));
}

/** One load, with the CPU that it took. */
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
 * The memory of each process after many requests, or as many as there was time for.
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
