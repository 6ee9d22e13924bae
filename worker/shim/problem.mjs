// Writes the errors that JavaScript reports because the Go program cannot, for example when
// it has ended. These errors have the same format as the Go program's errors: problem
// details (RFC 9457).

/**
 * The names of the errors that this file writes.
 *
 * @typedef {"busy" | "incomplete" | "internal" | "malformed-address" | "slow" | "timeout" | "too-many-requests"} ProblemName
 */

/**
 * The HTTP status, the title and the explanation of each error.
 *
 * @type {Record<ProblemName, [status: number, title: string, detail: string]>}
 */
const kinds = {
	busy: [503, "Busy", "The server is busy. Try again in a moment."],
	incomplete: [400, "Incomplete body", "The body ended too early. Nothing was written."],
	internal: [500, "Internal error", "The server could not answer. The fault has been recorded."],
	"malformed-address": [
		400,
		"Malformed address",
		"Write each % in the path as %25, or put two hexadecimal digits after it.",
	],
	slow: [408, "Request timeout", "The body took too long to arrive. Nothing was written."],
	timeout: [504, "Timeout", "The answer took too long."],
	"too-many-requests": [
		429,
		"Too many requests",
		"Too many requests. Wait a minute and send this one again.",
	],
};

/**
 * Returns the response for an error.
 *
 * @param {ProblemName} name
 * @param {Record<string, string>} [headers]
 * @returns {Response}
 */
export function problem(name, headers = {}) {
	const [status, title, detail] = kinds[name];
	return new Response(JSON.stringify({ type: `urn:quoteline:problem:${name}`, title, status, detail }), {
		status,
		headers: {
			...headers,
			"Access-Control-Allow-Origin": "*",
			"Cache-Control": "no-store",
			"Content-Type": "application/problem+json",
			"X-Content-Type-Options": "nosniff",
		},
	});
}
