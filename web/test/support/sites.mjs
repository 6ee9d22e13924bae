// The two sites of an embedding: the page of a newsroom, and the endpoint. They
// are separate servers, so that they are separate origins as well. The endpoint
// passes everything on to the Worker, and fails as a test asks it to.
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
 * A newsroom's site.
 *
 * @returns {Promise<{origin: string, pages: Map<string, {headers?: object, body: string}>, close: () => void}>}
 *   pages: what is served, by path
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
 * @typedef {"cut" | "half" | "hang" | number | {status: number, type?: string, body: string} | ((body: string) => string)} Fault
 *   what happens to an answer: the connection is cut, half of the body arrives,
 *   nothing arrives, it arrives after so many milliseconds, another answer arrives,
 *   or the body changes
 */

/**
 * An endpoint.
 *
 * @param {string} worker the origin of the Worker
 * @param {(path: string) => Fault | undefined} [fault] by the path of the request
 * @returns {Promise<{origin: string, asked: string[], failed: string[], close: () => void}>}
 *   asked and failed: the paths of all requests, and of those that had a fault
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

/** Answers as the Worker does, with this origin instead of its own, and keeps that out of caches. */
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
	await sleep(1000); // until that has been read: Chromium drops what it has not
	response.destroy();
}
