// Lines for the operator, as JSON. They name no reader: no address of a client, no
// query, no header.

/**
 * @param {"write" | "failure" | "fault"} event a write; an answer that is the
 *   server's failure; something that must not happen
 * @param {object} fields
 */
export function log(event, fields) {
	console.log(JSON.stringify({ event, ...fields }));
}

/** Notes what happened to a request, if that is worth a line. */
export function logAnswer(request, answer, isRead, since) {
	if (isRead && answer.status < 500) return;
	const { pathname } = new URL(request.url);
	const fields = { method: request.method, path: pathname, status: answer.status, ms: Date.now() - since };
	log(answer.status < 500 ? "write" : "failure", fields);
}
