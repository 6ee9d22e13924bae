// Does work while the browser is idle. Safari has no requestIdleCallback, so it does not
// report when it is idle. In Safari each step of the work waits 30 ms instead.

/**
 * Calls work when the browser is idle. In Safari, which cannot report idle times, it calls
 * work after 30 ms. Returns a number that cancels the call.
 *
 * @type {(work: (deadline: Pick<IdleDeadline, "timeRemaining">) => void) => number}
 */
const ask = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 30, { timeRemaining: () => 0 }));
const cancel = globalThis.cancelIdleCallback ?? clearTimeout;

/**
 * The approximate duration of a step of the work, in milliseconds. No step begins if less
 * idle time is left.
 */
const enough = 4;

/**
 * Returns an object that starts and ends calls of step. After start, step is called whenever
 * the browser is idle, until it returns false.
 *
 * @param {() => boolean} step
 */
export function idle(step) {
	/** @type {number | undefined} */
	let asked;
	const start = () => {
		asked ??= ask(work);
	};
	/**
	 * Calls step while idle time is left. If step has more to do, the work continues at the
	 * next idle time.
	 *
	 * @param {Pick<IdleDeadline, "timeRemaining">} deadline
	 */
	const work = (deadline) => {
		asked = undefined;
		do {
			if (!step()) return;
		} while (deadline.timeRemaining() > enough);
		start();
	};
	return { start, end: () => asked && cancel(asked) };
}
