/**
 * Waits for a promise, and returns its value. If that takes longer than the parameter
 * time, returns the value of the parameter otherwise.
 *
 * @template V
 * @template const O
 * @param {number} time in milliseconds
 * @param {Promise<V>} promise
 * @param {O} otherwise
 * @returns {Promise<V | O>}
 */
export async function withTimeout(time, promise, otherwise) {
	/** @type {number | undefined} */
	let timer;
	/** @type {Promise<O>} */
	const timeout = new Promise((resolve) => {
		timer = setTimeout(resolve, time, otherwise);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
