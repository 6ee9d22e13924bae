// Does work while the browser is idle. Safari has no requestIdleCallback, so it does not
// report when it is idle. In Safari each step of the work waits 30 ms instead.

/**
 * Calls the function work when the browser is idle. Safari cannot report idle times, so
 * there it calls work after 30 ms. Returns a number with which the call can be cancelled.
 *
 * @type {(work: (deadline: Pick<IdleDeadline, "timeRemaining">) => void) => number}
 */
const ask = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 30, { timeRemaining: () => 0 }));
const cancel = globalThis.cancelIdleCallback ?? clearTimeout;

/**
 * The approximate duration of a step of the work, in milliseconds. After the first step of an
 * idle time, another step begins only if more time than this is left.
 */
const enough = 4;

/**
 * Returns an object with the functions start and end. After a call of start, the function
 * step is called whenever the browser is idle, until it returns false or end is called.
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
	 * Calls step once, and again while enough idle time is left. If step has more to do, the
	 * work continues at the next idle time.
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
