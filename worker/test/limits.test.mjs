// Tests of the limits on what one client may ask the Worker for.
import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { networkOf } from "../shim/network.mjs";
import { startWorkerd } from "./support/workerd.mjs";
import { startWrangler } from "./support/wrangler.mjs";

const searchesAMinute = 300;

/** @type {Awaited<ReturnType<typeof startWrangler>>} */
let worker;
before(async () => {
	worker = await startWrangler();
});
after(() => worker?.stop());

/**
 * Sends a request whose path is not changed on the way. fetch would normalise the path
 * first.
 */
function raw(method, path) {
	const { hostname, port } = new URL(worker.origin);
	return new Promise((resolve, reject) => {
		const outgoing = request({ hostname, port, path, method }, async (incoming) => {
			const text = Buffer.concat(await Array.fromAsync(incoming)).toString();
			resolve({ status: incoming.statusCode, headers: incoming.headers, text });
		});
		outgoing.on("error", reject).end();
	});
}

test("a malformed address gets 400, and no instance of the program answers it", async () => {
	const start = worker.output().length;
	for (const path of [
		"/%",
		"/v1/transcripts/%",
		"/v1/transcripts/%2",
		"/v1/transcripts/a%zzb",
		"/v1/transcripts/%?q=1",
		"/t/%",
		"/t/a/q/%e",
		"/embed/%%41",
		"///%/",
	]) {
		for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE"]) {
			const { status, headers, text } = await raw(method, path);
			assert.equal(status, 400, `${method} ${path}`);
			assert.equal(headers["content-type"], "application/problem+json");
			assert.equal(headers["server-timing"], undefined, "the program has answered");
			if (method !== "HEAD") assert.equal(JSON.parse(text).type, "urn:quoteline:problem:malformed-address");
		}
	}
	assert.doesNotMatch(worker.output().slice(start), /"event":"(fault|failure)"/);
});

test("a percent sign that is encoded, or in the query, is no malformed address", async () => {
	for (const [path, status] of [
		["/v1/transcripts/%25", 404],
		["/v1/transcripts/%41", 404],
		["/t/altman-murati-2023?utm=100%", 200],
		["/v1/transcripts/altman-murati-2023.json?%", 200],
	]) {
		assert.equal((await raw("GET", path)).status, status, path);
	}
});

test("all addresses of an IPv6 network are one client", () => {
	for (const [address, network] of [
		["192.0.2.7", "192.0.2.7"],
		["::ffff:192.0.2.7", "192.0.2.7"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
		["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
		["2001:db8:1:3::9", "2001:db8:1:3::/64"],
		["2001:db8::1", "2001:db8:0:0::/64"],
		["::1", "0:0:0:0::/64"],
		["", ""],
		["no:address", "no:address"],
	]) {
		assert.equal(networkOf(address), network, address);
	}
});

test("the limits of addresses count an IPv6 network", async () => {
	const blank = " ".repeat(2 * 2 ** 20); // 2 MiB count as 32 of the 240 calls a minute
	const post = async (address) => {
		const headers = { "CF-Connecting-IP": address };
		const answer = await fetch(`${worker.origin}/v1/ingest`, { method: "POST", body: blank, headers });
		await answer.arrayBuffer();
		return answer.status;
	};
	const statuses = new Set();
	for (let i = 0; i < 17; i++) statuses.add(await post(`2001:db8:0:1::${i}`));
	assert.deepEqual([...statuses], [422, 429]);
	assert.equal(await post("2001:db8:0:2::1"), 422, "another network is not limited");
});

let asked = 0;
const search = async (address, path = `/v1/search?q=board&n=${++asked}`) => {
	const answer = await fetch(worker.origin + path, { headers: { "CF-Connecting-IP": address } });
	return { status: answer.status, headers: answer.headers, problem: await answer.json() };
};

test("uncached searches of a client are limited, and others are answered", async () => {
	const network = "2001:db8:0:3::";
	let refused;
	// The limit is for one minute. If a new minute begins during the test, up to twice as
	// many searches are allowed.
	for (let sent = 0; !refused && sent < 2 * searchesAMinute + 4; sent += 4) {
		const path = () => `/v1/${sent % 8 ? "verify" : "%73earch"}?q=board&n=${++asked}`;
		const answers = await Promise.all(Array.from({ length: 4 }, () => search(network + asked, path())));
		refused = answers.find(({ status }) => status !== 200);
	}
	assert.equal(refused?.status, 429, `${asked} searches`);
	assert.equal(refused.headers.get("retry-after"), "60");
	assert.equal(refused.problem.type, "urn:quoteline:problem:too-many-requests");
	assert.equal((await search("2001:db8:0:4::1")).status, 200, "another network");
	assert.equal((await search(`${network}1`, "/v1/transcripts?limit=9")).status, 200, "no search");
	const copied = "/v1/search?q=board&n=copied";
	for (let age; !age; age = (await search("2001:db8:0:4::1", copied)).headers.get("age"));
	assert.equal((await search(`${network}1`, copied)).status, 200, "a copy in the cache costs nothing");
});

test("a search whose client disconnects while it waits is not carried out", async () => {
	const main = `
		import { Searches } from "searches.mjs";
		const searches = new Searches({ searches: 1, waitingSearches: 8, patience: 5000, answer: 5000 });
		const done = [];
		export default {
			async fetch(request, env, ctx) {
				const { pathname } = new URL(request.url);
				if (pathname === "/") return Response.json(done);
				return searches.run(request, env, ctx, async () => {
					done.push(pathname);
					await new Promise((resolve) => setTimeout(resolve, 1000));
					return new Response();
				});
			},
		};`;
	const names = ["network.mjs", "problem.mjs", "queue.mjs", "request.mjs", "searches.mjs"];
	const { port, stop } = await startWorkerd(main, names);
	try {
		const ask = (path) => fetch(`http://127.0.0.1:${port}${path}`);
		const first = ask("/first");
		const gone = Array.from({ length: 5 }, (_, i) => {
			const socket = connect(port, "127.0.0.1");
			socket.write(`GET /gone${i} HTTP/1.1\r\nHost: x\r\n\r\n`);
			return socket;
		});
		await sleep(300);
		for (const socket of gone) socket.resetAndDestroy();
		await first;
		assert.equal((await ask("/last")).status, 200);
		assert.deepEqual(await (await ask("/")).json(), ["/first", "/last"]);
	} finally {
		await stop();
	}
});
