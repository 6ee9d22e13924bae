// Writes lines of JSON to the Worker's log, for its operator. A line does not identify
// a reader: it has no client address, no query and no header field.

/**
 * Writes one line to the log.
 *
 * @param {"write" | "failure" | "fault"} event "write" for a write, "failure" for an answer
 *   with a status of 500 or more, "fault" for a bug or a broken dependency
 * @param {object} fields
 */
export function log(event, fields) {
	console.log(JSON.stringify({ event, ...fields }));
}

/**
 * In the answer to a write, the Go program names the publisher in this header field.
 * The publisher's token has the form "ql_KEY_SECRET". The value of the field is KEY, a
 * space, and the name of the token. A token need not have a name.
 */
const publisherField = "Quoteline-Publisher";

/**
 * Logs a request if it is a write, or if its status is 500 or more. Other requests are
 * not logged. Also removes the header field that names the publisher from the answer,
 * because that field is for the log only.
 *
 * @param {Request} request
 * @param {Response} answer
 * @param {boolean} isRead
 * @param {number} since the time at which the request came, in milliseconds
 */
export function logAnswer(request, answer, isRead, since) {
	if (isRead && answer.status < 500) return;
	const { pathname } = new URL(request.url);
	const [key, publisher] = answer.headers.get(publisherField)?.split(" ") ?? [];
	const by = { key: key || undefined, publisher: publisher || undefined };
	const fields = { method: request.method, path: pathname, status: answer.status, ms: Date.now() - since };
	log(answer.status < 500 ? "write" : "failure", { ...fields, ...by });
	answer.headers.delete(publisherField);
}
