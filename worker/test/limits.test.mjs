// Tests of the limits on what one client may ask the Worker for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { networkOf } from "../shim/network.mjs";
import { startWrangler } from "./support/wrangler.mjs";

/** @type {Awaited<ReturnType<typeof startWrangler>>} */
let worker;
before(async () => {
	worker = await startWrangler();
});
after(() => worker?.stop());

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
