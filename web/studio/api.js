// The studio's requests to the server. The server is the edge endpoint, from which the
// studio's page was loaded.

/** @import { Answer, Bytes, Changes, Publication } from "./types.js" */

/** @param {string} id */
const address = (id) => `/v1/transcripts/${encodeURIComponent(id)}`;

/**
 * Sends a request and returns the server's answer. If the server did not answer, the result
 * has status 0.
 *
 * @param {string} path
 * @param {RequestInit} [request]
 * @returns {Promise<Answer<any>>} any, because each address has its own JSON; the functions
 *   below have the exact types
 */
async function ask(path, request) {
	let answer;
	try {
		answer = await fetch(path, { credentials: "omit", cache: "no-cache", ...request });
	} catch {
		return { ok: false, status: 0 };
	}
	const bytes = new Uint8Array(await answer.arrayBuffer());
	// If the server compresses an answer, it marks the entity tag as weak (W/"…"). Without
	// the mark, the tag identifies the uncompressed bytes. The variable bytes contains
	// these, because fetch uncompresses an answer. The header If-Match accepts only strong
	// tags (RFC 9110, section 13.1.1), so the mark is removed.
	const etag = answer.headers.get("ETag")?.replace(/^W\//, "");
	/** @type {Answer<any>} */
	const said = { ok: answer.ok, status: answer.status, etag, bytes };
	said.wait = Number(answer.headers.get("Retry-After")) || undefined;
	if (/json/.test(answer.headers.get("Content-Type") ?? ""))
		said.json = JSON.parse(new TextDecoder().decode(bytes));
	if (!answer.ok) said.problem = said.json ?? { detail: `The server answered ${answer.status}.` };
	return said;
}

/**
 * Fetches the newest published version of a transcript.
 *
 * @param {string} id
 * @returns {Promise<Answer<{ version: number, title: string }>>} json is the whole
 *   transcript; the studio uses only these members
 */
export const get = (id) => ask(address(id), { headers: { Accept: "application/json" } });

/**
 * Publishes a version of a transcript. The argument etag is the entity tag of the version
 * before it, which must be the newest one on the server. Without etag, the server must not
 * have the transcript yet. If this condition does not hold, the server answers 412.
 *
 * @param {string} id
 * @param {Bytes} body
 * @param {string} token
 * @param {string} [etag]
 * @returns {Promise<Answer<Publication>>}
 */
export const put = (id, body, token, etag) =>
	ask(address(id), {
		method: "PUT",
		body,
		headers: {
			Authorization: `Bearer ${token}`,
			"Content-Type": "application/json",
			...(etag ? { "If-Match": etag } : { "If-None-Match": "*" }),
		},
	});

/**
 * Fetches the difference between two versions of a transcript, given by their numbers.
 *
 * @param {string} id
 * @param {number} from
 * @param {number} to
 * @returns {Promise<Answer<Changes>>}
 */
export const difference = (id, from, to) => ask(`${address(id)}/versions/${to}?from=${from}`);

/**
 * Returns one or two sentences that say what the editor can do about a failed request.
 *
 * @param {Answer<unknown>} answer
 */
export function advice({ status, problem, wait }) {
	const kept = "Your work is kept here.";
	const detail = problem?.detail ?? "Something went wrong.";
	switch (status) {
		case 0:
			return `The server cannot be reached. ${kept} Publish again when you are online.`;
		case 401:
			return `${detail} ${kept} Check the token, or ask the operator of this server for one.`;
		case 404:
			return "There is no transcript with this short name.";
		case 409:
			return `${detail} Choose another short name.`;
		case 410:
			return "This transcript was withdrawn. Publishing it again brings it back.";
		case 413:
			return `${detail} ${kept}`;
		case 429:
			return `Too many requests. ${kept} Publish again in ${wait ?? 60} seconds.`;
		case 503:
			return `The server is busy. ${kept} Publish again in ${wait ?? 1} seconds.`;
	}
	return `${detail} ${kept}`;
}
