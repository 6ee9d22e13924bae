// Requests leave no objects in the Worker: after many more requests it has no more
// objects than before. The tests count objects and not bytes, because bytes depend on
// when V8 collects garbage and compiles. A leak leaves at least one object with each
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

/** Sends requests that the cache does not answer. */
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
 * Makes the Worker replace every instance. An instance holds more objects the more
 * requests it has served, and it is replaced after 100. So counts can be compared only
 * with new instances.
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
		await ask(path, times); // fills the caches
		await prepare();
		const first = await inspector.live();
		await ask(path, 2 * times);
		await prepare();
		const last = await inspector.live();
		// The limit is half an object for each request. Without a leak 0.1 was measured,
		// and a leak has at least 1.
		assert.deepEqual(
			grown(first.objects, last.objects, () => times),
			[],
		);
		assert.ok(first.instances > 0 && last.instances <= limits.instances, `${last.instances} instances`);
	});
}
