// Runs the edge endpoint (the server of transcripts): the Go program of the Cloudflare
// Worker, compiled for this machine. Its built-in transcripts are those of this run.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../worker/test/support/wrangler.mjs";
import { scratch } from "./paths.mjs";

/**
 * Builds the endpoint's program from the project whose folder is the argument root. The
 * program embeds all files of one folder. The flag -overlay of "go build" adds the
 * run's transcripts to that folder without writing to it. Returns the program's path.
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
 * Builds and starts the endpoint (the server of transcripts).
 *
 * @param {string} root the project's folder, at this revision or an older one
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

/**
 * Sends a request to the endpoint. The answer may contain links to the endpoint. The
 * address in such a link is that of the request's header Host.
 */
async function ask(options) {
	const [response] = await once(get(options), "response");
	const chunks = await response.toArray();
	return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
