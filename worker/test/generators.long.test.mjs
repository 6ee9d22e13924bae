// Tests whether other people's programs accept the API's description (/openapi.json). Some
// of these programs generate clients from the description. The test also checks that these
// clients compile, and that they can read the interview from the server. The programs are
// installed in a temporary folder, because openapi-typescript needs another version of
// TypeScript than the project.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { npmPrograms, oapiCodegen } from "../../web/test/support/generators.mjs";
import { startWrangler } from "./support/wrangler.mjs";

const id = "altman-murati-2023";
const command = `${oapiCodegen.module}/cmd/oapi-codegen@v${oapiCodegen.version}`;
const oapiRuntime = "github.com/oapi-codegen/runtime@v1.9.0";

let worker;
let folder;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "generators-"));
	worker = await startWrangler();
	const description = await fetch(`${worker.origin}/openapi.json`);
	await write("openapi.json", await description.text());
});
after(async () => {
	await worker?.stop();
	if (folder) await rm(folder, { recursive: true });
});

const write = (name, text) => writeFile(join(folder, name), text);

/** Runs a program in the temporary folder, and returns what it prints. */
async function run(program, ...args) {
	const env = { ...process.env, REDOCLY_TELEMETRY: "off", GOFLAGS: "-mod=mod", GOWORK: "off" };
	const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: folder, env });
	return stdout + stderr;
}

test("oapi-codegen writes a client that compiles and reads the interview", async () => {
	await write("go.mod", "module client\n\ngo 1.26\n");
	await run("go", "run", command, "-generate=types,client", "-package=main", "-o=api.go", "openapi.json");
	await write(
		"main.go",
		`package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	client, err := NewClientWithResponses(os.Args[1])
	if err != nil {
		panic(err)
	}
	answer, err := client.GetTranscriptWithResponse(context.Background(), os.Args[2])
	if err != nil {
		panic(err)
	}
	fmt.Println(answer.JSON200.Title, len(answer.JSON200.Turns))
}
`,
	);
	await run("go", "get", oapiRuntime);
	const read = await run("go", "run", ".", worker.origin, id);
	assert.match(read, /^Why were you fired\? And why did you come back\? 30$/m);
});

test("npm's programs for OpenAPI have no complaint, and their types fit the interview", async () => {
	await write(
		"package.json",
		JSON.stringify({ private: true, type: "module", devDependencies: npmPrograms }),
	);
	await run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
	// One rule of the linter is skipped: it demands that every GET can be answered with a
	// status from 400 to 499. That is not true of four addresses, such as /healthz.
	const lint = ["lint", "openapi.json", "--skip-rule=operation-4xx-response"];
	assert.doesNotMatch(await run("npx", "redocly", ...lint), /warning/i);
	await run("npx", "openapi-typescript", "openapi.json", "-o", "api.d.ts");
	const interview = await (await fetch(`${worker.origin}/v1/transcripts/${id}`)).text();
	await write(
		"use.ts",
		`import type { components, paths } from "./api.js";
type Answer = paths["/v1/transcripts/{id}"]["get"]["responses"]["200"]["content"]["application/json"];
const interview: Answer = ${interview};
export const texts: components["schemas"]["Turn"]["text"][] = interview.turns.map(({ text }) => text);
`,
	);
	await run("npx", "tsc", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "use.ts");
});
