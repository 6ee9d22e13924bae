// Work for the time in which the browser has nothing else to do. Safari does not tell
// of it, and gets a pause between two steps.

const ask = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 30, { timeRemaining: () => 0 }));
const cancel = globalThis.cancelIdleCallback ?? clearTimeout;

/** Milliseconds that a step may take, about. */
const enough = 4;

/**
 * Calls step, once the work is started, until it answers false.
 *
 * @param {() => boolean} step
 */
export function idle(step) {
	let asked;
	const start = () => {
		asked ??= ask(work);
	};
	const work = (deadline) => {
		asked = undefined;
		do {
			if (!step()) return;
		} while (deadline.timeRemaining() > enough);
		start();
	};
	return { start, end: () => cancel(asked) };
}
