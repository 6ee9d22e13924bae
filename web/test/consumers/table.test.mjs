// Runs other people's programs with the project's output (pages, snippets, captions,
// citations) as their input, and tests how much of it they keep. docs/consumers.md
// publishes the expected outcomes as a table.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { consumers } from "../support/consumers.mjs";
import { published, table } from "../support/consumertable.mjs";
import { borrowWorker } from "../support/launch.mjs";

const address = "/v1/transcripts/altman-murati-2023";
const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");

describe("Other people's programs", () => {
	let worker;
	const site = {
		page: async (path) => (await fetch(worker.origin + path)).text(),
		snippet: async (kind) => JSON.parse(await site.page(`${address}/embed?kind=${kind}`)).html,
		turns: [],
	};
	before(async () => {
		worker = await borrowWorker(widget);
		const { speakers, turns } = JSON.parse(await site.page(address));
		const names = new Map(speakers.map(({ id, name }) => [id, name]));
		site.turns = turns.map(({ speaker, text }) => `${names.get(speaker)}: ${text}`.replace(/\s+/g, " "));
	});
	after(() => worker?.release());

	for (const { packages, reads, gets, run } of consumers)
		test(`${packages.join(" on ")} reads ${reads}`, async () => assert.equal(await run(site), gets));

	test("the published table is what these tests expect", () => assert.equal(published(), table()));
});
