// Work for the time in which the browser has nothing else to do. Safari does not report
// that time, and gets a pause between two steps.

/** @type {(work: (deadline: Pick<IdleDeadline, "timeRemaining">) => void) => number} */
const ask = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 30, { timeRemaining: () => 0 }));
const cancel = globalThis.cancelIdleCallback ?? clearTimeout;

/** Milliseconds that a step may take, about. */
const enough = 4;

/**
 * Returns work that calls step, once it is started, until step returns false.
 *
 * @param {() => boolean} step
 */
export function idle(step) {
	/** @type {number | undefined} */
	let asked;
	const start = () => {
		asked ??= ask(work);
	};
	/** @param {Pick<IdleDeadline, "timeRemaining">} deadline */
	const work = (deadline) => {
		asked = undefined;
		do {
			if (!step()) return;
		} while (deadline.timeRemaining() > enough);
		start();
	};
	return { start, end: () => asked && cancel(asked) };
}
