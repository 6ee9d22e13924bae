// Runs the Go program in the Workers runtime, and keeps it running: starting it takes
// fifty times as long as an answer.
//
//  1. A read is first given to the program, in one call without I/O. That answers
//     reads that depend only on the program, such as those of built-in transcripts.
//  2. Other reads are looked up in the edge cache. Their address is remembered, so
//     that the next read looks there first.
//  3. A read that needs rows of the database is answered in another call, with them.
//  4. All other requests, such as writes, lease an instance of the program.
//
// In a cold isolate every read looks in the edge cache first: a copy saves the start
// of the program.
import { Copies } from "./cache.mjs";
import { D1Answers } from "./d1.mjs";
import { answerWithIO } from "./io.mjs";
import { limits } from "./limits.mjs";
import { log, logAnswer } from "./log.mjs";
import { Pool } from "./pool.mjs";
import { problem } from "./problem.mjs";
import { asObject, asText, isRead } from "./request.mjs";
import { Uploads } from "./uploads.mjs";

const pool = new Pool(limits);
const copies = new Copies(limits.copy);
const uploads = new Uploads(limits);
const d1 = new D1Answers(pool, copies, limits);

/**
 * Adds where an answer comes from. The runtime's clock only advances during I/O.
 *
 * @param {Response} answer
 * @param {string} metric
 * @param {number} [since] the time at which the work began, in milliseconds
 */
function timed(answer, metric, since) {
	const duration = since === undefined ? "" : `;dur=${Date.now() - since}`;
	answer.headers.set("Server-Timing", metric + duration);
	return answer;
}

/**
 * @param {Request} request
 * @param {Env} env
 * @param {ExecutionContext} ctx
 */
async function read(request, env, ctx) {
	const cacheable = request.method !== "OPTIONS" && !request.headers.has("Authorization");
	const known = d1.knows(request.url);
	const cacheFirst = known || pool.cold;
	if (cacheable && cacheFirst) {
		const copy = await copies.find(request);
		if (copy) return timed(copy, "cache");
	}
	const text = asText(request);
	let question = null; // a query that the program has
	if (!known || request.method === "OPTIONS") {
		const outcome = pool.call(text, [], env);
		if (outcome instanceof Response) return timed(outcome, "program");
		question = outcome;
		if (question === null) d1.remember(request.url, null);
	}
	if (cacheable && !cacheFirst) {
		const copy = await copies.find(request);
		if (copy) return timed(copy, "cache");
	}
	const start = Date.now();
	let fresh = await d1.answer(request.url, text, question, env);
	if (fresh) timed(fresh, "database", start);
	else fresh = await withInstance(request, [], env, ctx);
	if (cacheable) ctx.waitUntil(copies.keep(request, fresh, start));
	return fresh;
}

/** The field in which the program lists the paths whose copies a write has made old. */
const purge = "Quoteline-Purge";

/**
 * @param {Request} request
 * @param {Env} env
 * @param {ExecutionContext} ctx
 */
async function write(request, env, ctx) {
	const answer = await uploads.hold(request, (chunks) => withInstance(request, chunks, env, ctx));
	const paths = answer.headers.get(purge);
	if (paths !== null || mayHaveWritten(request, answer)) copies.forget();
	ctx.waitUntil(copies.purge(request.url, paths));
	answer.headers.delete(purge);
	return answer;
}

/**
 * A write that failed or took too long may have been stored. One that was refused with
 * 503 was not. POST stores nothing and needs no token, so it must not drop the copies
 * that others use.
 *
 * @param {Request} request
 * @param {Response} answer
 */
function mayHaveWritten({ method }, { status }) {
	return method !== "POST" && status >= 500 && status !== 503;
}

/**
 * @param {Request} request
 * @param {Uint8Array[]} chunks the body
 * @param {Env} env
 * @param {ExecutionContext} ctx
 */
async function withInstance(request, chunks, env, ctx) {
	const start = Date.now();
	const answer = await answerWithIO(pool, asObject(request, chunks), env, ctx, limits);
	return timed(answer, "instance", start);
}

export default {
	/**
	 * @param {Request} request
	 * @param {Env} env
	 * @param {ExecutionContext} ctx
	 */
	async fetch(request, env, ctx) {
		const reads = isRead(request.method);
		const start = Date.now();
		const answer = await (reads ? read : write)(request, env, ctx).catch((error) => {
			log("fault", { message: `shim: ${error.stack ?? error}` });
			return problem("internal");
		});
		logAnswer(request, answer, reads, start);
		return answer;
	},
};
