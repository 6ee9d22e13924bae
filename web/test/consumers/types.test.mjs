// Tests the types of the element, quote-timeline.d.ts, with the TypeScript compiler, in a page
// without a framework. package.test.mjs tests them in pages with frameworks.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const types = path.join(root, "web/test/types");

/** Runs the TypeScript compiler in a folder, and returns its complaints. */
function complaints(folder) {
	const tsc = path.join(root, "node_modules/typescript/bin/tsc");
	const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
	return stdout + stderr;
}

test("a page without a framework gets the types without an error", (t) => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "types-"));
	t.after(() => fs.rmSync(folder, { recursive: true }));
	fs.copyFileSync(path.join(root, "web/quote-timeline.d.ts"), path.join(folder, "quote-timeline.d.ts"));
	const page = fs.readFileSync(path.join(types, "page.ts"), "utf8").replace("../../", "./");
	fs.writeFileSync(path.join(folder, "page.ts"), page);
	fs.copyFileSync(path.join(types, "tsconfig.json"), path.join(folder, "tsconfig.json"));
	assert.equal(complaints(folder), "");
});
