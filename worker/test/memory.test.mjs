// What many requests leave behind in the Worker: nothing that grows.
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startMiniflare } from "../../bench/worker/miniflare.mjs";
import { modulesOf } from "../../bench/worker/variants.mjs";
import { buildWithFaults, limits } from "./support/faults.mjs";
import { inspect } from "./support/inspector.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const clients = 4;
// Bytes by which a collected heap may differ for each instance in it: one that is
// about to be replaced holds what a hundred requests left, a new one nothing.
const slack = 512 * 2 ** 10;

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

/** Asks so many times; no copy of the cache is taken. */
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

for (const [name, times, path] of [
	["at once", 1200, () => "/v1/transcripts/altman-murati-2023.json"],
	["at once, each another", 300, (i) => `/v1/transcripts/altman-murati-2023/turns?limit=1&x=${i}`],
	["with rows", 900, () => "/v1/transcripts/stored.json"],
	["with rows, each another", 300, (i) => `/v1/transcripts/stored/turns?limit=1&x=${i}`],
	["with an instance", 12 * limits.uses, () => "/faults/io/v1/transcripts/stored.json"],
]) {
	test(`memory does not grow with requests: ${name}`, async () => {
		await ask(path, times / 3);
		const first = await inspector.live();
		await ask(path, (2 * times) / 3);
		const last = await inspector.live();
		assert.ok(last.bytes < first.bytes + slack * last.instances, `${first.bytes} bytes, then ${last.bytes}`);
		assert.ok(first.instances > 0 && last.instances <= limits.instances, `${last.instances} instances`);
	});
}
