// Writes lines of JSON to the Worker's log, for its operator. A line does not identify
// a reader: it has no client address, no query and no header field.

/**
 * Writes one line to the log.
 *
 * @param {"write" | "failure" | "fault"} event a write; an answer with a status from
 *   500; a bug or a broken dependency
 * @param {object} fields
 */
export function log(event, fields) {
	console.log(JSON.stringify({ event, ...fields }));
}

/**
 * Logs a request if it is a write, or if its status is 500 or more. Other requests are
 * not logged.
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
