// The edge endpoint as it is, with the run's transcripts as its default content:
// the Worker's program built for this machine.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root, scratch } from "./paths.mjs";

async function freePort() {
	const server = createServer().listen(0, "localhost");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}

/** Builds the program as if the transcripts stood in the folder that it embeds. */
function build(transcripts) {
	const replace = transcripts.map(({ id, file }) => [join(root, "worker/store/content", `${id}.json`), file]);
	const overlay = join(scratch, "overlay.json");
	writeFileSync(overlay, JSON.stringify({ Replace: Object.fromEntries(replace) }));
	const program = join(scratch, "edge");
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
 * @param {{id: string, file: string}[]} transcripts
 * @returns {Promise<{ask: (path: string, host: string) => Promise<{status: number, headers: object, body: Buffer}>, stop: () => Promise<void>}>}
 */
export async function startEdge(transcripts) {
	const port = await freePort();
	const child = spawn(build(transcripts), { env: { ...process.env, PORT: port }, stdio: "inherit" });
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

/** Asks with a Host header, from which the endpoint takes its own address. */
async function ask(options) {
	const [response] = await once(get(options), "response");
	const chunks = await response.toArray();
	return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
