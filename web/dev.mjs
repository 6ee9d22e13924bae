// Starts a development server on this machine. It runs the Worker (the edge endpoint) in
// workerd, Cloudflare's runtime, with a local database, and serves the built files.
//
//   node web/dev.mjs PORT
import { execFileSync, spawn } from "node:child_process";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const port = process.argv[2];
const origin = `http://localhost:${port}`;

/**
 * Reports whether a port is free, so that a server can listen on it.
 *
 * @param {number} port
 */
const isFree = (port) =>
	new Promise((resolve) => {
		const server = net.createServer();
		server.on("error", () => resolve(false));
		server.listen({ port }, () => server.close(() => resolve(true)));
	});

/**
 * Ends this script with advice if the server cannot listen on that port.
 *
 * @param {string} port
 */
async function checkPort(port) {
	/**
	 * Prints the reason and proposes another port. Then it ends this script.
	 *
	 * @param {string} reason
	 * @param {number} other a port
	 */
	const advise = (reason, other) => {
		console.error(`dev: ${reason}; choose another, as in: PORT=${other} make dev`);
		process.exit(1);
	};
	const n = Number(port);
	if (!Number.isInteger(n) || n < 1 || n > 65535) advise(`${port} is not a port`, 8790);
	if (await isFree(n)) return;
	let other = n + 1;
	while (other < 65535 && !(await isFree(other))) other++;
	advise(`port ${n} is taken`, other);
}

/**
 * Waits until the Worker (the edge endpoint) answers a request, or until its process has
 * ended.
 *
 * @param {import("node:child_process").ChildProcess} server
 */
async function ready(server) {
	while (server.exitCode === null) {
		const answer = await fetch(`${origin}/healthz`).catch(() => null);
		if (answer?.ok) return true;
		await sleep(200);
	}
	return false;
}

await checkPort(port);

// wrangler asks for confirmation before it applies migrations to the database. Its input is
// ignored here, so it does not wait for a reply.
execFileSync("wrangler", ["d1", "migrations", "apply", "quoteline", "--local"], {
	stdio: ["ignore", "ignore", "inherit"],
});
const server = spawn("wrangler", ["dev", "--port", port], { stdio: "inherit" });
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
	process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
if (await ready(server)) {
	console.log(`
  A news article with the interview   ${origin}/
  All demonstrations                  ${origin}/demo/
  The studio, for editors             ${origin}/studio
  The transcript as JSON              ${origin}/v1/transcripts/altman-murati-2023
`);
}
