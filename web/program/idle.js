// Does work while the browser is idle. Safari has no requestIdleCallback and does not
// report when it is idle, so it gets a pause between two steps of the work instead.

/** @type {(work: (deadline: Pick<IdleDeadline, "timeRemaining">) => void) => number} */
const ask = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 30, { timeRemaining: () => 0 }));
const cancel = globalThis.cancelIdleCallback ?? clearTimeout;

/** About how many milliseconds a step of the work takes. No step begins if less idle time is left. */
const enough = 4;

/**
 * Returns work that is not started yet. Once it is started, it calls step while the browser
 * is idle, until step returns false.
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
