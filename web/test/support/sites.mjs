// The two sites of a page with a snippet. The newsroom's site serves the page. The
// endpoint serves transcripts and scripts. They are separate servers, so that they have
// different origins. The endpoint forwards requests to the Worker, and can fail in ways
// that a test chooses.
import { once } from "node:events";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

async function listen(answer) {
	const server = http.createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const origin = `http://127.0.0.1:${server.address().port}`;
	const close = () => {
		server.closeAllConnections();
		server.close();
	};
	return { origin, close };
}

/**
 * Starts a newsroom's site, which serves the documents that tests add.
 *
 * @returns {Promise<{origin: string, pages: Map<string, {headers?: object, body: string}>, close: () => void}>}
 *   pages: the documents that the site serves, by path; tests add to it
 */
export async function startNewsroom() {
	const pages = new Map();
	const site = await listen(async (request, response) => {
		const page = pages.get(new URL(request.url, "http://newsroom").pathname);
		response.writeHead(page ? 200 : 404, {
			"Content-Type": "text/html; charset=utf-8",
			"Cache-Control": "no-store",
			...page?.headers,
		});
		response.end(page?.body);
	});
	return { ...site, pages };
}

/**
 * What goes wrong with an answer of the server. "cut": the connection closes without an
 * answer. "half": only half of the body arrives. "hang": no byte ever arrives. A
 * number: the answer is late by this many milliseconds. An object: the test's answer,
 * instead of the Worker's. A function: it returns a changed body.
 *
 * @typedef {"cut" | "half" | "hang" | number | {status: number, type?: string, body: string} | ((body: string) => string)} Fault
 */

/**
 * Starts an endpoint (server of transcripts and scripts) that forwards requests to a
 * Worker.
 *
 * @param {string} worker the origin of the Worker that answers the requests
 * @param {(path: string) => Fault | undefined} [fault] returns the fault for a request's path, or
 *   undefined
 * @returns {Promise<{origin: string, asked: string[], failed: string[], close: () => void}>} asked:
 *   the paths of all requests; failed: the paths of the requests that had a fault
 */
export async function startEndpoint(worker, fault = () => undefined) {
	const asked = [];
	const failed = [];
	const site = await listen(async (request, response) => {
		const { pathname } = new URL(request.url, worker);
		const what = fault(pathname);
		asked.push(pathname);
		if (what !== undefined) response.on("close", () => failed.push(pathname));
		if (typeof what === "number") await sleep(what);
		if (what === "cut") return response.destroy();
		if (what === "hang") return;
		if (what?.status) {
			response.writeHead(what.status, {
				"Access-Control-Allow-Origin": "*",
				"Content-Type": what.type ?? "text/html; charset=utf-8",
			});
			response.end(what.body);
			return;
		}
		await pass(worker, site.origin, request, response, what);
	});
	return { ...site, asked, failed };
}

/**
 * Forwards a request to the Worker, and sends the Worker's answer back with some changes.
 * In the answer, the endpoint's origin replaces the Worker's origin. The argument what is
 * a Fault: a function changes the body, and "half" sends only half of it. The header
 * fields that no longer fit the body are removed. The header "Cache-Control: no-store"
 * prevents caches from storing the answer.
 */
async function pass(worker, origin, request, response, what) {
	const answer = await fetch(worker + request.url, { headers: { Accept: request.headers.accept ?? "*/*" } });
	const type = answer.headers.get("content-type") ?? "";
	let body = Buffer.from(await answer.arrayBuffer());
	if (!type.startsWith("application/wasm")) {
		const text = body.toString().replaceAll(worker, origin);
		body = Buffer.from(typeof what === "function" ? what(text) : text);
	}
	const headers = Object.fromEntries(
		[...answer.headers].map(([name, value]) => [name, value.replaceAll(worker, origin)]),
	);
	for (const name of ["content-encoding", "transfer-encoding", "etag", "connection"]) delete headers[name];
	response.writeHead(answer.status, {
		...headers,
		"content-length": body.length,
		"cache-control": "no-store",
	});
	if (what !== "half") return response.end(body);
	response.write(body.subarray(0, body.length / 2));
	// The browser needs time to read this half of the body. If the connection closes too
	// early, Chromium discards bytes that it has not read.
	await sleep(1000);
	response.destroy();
}
