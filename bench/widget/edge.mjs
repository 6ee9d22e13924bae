// The edge endpoint: the Worker's program, built natively, with the run's transcripts
// as its default content.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../worker/test/support/wrangler.mjs";
import { scratch } from "./paths.mjs";

/**
 * Builds the program from the project in the folder root. The Go build sees the
 * transcripts in the folder that the program embeds (go build -overlay). Returns the
 * program's path.
 */
function build(root, transcripts) {
	const replace = transcripts.map(({ id, file }) => [join(root, "worker/store/content", `${id}.json`), file]);
	const name = basename(root);
	const overlay = join(scratch, `overlay-${name}.json`);
	writeFileSync(overlay, JSON.stringify({ Replace: Object.fromEntries(replace) }));
	const program = join(scratch, `edge-${name}`);
	execFileSync("go", ["build", "-overlay", overlay, "-o", program, "./worker"], {
		cwd: root,
		stdio: "inherit",
	});
	return program;
}

async function answers(origin, child) {
	while (child.exitCode === null) {
		if ((await fetch(`${origin}/healthz`).catch(() => null))?.ok) return;
		await sleep(50);
	}
	throw new Error(`the edge endpoint ended with status ${child.exitCode}`);
}

/**
 * Builds and starts the endpoint.
 *
 * @param {string} root the project's folder, of this revision or an older one
 * @param {{id: string, file: string}[]} transcripts file: a transcript's JSON file
 * @returns {Promise<{ask: (path: string, host: string) => Promise<{status: number, headers: object, body: Buffer}>, stop: () => Promise<void>}>}
 */
export async function startEdge(root, transcripts) {
	const port = await freePort();
	const child = spawn(build(root, transcripts), { env: { ...process.env, PORT: port }, stdio: "inherit" });
	await answers(`http://localhost:${port}`, child);
	return {
		ask: (path, host) => ask({ host: "localhost", port, path, headers: { host } }),
		stop: async () => {
			const ended = once(child, "exit");
			child.kill();
			await ended;
		},
	};
}

/** Sends a request. The endpoint uses the Host header as its own address in the links that it writes. */
async function ask(options) {
	const [response] = await once(get(options), "response");
	const chunks = await response.toArray();
	return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
