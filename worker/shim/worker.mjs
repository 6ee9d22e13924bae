// Runs the Go program in Cloudflare's Workers runtime. The program keeps running
// between requests, because starting it takes fifty times as long as answering a
// request.
//
//   1. A read is passed to the program in one call, in which Go can do no I/O. That
// suffices if the answer depends only on the program, as for built-in transcripts.
//   2. If it does not suffice, the edge cache is searched for a copy of the answer. The
// address is remembered: the next read of it searches the cache first.
//   3. If there is no copy and the answer needs rows of the database, they are queried
// here, and the program is called again with the rows. The number of searches in all
// transcripts is limited.
//   4. All other requests, such as writes, reserve a running copy of the program (an
// instance). Their long work pauses now and then, so that readers need not wait for it.
//   5. If the answer describes a card (the picture that other sites show with a link), a
// second program draws it. The edge cache keeps the picture for equal descriptions.
//
// An isolate is a running copy of the Worker. If it has not started the program yet,
// every read searches the edge cache first. If there is a copy, the program need not be
// started.
import { Copies, wantsNewest } from "./cache.mjs";
import { Cards } from "./cards.mjs";
import { D1Answers } from "./d1.mjs";
import { answerWithIO } from "./io.mjs";
import { limits } from "./limits.mjs";
import { log, logAnswer } from "./log.mjs";
import { Pool } from "./pool.mjs";
import { problem } from "./problem.mjs";
import { Readers } from "./readers.mjs";
import { asObject, asText, isMalformed, isRead } from "./request.mjs";
import { isSearch, Searches } from "./searches.mjs";
import { Uploads } from "./uploads.mjs";

const readers = new Readers(limits);
const pool = new Pool(limits, readers);
const copies = new Copies(limits.copy);
const uploads = new Uploads(limits, readers);
const searches = new Searches(limits);
const d1 = new D1Answers(pool, copies, limits);
const cards = new Cards();

/**
 * Adds a Server-Timing field to an answer. The field says which part of the Worker made the
 * answer, and how long that took. The runtime's clock stops while no I/O happens, so the
 * field has no duration for answers without I/O.
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
 * Answers a request that changes no transcript. The steps are those in the comment at the
 * top of this file.
 *
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
	let question = null; // a query that a handler of the program has made
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
	const make = async () => {
		const fresh = await d1.answer(request.url, text, question, env, wantsNewest(request));
		return fresh ? timed(fresh, "database", start) : withInstance(request, [], env, ctx);
	};
	const fresh = isSearch(request.url) ? await searches.run(request, env, ctx, make) : await make();
	if (cacheable) ctx.waitUntil(copies.keep(request, fresh, start));
	return fresh;
}

/**
 * Answers a request that changes no transcript. If the Go program answers with the
 * description of a card, the reader gets the picture of the card instead. The edge cache
 * stores the description for a minute, like any other answer of the program.
 *
 * @param {Request} request
 * @param {Env} env
 * @param {ExecutionContext} ctx
 */
async function readOrDraw(request, env, ctx) {
	return cards.answer(request, await read(request, env, ctx), env, ctx);
}

/**
 * The header field in which the program lists paths. A write has changed the answers at
 * these paths, so copies of these answers in the edge cache are outdated.
 */
const purge = "Quoteline-Purge";

/**
 * Answers a request that may change a transcript or has a body. After a write, drops the
 * outdated copies from the edge cache.
 *
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
 * Whether a write may have stored something although the answer is an error. That is
 * possible if the status is 500 or more, for example after a time limit. The exception
 * is 503: then the write was not started. For a POST the result is always false,
 * because a POST stores nothing. A POST also needs no token. If a failed POST counted
 * as a write, anyone could make this isolate (a running copy of the Worker) stop using
 * the copies in the cache.
 *
 * @param {Request} request
 * @param {Response} answer
 */
function mayHaveWritten({ method }, { status }) {
	return method !== "POST" && status >= 500 && status !== 503;
}

/**
 * Answers a request with I/O, in an instance (a running copy of the program) that no
 * other request uses meanwhile.
 *
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
	 * Answers a request. The Workers runtime calls this function.
	 *
	 * @param {Request} request
	 * @param {Env} env
	 * @param {ExecutionContext} ctx
	 */
	async fetch(request, env, ctx) {
		if (isMalformed(request.url)) return problem("malformed-address");
		const reads = isRead(request.method);
		const start = Date.now();
		const answered = reads ? readers.serve(() => readOrDraw(request, env, ctx)) : write(request, env, ctx);
		const answer = await answered.catch((error) => {
			log("fault", { message: `shim: ${error.stack ?? error}` });
			return problem("internal");
		});
		logAnswer(request, answer, reads, start);
		return answer;
	},
};
