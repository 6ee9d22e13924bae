// The parts of a request that Go receives. Each field costs time, so only those that
// handlers read are passed. A handler sees the same fields on either path.

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
 * Methods that change nothing and have no body.
 *
 * @param {string} method
 */
export const isRead = (method) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * The request as text, for a call that answers at once; request.go parses it.
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

/** @typedef {ReturnType<typeof asObject>} RequestParts */

/**
 * The parts of the request that the bridge reads. The body has arrived by then, so
 * that a slow upload occupies no instance.
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
 * The part of a ReadableStream that the bridge uses.
 *
 * @param {Uint8Array[]} chunks
 */
function asStream(chunks) {
	const rest = chunks.values();
	return { getReader: () => ({ read: async () => rest.next(), cancel() {} }) };
}
