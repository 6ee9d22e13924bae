// Writes log lines for the operator, as JSON. They do not identify readers: they contain
// no client address, no query and no header field.

/**
 * Writes one line.
 *
 * @param {"write" | "failure" | "fault"} event a write; an answer with a status from
 *   500; a bug or a broken dependency
 * @param {object} fields
 */
export function log(event, fields) {
	console.log(JSON.stringify({ event, ...fields }));
}

/**
 * Logs a request that is a write or has a status of 500 or more. Other reads are not
 * logged.
 *
 * @param {Request} request
 * @param {Response} answer
 * @param {boolean} isRead
 * @param {number} since the time at which the request came, in milliseconds
 */
export function logAnswer(request, answer, isRead, since) {
	if (isRead && answer.status < 500) return;
	const { pathname } = new URL(request.url);
	const fields = { method: request.method, path: pathname, status: answer.status, ms: Date.now() - since };
	log(answer.status < 500 ? "write" : "failure", fields);
}
