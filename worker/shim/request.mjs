// The parts of a request that Go gets. Each header field costs time, so only fields that
// handlers read are passed. A handler sees the same fields with and without I/O.

const ofReads = ["Accept", "If-None-Match"];
const ofWrites = [
	...ofReads,
	"Authorization",
	"CF-Connecting-IP",
	"Content-Encoding",
	"Content-Length",
	"Content-Type",
	"If-Match",
];

/**
 * Whether a request with this method changes no transcript and has no body.
 *
 * @param {string} method
 */
export const isRead = (method) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Returns the request as text, for a call without I/O; request.go parses it.
 *
 * @param {Request} request
 */
export function asText(request) {
	const { headers } = request;
	let text = `${request.method} ${request.url}\n`;
	for (const name of ofReads) {
		const value = headers.get(name);
		if (value !== null) text += `${name}: ${value}\n`;
	}
	return `${text}\n`;
}

/** The request that the bridge gets. @typedef {ReturnType<typeof asObject>} RequestParts */

/**
 * Returns the request as an object with the members that the bridge, syumai/workers,
 * reads. The body has already arrived, so a slow upload does not occupy an instance.
 *
 * @param {Request} request
 * @param {Uint8Array[]} chunks the body
 */
export function asObject(request, chunks) {
	const headers = new Map();
	for (const name of isRead(request.method) ? ofReads : ofWrites) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	const body = chunks.length > 0 ? asStream(chunks) : null;
	return { url: request.url, method: request.method, headers, body, cf: request.cf };
}

/**
 * Returns the body as an object with the members of ReadableStream that the bridge uses.
 *
 * @param {Uint8Array[]} chunks
 */
function asStream(chunks) {
	const rest = chunks.values();
	return { getReader: () => ({ read: async () => rest.next(), cancel() {} }) };
}
