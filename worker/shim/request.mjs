// What Go is told of a request. Crossing over costs time by the field, and a
// handler must see the same on either path.

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

/** Methods that change nothing and have no body. */
export const isRead = (method) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/** The request as the text that the program reads when it answers at once. */
export function asText(request) {
	const { headers } = request;
	let text = `${request.method} ${request.url}\n`;
	for (const name of ofReads) {
		const value = headers.get(name);
		if (value !== null) text += `${name}: ${value}\n`;
	}
	return `${text}\n`;
}

/**
 * The request as far as the bridge reads it. A body has been read by then: a slow
 * upload must not hold an instance.
 *
 * @param {Request} request
 * @param {number} limit the most bytes of the body that are read
 */
export async function asObject(request, limit) {
	const headers = new Map();
	for (const name of isRead(request.method) ? ofReads : ofWrites) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	// The program refuses what says that it is too long by that alone.
	const readable = request.body && !(Number(request.headers.get("Content-Length")) > limit);
	const body = readable ? await readBody(request.body, limit) : null;
	return { url: request.url, method: request.method, headers, body: body && asStream(body), cf: request.cf };
}

/** Reads a body up to a limit; what follows is left unread. */
async function readBody(stream, limit) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > limit) break;
	}
	return chunks;
}

/** The part of a ReadableStream that the bridge uses. */
function asStream(chunks) {
	const rest = chunks.values();
	return { getReader: () => ({ read: async () => rest.next(), cancel() {} }) };
}
