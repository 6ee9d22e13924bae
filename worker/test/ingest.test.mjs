// Tests that the Worker refuses sources (texts to convert into transcripts) that would
// cost too much time or memory.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { limits } from "../shim/limits.mjs";
import { startWrangler } from "./support/wrangler.mjs";

const size = limits.body.POST;
const piece = 64 * 2 ** 10; // bytes: the rate limit counts each such piece of a source as one call
const callsAMinute = 240;

let worker;
before(async () => {
	worker = await startWrangler();
});
after(() => worker?.stop());

/** Builds a body of the largest allowed size: head, then text as often as it fits, then tail. */
const fill = (head, text, tail = "") =>
	head + text.repeat((size - head.length - tail.length) / text.length) + tail;

let addresses = 0;

/**
 * Sends a source text to be converted into a transcript. Each request comes from a new
 * client address, unless the caller names an address.
 */
async function send(body, address = `192.0.2.${++addresses}`) {
	const start = performance.now();
	const headers = { "CF-Connecting-IP": address };
	const answer = await fetch(`${worker.origin}/v1/ingest`, { method: "POST", body, headers });
	const text = await answer.text();
	return { status: answer.status, text, took: performance.now() - start };
}

const question = "Host: A question about it, with a few more words to read?\n\n";
const reply = `Ada Long: ${"An answer of some length, as people give it when they are asked. ".repeat(3)}\n\n`;
const ordinary = fill("", question + reply);

test("2 MiB of an ordinary dialogue are read", async () => {
	const answer = await send(ordinary);
	assert.equal(answer.status, 200, answer.text.slice(0, 300));
	assert.ok(JSON.parse(answer.text).transcript.turns.length > 10_000);
});

for (const [name, limit, body] of [
	["turns of one letter", "lines", fill("", "A: x\n")],
	["labels in one line", "steps", fill("A: x.\nB: y.\nA: z.\nB: ", "x. A: ")],
	["numbers in JSON", "values", fill('{"segments":[{"text":"a","start":1}],"a":[0', ",0", "]}")],
]) {
	test(`2 MiB of ${name} are refused before they cost more than an ordinary dialogue; readers are answered`, async () => {
		const control = await send(ordinary);
		const reads = [];
		const attack = send(body);
		for (let i = 0; i < 20; i++)
			reads.push(fetch(`${worker.origin}/v1/transcripts/altman-murati-2023?${limit}${i}`));
		const answer = await attack;
		assert.equal(answer.status, 413, answer.text.slice(0, 300));
		const problem = JSON.parse(answer.text);
		assert.equal(problem.type, "urn:quoteline:problem:too-large");
		assert.equal(problem.limit, limit);
		assert.match(problem.detail, new RegExp(`${problem.max} ${limit}.*studio.*quoteline ingest`));
		assert.ok(answer.took < 2 * control.took, `${answer.took} ms, an ordinary one ${control.took} ms`);
		for (const read of await Promise.all(reads)) {
			assert.equal(read.status, 200);
			await read.arrayBuffer();
		}
	});
}

test("a name of 1.9 MB is read like any other text of its length", async () => {
	const name = fill('{"segments":[{"start":1,"text":"x","speaker":"', "ab ", '"}]}');
	assert.equal((await send(name)).status, 200);
});

test("the rate limit counts pieces of 64 KiB", async () => {
	const blank = " ".repeat(size); // a source of spaces gets status 422 as empty, after the Worker has read all of it
	const address = "198.51.100.1";
	const fit = Math.floor(callsAMinute / (size / piece));
	let sent = 0;
	for (; (await send(blank, address)).status === 422; sent++) {
		assert.ok(sent <= 2 * fit + 1, "no limit is reached"); // if a new minute begins meanwhile, up to twice as many fit
	}
	assert.ok(sent >= fit, `${sent} of ${fit} that fit into a minute`);
	assert.equal((await send("A: One.\n\nB: Two.\n")).status, 200, "another address is not limited");
});
