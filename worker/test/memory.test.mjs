// Tests that the Worker leaks no memory: after many more requests it has no more objects
// than before. The tests count objects and not bytes, because the bytes depend on when
// V8 collects garbage and compiles code. A leak leaves at least one object for each
// request.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startMiniflare } from "../../bench/worker/miniflare.mjs";
import { modulesOf } from "../../bench/worker/variants.mjs";
import { buildWithFaults, limits } from "./support/faults.mjs";
import { grown } from "./support/heap.mjs";
import { inspect } from "./support/inspector.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const clients = 4;

let worker, inspector;
before(async () => {
	const dir = join(root, dirname(await buildWithFaults()));
	const options = { inspectorPort: 0, bindings: { READ_REPLICAS: "on" } };
	worker = await startMiniflare(dir, await modulesOf(dir), "stored", options);
	inspector = await inspect(await worker.miniflare.getInspectorURL());
});
after(async () => {
	inspector?.close();
	await worker?.stop();
});

/**
 * Sends this many requests. The Authorization header makes the Worker compute each
 * answer instead of taking it from the cache.
 */
async function ask(path, times) {
	let begun = 0;
	const client = async () => {
		while (begun < times) {
			const answer = await fetch(worker.url + path(begun++), { headers: { Authorization: "Bearer x" } });
			assert.equal(answer.status, 200, await answer.text());
		}
	};
	await Promise.all(Array.from({ length: clients }, client));
}

/**
 * Makes the Worker replace every instance (running copy of the program). An instance
 * keeps more and more objects while it serves requests, until it is replaced after 100
 * requests. That would look like a leak. So the test counts objects only when all
 * instances are new.
 */
async function replaceInstances() {
	for (let i = 0; i < limits.instances; i++) await (await fetch(`${worker.url}/faults/panic`)).text();
}

for (const [name, times, path, prepare = async () => {}] of [
	["at once", 300, () => "/v1/transcripts/altman-murati-2023.json"],
	["at once, each another", 100, (i) => `/v1/transcripts/altman-murati-2023/turns?limit=1&x=${i}`],
	["with rows", 150, () => "/v1/transcripts/stored.json"],
	["with rows, each another", 100, (i) => `/v1/transcripts/stored/turns?limit=1&x=${i}`],
	["with an instance", 3 * limits.uses, () => "/faults/io/v1/transcripts/stored.json", replaceInstances],
]) {
	test(`memory does not grow with requests: ${name}`, async () => {
		await ask(path, times); // fills the caches, which would otherwise look like a leak
		await prepare();
		const first = await inspector.live();
		await ask(path, 2 * times);
		await prepare();
		const last = await inspector.live();
		// The allowed growth is half an object per request. Without a leak, 0.1 objects
		// were measured. A leak leaves at least 1.
		assert.deepEqual(
			grown(first.objects, last.objects, () => times),
			[],
		);
		assert.ok(first.instances > 0 && last.instances <= limits.instances, `${last.instances} instances`);
	});
}
