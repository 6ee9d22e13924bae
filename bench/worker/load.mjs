// Generates load on a server: several clients send requests, each over its own
// connection.
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Starts the given number of clients. Each one requests url again and again, until the
 * time is over or the total number of requests is reached.
 *
 * @param {string} url on 127.0.0.1
 * @param {{clients?: number, seconds?: number, requests?: number, headers?: object}} load
 * @returns {Promise<{requests: number, seconds: number, p50: number}>} p50: the median time of a
 *   request, in milliseconds
 * @throws {Error} if an answer's status is not 200
 */
export async function run(url, { clients = 1, seconds = 60, requests = Number.POSITIVE_INFINITY, headers }) {
	const agent = new Agent({ keepAlive: true, maxSockets: clients });
	const times = [];
	const start = performance.now();
	const until = start + seconds * 1000;
	let begun = 0;
	const client = async () => {
		while (performance.now() < until && begun++ < requests) {
			const before = performance.now();
			await ask(url, { agent, headers });
			times.push(performance.now() - before);
		}
	};
	await Promise.all(Array.from({ length: clients }, client));
	agent.destroy();
	times.sort((a, b) => a - b);
	return {
		requests: times.length,
		seconds: (performance.now() - start) / 1000,
		p50: times[Math.floor(times.length / 2)],
	};
}

/** Sends one request and reads the answer. Rejects if its status is not 200. */
export function ask(url, options = {}) {
	return new Promise((resolve, reject) => {
		get(url, options, (answer) => {
			answer.resume();
			answer.on("end", () =>
				answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: status ${answer.statusCode}`)),
			);
		}).on("error", reject);
	});
}

/**
 * Sends requests until the server listens. Returns how many milliseconds the first
 * successful request took.
 */
export async function firstAnswer(url) {
	for (;;) {
		const start = performance.now();
		try {
			await ask(url);
			return performance.now() - start;
		} catch (error) {
			if (error.code !== "ECONNREFUSED") throw error;
			await sleep(2);
		}
	}
}
