// Tests the npm package of the element: what is in its tarball, and what an app gets that
// installs it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { installed } from "../support/package.mjs";

const root = path.join(import.meta.dirname, "../../..");
const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");

describe("The npm package", () => {
	let app;
	const read = (name) => fs.readFileSync(path.join(app.folder, "node_modules/quoteline", name), "utf8");
	before(() => {
		app = installed(widget);
	});

	test("has the element's files, its types and its description, and nothing of the site", () => {
		const names = app.files.map((name) => name.replace(/\.[0-9a-f]{10}\./, ".HASH."));
		assert.deepEqual(names.filter((name) => !/^assets\/lang-/.test(name)).sort(), [
			"LICENSE",
			"README.md",
			"assets/after.HASH.js",
			"assets/live.HASH.css",
			"assets/old.HASH.css",
			"assets/program.HASH.js",
			"assets/quote-timeline.HASH.css",
			"assets/wasm_exec.HASH.js",
			"assets/widget.HASH.wasm",
			"classic.js",
			"custom-elements.json",
			"index.d.ts",
			"index.js",
			"package.json",
			"quote-timeline.d.ts",
			"quote-timeline.js",
		]);
	});

	test("has every file that its scripts load", () => {
		const loaded = app.files
			.filter((name) => name.endsWith(".js"))
			.flatMap((name) => read(name).match(/[\w-]+\.[0-9a-f]{10}\.\w+/g) ?? []);
		assert.ok(loaded.length > 10);
		for (const name of loaded) assert.ok(app.files.includes(`assets/${name}`), name);
	});

	test("depends on nothing, and its description names files that exist", () => {
		const { dependencies, peerDependencies, exports, customElements } = JSON.parse(read("package.json"));
		assert.equal(dependencies ?? peerDependencies, undefined);
		const named = Object.values(exports).flatMap((entry) =>
			typeof entry === "string" ? entry : Object.values(entry),
		);
		const { readme, modules } = JSON.parse(read(customElements));
		for (const name of [...named, readme, ...modules.map((module) => module.path)])
			assert.ok(app.files.includes(path.normalize(name)), name);
	});

	test("can be imported on a server, where it loads nothing", async () => {
		const { load } = await import(pathToFileURL(path.join(app.folder, "node_modules/quoteline/index.js")));
		assert.equal(await load("https://edge.example/quote-timeline.js"), undefined);
	});

	test("its types are those of the element in React, Preact, Vue and Svelte", () => {
		const types = path.join(root, "web/test/types");
		for (const name of fs.readdirSync(types)) {
			const text = fs.readFileSync(path.join(types, name), "utf8");
			fs.writeFileSync(path.join(app.folder, name), text.replace("../../quote-timeline.js", "quoteline"));
		}
		const tsc = path.join(root, "node_modules/typescript/bin/tsc");
		const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", app.folder], { encoding: "utf8" });
		assert.equal(stdout + stderr, "");
	});
});
