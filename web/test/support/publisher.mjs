// A Worker for tests that publish: it has a database and accepts a publisher's token.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { makeState, makeToken, startWrangler } from "../../../worker/test/support/wrangler.mjs";

/**
 * Starts a Worker with a database and a publisher's token. It serves one build of the
 * widget.
 *
 * @param {string} widget the build, "tinygo" or "go"
 * @returns {Promise<{origin: string, publish: (id: string, transcript: object) => Promise<object>, stop: () => Promise<void>}>}
 *   publish stores the transcript as the next version of that id, and returns the stored JSON; stop
 *   ends the Worker and deletes the database
 */
export async function servePublisher(widget) {
	const state = await makeState();
	const token = await makeToken(state);
	const worker = await startWrangler({ assets: `dist/public-${widget}`, state });
	const publish = async (id, transcript) => {
		const address = `${worker.origin}/v1/transcripts/${id}`;
		const answer = await fetch(address, {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
			body: JSON.stringify(transcript),
		});
		assert.ok(answer.ok, await answer.text());
		return (await fetch(`${address}?v=${Date.now()}`)).json();
	};
	const stop = async () => {
		await worker.stop();
		await rm(state, { recursive: true, force: true });
	};
	return { origin: worker.origin, publish, stop };
}
