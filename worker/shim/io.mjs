// Requests with I/O: each leases an instance, has a time limit, and may leave tasks
// that run after the answer.
import { log } from "./log.mjs";
import { problem } from "./problem.mjs";
import { withTimeout } from "./timeout.mjs";

/**
 * Answers a request in an instance that it has for itself.
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
	// The instance is released even if the client disconnects meanwhile.
	ctx.waitUntil(done);
	return answered;
}

/**
 * The part of the request's context that Go uses. It also collects the tasks.
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
 * The first of: an answer, the end of the program, the end of the time limit.
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
 * Waits for all tasks, and for those that tasks start.
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
