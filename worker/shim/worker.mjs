// Runs the Go program in the Workers runtime, and keeps it running: to start it
// takes fifty times as long as to answer.
//
//  1. A request that changes nothing is first put to the program at once, in one
//     call without I/O. What depends only on the program is answered by that.
//  2. What needs I/O is looked for in the edge cache. The address is remembered,
//     and from then on the cache comes first.
//  3. The rest has an instance of the program for itself while it is answered.
//
// In a cold isolate the cache comes first as well, since it may spare the start.
import { Copies } from "./cache.mjs";
import { answerWithIO } from "./leased.mjs";
import { limits } from "./limits.mjs";
import { Pool } from "./pool.mjs";
import { problem } from "./problem.mjs";
import { asObject, asText, isRead } from "./request.mjs";

const pool = new Pool(limits);
const copies = new Copies(limits.copy);
/** Addresses whose answers need I/O. @type {Set<string>} */
const withIO = new Set();

async function read(request, env, ctx) {
	const cacheable = request.method !== "OPTIONS" && !request.headers.has("Authorization");
	const known = withIO.has(request.url);
	const cacheFirst = known || pool.cold;
	if (cacheable && cacheFirst) {
		const copy = await copies.find(request);
		if (copy) return copy;
	}
	if (!known) {
		const answer = pool.call(asText(request), env);
		if (answer) return answer;
		if (request.method === "GET") remember(request.url);
	}
	if (cacheable && !cacheFirst) {
		const copy = await copies.find(request);
		if (copy) return copy;
	}
	const start = Date.now();
	const fresh = await answerWithIO(pool, await asObject(request, 0), env, ctx, limits);
	if (cacheable) ctx.waitUntil(copies.keep(request, fresh, start));
	return fresh;
}

function remember(url) {
	if (withIO.size >= limits.addresses) withIO.clear();
	withIO.add(url);
}

async function write(request, env, ctx) {
	const answer = await answerWithIO(pool, await asObject(request, limits.body), env, ctx, limits);
	// A write that timed out may have happened.
	if (answer.ok || answer.status >= 500) copies.forget();
	return answer;
}

export default {
	async fetch(request, env, ctx) {
		try {
			return await (isRead(request.method) ? read : write)(request, env, ctx);
		} catch (error) {
			console.error(`shim: ${error.stack ?? error}`);
			return problem("internal");
		}
	},
};
