/**
 * Waits for a promise, and returns its value. If the promise takes too long, returns the
 * last argument instead.
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
