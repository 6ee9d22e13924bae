// Tests a long page that arrives in pieces. The widget's program starts only when the
// whole page has arrived.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";

const path = "/t/altman-murati-2023";
/** When the page requests this path, the server sends the second half of the page. */
const signal = "/second-half";

/**
 * Starts a server that forwards requests to the Worker (the real server), and calls act with
 * the new server's origin. The new server sends the page's second half only after a request
 * for the path in signal.
 */
async function hesitating(origin, act) {
	const { promise: signalled, resolve: release } = Promise.withResolvers();
	const server = createServer(async (request, response) => {
		if (request.url === signal) release();
		const answer = await fetch(origin + (request.url === signal ? "/healthz" : request.url));
		const body = Buffer.from(await answer.arrayBuffer());
		response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") });
		if (request.url === path) {
			response.write(body.subarray(0, body.length / 2));
			await signalled;
			response.end(body.subarray(body.length / 2));
		} else {
			response.end(body);
		}
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	try {
		await act(`http://127.0.0.1:${server.address().port}`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/**
 * Runs in the page. Counts the turns that have arrived when the element's script runs.
 * Requests the second half of the page a second later. If the widget's program did not
 * wait for the whole page, it would start within that second.
 */
function look() {
	globalThis.turnsAtStart = undefined;
	customElements.whenDefined("quote-timeline").then(() => {
		const { shadowRoot } = document.querySelector("quote-timeline");
		globalThis.turnsAtStart = shadowRoot.querySelectorAll(".turn").length;
		setTimeout(() => fetch("/second-half", { method: "HEAD" }), 1_000);
	});
}

eachWidget("Arrival", (site) => {
	test("the program waits for the rest of the page", async () => {
		await hesitating(site.origin, (address) =>
			site.visit({ path: address + path, prepare: look }, async (page, timeline) => {
				const early = await page.evaluate(() => turnsAtStart);
				assert.ok(early < 30, `${early} turns had arrived`);
				assert.equal((await timeline.rows()).length, 30);
				await timeline.search("board");
				assert.equal(await timeline.text(".count"), "8 turns");
			}),
		);
	});
});
