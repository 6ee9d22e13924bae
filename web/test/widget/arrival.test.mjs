// A page that arrives in pieces, as long ones do.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { eachWidget } from "../support/browser.mjs";

const path = "/t/altman-murati-2023";
const pause = 1_000; // milliseconds, in which a program that does not wait would start

/** Lets act visit a server that sends what a site sends, but of a page the second half after a pause. */
async function hesitating(origin, act) {
	const server = createServer(async (request, response) => {
		const answer = await fetch(origin + request.url);
		const body = Buffer.from(await answer.arrayBuffer());
		response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") });
		if (request.url === path) {
			response.write(body.subarray(0, body.length / 2));
			await sleep(pause);
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

/** In the page: how many turns there are when the element's script runs. */
function look() {
	globalThis.turnsAtStart = undefined;
	customElements.whenDefined("quote-timeline").then(() => {
		const { shadowRoot } = document.querySelector("quote-timeline");
		globalThis.turnsAtStart = shadowRoot.querySelectorAll(".turn").length;
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
