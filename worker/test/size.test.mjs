// Tests the size of the Worker that is uploaded to Cloudflare. The free plan allows 3
// MB. A smaller program also starts sooner in each new isolate. The limit leaves room for
// a few more formats of transcripts, and some distance to what the plan allows.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runWrangler } from "./support/wrangler.mjs";

const limit = 2_500_000; // bytes, compressed with gzip

test("the Worker is small enough to upload and to start", async () => {
	const out = await mkdtemp(join(tmpdir(), "quoteline-"));
	try {
		const { status, output } = await runWrangler(["deploy", "--dry-run", "--outdir", out]);
		assert.equal(status, 0, output);
		const kib = Number(output.match(/gzip: ([\d.]+) KiB/)?.[1]);
		assert.ok(kib > 0 && kib * 1024 <= limit, `${kib} KiB with gzip`);
	} finally {
		await rm(out, { recursive: true, force: true });
	}
});
