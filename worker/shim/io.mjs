// Answers requests that need I/O. Each request reserves an instance (a running copy of
// the Go program) and has a time limit. In Go, a request may start tasks that continue
// after the answer.
import { log } from "./log.mjs";
import { kindOf } from "./pool.mjs";
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/**
 * Answers a request with I/O, in an instance (a running copy of the Go program) that no
 * other request uses meanwhile.
 *
 * @param {import("./pool.mjs").Pool} pool
 * @param {import("./request.mjs").RequestParts} request
 * @param {Env} env
 * @param {ExecutionContext} ctx
 * @param {import("./limits.mjs").Limits} limits
 * @returns {Promise<Response>}
 */
export async function answerWithIO(pool, request, env, ctx, limits) {
	const slot = await pool.lease(kindOf(request.method), env);
	if (!slot) return problem("busy", { "Retry-After": "1" });
	/** @type {Promise<unknown>[]} */
	const tasks = [];
	slot.instance.context.env = env;
	slot.instance.context.ctx = collect(ctx, tasks);
	const answered = race(slot.instance, request, limits.answer);
	const done = answered.then(() => finish(tasks, slot.instance, limits.tasks)).then(() => pool.release(slot));
	// If the client disconnects, the Workers runtime would end the work of this request
	// at once. waitUntil delays that until the request has released its instance (a
	// running copy of the Go program).
	ctx.waitUntil(done);
	return answered;
}

/**
 * Returns the context object that Go gets for the request. For each task that Go starts, Go
 * passes a promise to the object's function waitUntil. That function passes the promise to
 * the Workers runtime, and also adds it to the array tasks.
 *
 * @param {ExecutionContext} ctx
 * @param {Promise<unknown>[]} tasks
 * @returns {ExecutionContext}
 */
function collect(ctx, tasks) {
	return {
		waitUntil(task) {
			tasks.push(task);
			ctx.waitUntil(task);
		},
		passThroughOnException() {},
	};
}

/**
 * Returns the answer of an instance (a running copy of the Go program). If the program
 * ends, fails or takes too long, returns an error response, and marks the instance as
 * broken, so that no other request uses it.
 *
 * @param {import("./instance.mjs").Instance} instance
 * @param {import("./request.mjs").RequestParts} request
 * @param {number} time in milliseconds
 */
async function race(instance, request, time) {
	/** @type {Promise<"internal">} */
	const ended = new Promise((resolve) => {
		instance.onExit = () => resolve("internal");
	});
	const outcome = await withTimeout(time, Promise.race([instance.handle(request), ended]), "timeout").catch(
		/** @returns {"internal"} */
		(error) => {
			log("fault", { message: `shim: ${error}` });
			return "internal";
		},
	);
	if (outcome instanceof Response) return outcome;
	instance.broken = true;
	return problem(outcome);
}

/**
 * Waits until all tasks of a request have ended, including tasks that other tasks
 * start. If they take too long, marks the instance (a running copy of the Go program)
 * as broken, so that no other request uses it.
 *
 * @param {Promise<unknown>[]} tasks
 * @param {import("./instance.mjs").Instance} instance
 * @param {number} time in milliseconds
 */
async function finish(tasks, instance, time) {
	const all = async () => {
		for (let i = 0; i < tasks.length; i++) await Promise.resolve(tasks[i]).catch(() => {});
		return "done";
	};
	if (!instance.broken && (await withTimeout(time, all(), "timeout")) === "timeout") instance.broken = true;
}
