// Answers requests that need I/O. Each request leases an instance and has a time limit.
// It may start tasks that run after the answer.
import { log } from "./log.mjs";
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/**
 * Answers a request in an instance that no other request uses at the same time.
 *
 * @param {import("./pool.mjs").Pool} pool
 * @param {import("./request.mjs").RequestParts} request
 * @param {Env} env
 * @param {ExecutionContext} ctx
 * @param {import("./limits.mjs").Limits} limits
 * @returns {Promise<Response>}
 */
export async function answerWithIO(pool, request, env, ctx, limits) {
	const slot = await pool.lease(env);
	if (!slot) return problem("busy", { "Retry-After": "1" });
	/** @type {Promise<unknown>[]} */
	const tasks = [];
	slot.instance.context.env = env;
	slot.instance.context.ctx = collect(ctx, tasks);
	const answered = race(slot.instance, request, limits.answer);
	const done = answered.then(() => finish(tasks, slot.instance, limits.tasks)).then(() => pool.release(slot));
	// waitUntil keeps the request alive until the instance is released, even if the
	// client disconnects.
	ctx.waitUntil(done);
	return answered;
}

/**
 * Returns the context that Go gets for the request. Its function waitUntil also adds the
 * tasks that Go starts to the array tasks.
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
 * Returns the program's answer. If the program ends or takes too long, returns an error,
 * and the instance must not be used any more.
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
 * Waits until all tasks have ended, including tasks that other tasks start. An instance
 * whose tasks take too long must not be used any more.
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
