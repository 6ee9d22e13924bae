/** The promise's value, or another one when that takes too long. */
export async function withTimeout(time, promise, otherwise) {
	let timer;
	const timeout = new Promise((resolve) => {
		timer = setTimeout(resolve, time, otherwise);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}
