// Requests to the edge endpoint, which serves the studio as well.

/** @import { Answer, Bytes, Changes, Publication } from "./types.js" */

/** @param {string} id */
const address = (id) => `/v1/transcripts/${encodeURIComponent(id)}`;

/**
 * Sends a request.
 *
 * @param {string} path
 * @param {RequestInit} [request]
 * @returns {Promise<Answer<any>>} any: the functions below say what each address answers
 */
async function ask(path, request) {
	let answer;
	try {
		answer = await fetch(path, { credentials: "omit", cache: "no-cache", ...request });
	} catch {
		return { ok: false, status: 0 };
	}
	const bytes = new Uint8Array(await answer.arrayBuffer());
	// An edge that compresses marks the tag as weak. It names the bytes before that,
	// which are the ones here, and If-Match takes strong tags only (RFC 9110, 13.1.1).
	const etag = answer.headers.get("ETag")?.replace(/^W\//, "");
	/** @type {Answer<any>} any: see above */
	const said = { ok: answer.ok, status: answer.status, etag, bytes };
	said.wait = Number(answer.headers.get("Retry-After")) || undefined;
	if (/json/.test(answer.headers.get("Content-Type") ?? ""))
		said.json = JSON.parse(new TextDecoder().decode(bytes));
	if (!answer.ok) said.problem = said.json ?? { detail: `The server answered ${answer.status}.` };
	return said;
}

/**
 * Reads the newest version.
 *
 * @param {string} id
 * @returns {Promise<Answer<{ version: number, title: string }>>} and the rest of the transcript
 */
export const get = (id) => ask(address(id), { headers: { Accept: "application/json" } });

/**
 * Publishes: over the version with that entity tag, or as the first one.
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
 * The difference between two versions.
 *
 * @param {string} id
 * @param {number} from
 * @param {number} to
 * @returns {Promise<Answer<Changes>>}
 */
export const difference = (id, from, to) => ask(`${address(id)}/versions/${to}?from=${from}`);

/**
 * What an editor can do about a failure, in a sentence or two.
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
