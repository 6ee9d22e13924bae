// Publishes transcripts for tests.
import assert from "node:assert/strict";

/**
 * Returns a transcript without an id. Each line has the form "speaker: text" and becomes a turn.
 *
 * @param {string[]} lines
 * @param {object} [more] members that replace the usual ones, such as the title
 */
export function talk(lines, more = {}) {
	const turns = lines.map((line) => {
		const at = line.indexOf(": ");
		return { speaker: line.slice(0, at), kind: "statement", text: line.slice(at + 2) };
	});
	const speakers = [
		{ id: "host", name: "Host", kind: "host" },
		{ id: "ann", name: "Ann Example", kind: "guest" },
	];
	return { title: "On arches", lang: "en", timing: "none", editing: "verbatim", speakers, turns, ...more };
}

/**
 * Publishes a transcript under an id. If no transcript is given, withdraws (unpublishes)
 * the transcript that has this id. Fails unless the answer has a status from 200 to 299.
 *
 * @param {string} origin of the Worker
 * @param {string} token
 * @param {string} id
 * @param {object} [transcript]
 */
export async function send(origin, token, id, transcript) {
	const answer = await fetch(`${origin}/v1/transcripts/${id}`, {
		method: transcript ? "PUT" : "DELETE",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: transcript && JSON.stringify(transcript),
	});
	const body = await answer.text();
	assert.ok(answer.ok, `${id}: ${answer.status} ${body.slice(0, 300)}`);
}
