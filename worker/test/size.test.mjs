// Tests the size of the Worker that is uploaded to Cloudflare. A smaller program starts
// sooner in each new isolate (running copy of the Worker). The program that draws cards has
// a limit of its own: it is started only if a card is drawn. Both limits together are less
// than the 3 MB that the free plan allows.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { runWrangler } from "./support/wrangler.mjs";

// In bytes, compressed with gzip.
const limit = 2_560_000; // without the program that draws cards
const cardLimit = 400_000;

test("the Worker is small enough to upload and to start", async () => {
	const out = await mkdtemp(join(tmpdir(), "quoteline-"));
	try {
		const { status, output } = await runWrangler(["deploy", "--dry-run", "--outdir", out]);
		assert.equal(status, 0, output);
		const kib = Number(output.match(/gzip: ([\d.]+) KiB/)?.[1]);
		const cards = gzipSync(await readFile("dist/worker/card.wasm"), { level: 9 }).length;
		assert.ok(cards <= cardLimit, `the program that draws cards: ${cards} bytes with gzip`);
		assert.ok(
			kib > 0 && kib * 1024 - cards <= limit,
			`${kib} KiB with gzip, ${cards} bytes of them for cards`,
		);
	} finally {
		await rm(out, { recursive: true, force: true });
	}
});
