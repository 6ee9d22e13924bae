// Converts requests to the forms in which Go gets them. Each header field costs time,
// so Go gets only the fields that its handlers read. For a read, the fields are the
// same with and without I/O.
import { networkOf } from "./network.mjs";

const addressField = "CF-Connecting-IP";

const ofReads = ["Accept", "If-None-Match"];
const ofWrites = [
	...ofReads,
	"Authorization",
	addressField,
	"Content-Encoding",
	"Content-Length",
	"Content-Type",
	"If-Match",
];

/**
 * The header fields that Go gets for the list of a transcript's versions, if the request
 * has a token. With a valid token, the list names the publishers.
 */
const ofHolders = [...ofReads, "Authorization", "CF-Connecting-IP"];
const forHolders = /^[^?]*\/versions(\?|$)/;

/**
 * Returns the names of the header fields that Go gets for a request.
 *
 * @param {Request} request
 */
function fieldsOf({ method, url, headers }) {
	if (!isRead(method)) return ofWrites;
	return headers.has("Authorization") && forHolders.test(url) ? ofHolders : ofReads;
}

/**
 * Whether a request with this method is a read: it changes no transcript and has no body.
 *
 * @param {string} method
 */
export const isRead = (method) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Whether Go cannot parse the address of a request: a "%" in its path or fragment is not
 * followed by two hexadecimal digits, as in "/v1/transcripts/%". A query may have such a
 * "%", because only some handlers read the query.
 *
 * @param {string} url
 */
export const isMalformed = (url) =>
	url.includes("%") && /^[^?]*%(?![\da-f]{2})|^[^#]*#.*%(?![\da-f]{2})/i.test(url);

/**
 * Returns the network of the client that sent a request. The limits on the number of
 * requests are for a network, and not for a single address.
 *
 * @param {Request} request
 */
export const clientOf = (request) => networkOf(request.headers.get(addressField) ?? "");

/**
 * Returns the request as text, for a call of the Go program without I/O. The function
 * parseRequest in request.go decodes it.
 *
 * @param {Request} request
 */
export function asText(request) {
	const { headers } = request;
	let text = `${request.method} ${request.url}\n`;
	for (const name of fieldsOf(request)) {
		const value = headers.get(name);
		if (value !== null) text += `${name}: ${value}\n`;
	}
	return `${text}\n`;
}

/**
 * The request in the form in which the Go package syumai/workers gets it.
 *
 * @typedef {ReturnType<typeof asObject>} RequestParts
 */

/**
 * Returns the request as an object for the Go package syumai/workers (the bridge), with
 * the members that the package reads. The whole body is already in memory, so a slow
 * upload does not occupy an instance (a running copy of the Go program).
 *
 * @param {Request} request
 * @param {Uint8Array[]} chunks the body
 */
export function asObject(request, chunks) {
	const headers = new Map();
	for (const name of fieldsOf(request)) {
		const value = request.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	if (headers.has(addressField)) headers.set(addressField, clientOf(request));
	const body = chunks.length > 0 ? asStream(chunks) : null;
	return { url: request.url, method: request.method, headers, body, cf: request.cf };
}

/**
 * Returns the body as an object that resembles a ReadableStream. It has only the members
 * that the Go package syumai/workers uses. For each piece that Go reads, it calls
 * JavaScript a dozen times, and nothing else runs between two pieces. So the body is
 * passed in a few long pieces, and not in hundreds of short chunks as it has arrived.
 *
 * @param {Uint8Array[]} chunks
 */
function asStream(chunks) {
	const rest = inPieces(chunks);
	return { getReader: () => ({ read: async () => rest.next(), cancel() {} }) };
}

/** The length of the pieces in which Go reads a body, in bytes. */
const pieceLength = 128 * 1024;

/**
 * Yields the bytes of the chunks in pieces of pieceLength bytes. The last piece may be
 * shorter.
 *
 * @param {Uint8Array[]} chunks
 */
function* inPieces(chunks) {
	let left = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
	let piece = new Uint8Array(Math.min(left, pieceLength));
	let filled = 0;
	for (let chunk of chunks) {
		while (chunk.length > 0) {
			const part = chunk.subarray(0, piece.length - filled);
			piece.set(part, filled);
			filled += part.length;
			chunk = chunk.subarray(part.length);
			if (filled < piece.length) continue;
			yield piece;
			left -= filled;
			piece = new Uint8Array(Math.min(left, pieceLength));
			filled = 0;
		}
	}
}
