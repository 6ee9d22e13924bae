// Tests that long work of the Worker pauses while readers wait for answers. The tests run
// in workerd (Cloudflare's runtime).
import assert from "node:assert/strict";
import { test } from "node:test";
import { Readers } from "../shim/readers.mjs";
import { startWorkerd } from "./support/workerd.mjs";

test("a read that arrives during long work is answered before the work ends", async () => {
	// The path /work does work that ends only after three reads have been answered. So
	// the test succeeds only if reads are answered while the work pauses.
	const main = `
		import { Readers } from "readers.mjs";
		const readers = new Readers({ pause: 10 });
		let answered = 0;
		export default {
			async fetch(request) {
				const { pathname } = new URL(request.url);
				if (pathname === "/") return new Response();
				if (pathname === "/work") {
					let pauses = 0;
					for (; answered < 3 && pauses < 20_000; pauses++) await readers.pause();
					return Response.json({ answered, pauses });
				}
				return readers.serve(async () => {
					await new Promise((resolve) => setTimeout(resolve, 2));
					answered++;
					return new Response();
				});
			},
		};`;
	const { port, stop } = await startWorkerd(main, ["readers.mjs"]);
	try {
		const ask = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
		const work = ask("/work");
		for (let i = 0; i < 3; i++) await ask("/read");
		const { answered, pauses } = JSON.parse(await work);
		assert.equal(answered, 3);
		assert.ok(pauses < 20_000, "the readers were answered only after the work");
	} finally {
		await stop();
	}
});

test("a pause ends when no reader waits", async () => {
	const readers = new Readers({ pause: 60_000 });
	const order = [];
	/** @type {(answer: Response) => void} */
	let answer = () => {};
	const read = readers.serve(() => new Promise((resolve) => (answer = resolve)));
	const pause = readers.pause().then(() => order.push("pause"));
	setTimeout(() => {
		order.push("answer");
		answer(new Response());
	}, 5);
	await Promise.all([read, pause]);
	assert.deepEqual(order, ["answer", "pause"]);
});

test("a pause ends although a reader is never answered", async () => {
	const readers = new Readers({ pause: 5 });
	readers.serve(() => new Promise(() => {}));
	await readers.pause();
	await readers.answered(5);
});

test("the works of several requests do not fill each other's pauses while a reader waits", async () => {
	const pause = 40;
	const readers = new Readers({ pause });
	readers.serve(() => new Promise(() => {}));
	const start = Date.now();
	let pieces = 0;
	const work = async () => {
		for (let i = 0; i < 4; i++) {
			await readers.pause();
			pieces++;
		}
	};
	await Promise.all([work(), work(), work()]);
	// After each piece of work, the reader gets a whole pause, so the pieces take about
	// as many pauses as there are pieces. The test demands only half of this time. The
	// clock counts whole milliseconds, so a pause may be one millisecond shorter.
	const took = Date.now() - start;
	assert.ok(took >= (pieces / 2) * (pause - 1), `${pieces} pieces in ${took} ms`);
});
