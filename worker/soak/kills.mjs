// Kills workerd (Cloudflare's runtime) again and again while clients publish. After each
// kill, workerd is started again with the same database. The simulator of D1 (the database)
// runs in the same process, so it is killed too. After each kill, every acknowledged
// version must be there, and every stored version must be complete.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { children, startMiniflare } from "../../bench/worker/miniflare.mjs";
import { modulesOf } from "../../bench/worker/variants.mjs";
import { random } from "../test/support/client.mjs";
import { freePort } from "../test/support/wrangler.mjs";
import { Editions, tokenStatement } from "./editions.mjs";

const clients = 3; // each publishes versions of its own transcript
const longest = 400; // ms from the first publish to the kill; a publish takes 20 to 200 ms
const restart = 60_000; // ms within which a killed workerd has to answer again

/**
 * Kills workerd (Cloudflare's runtime) the given number of times, each time at a random
 * moment of a publish.
 *
 * @param {{kills: number, seed: number, say: (line: string) => void}} options
 * @returns {Promise<{counts: Record<string, number>, findings: string[]}>} in counts, cut is the
 *   number of publishes without an answer, and keptOfCut how many of these were stored all the same
 */
export async function kill({ kills, seed, say }) {
	const faults = [];
	const worker = await start(({ message }) => {
		if (/"event":"(fault|failure)"/.test(message)) faults.push(`log: ${message}`);
	});
	const run = new Run(worker.url, kills, seed);
	try {
		for (let i = 0; i < kills; i++) {
			await run.round(i);
			if (i % 50 === 49) say(`${JSON.stringify(run.counts)} ${run.findings.length} findings`);
		}
		await run.finish(worker.miniflare);
		return { counts: run.counts, findings: [...run.findings, ...faults] };
	} finally {
		await worker.stop();
	}
}

/**
 * Starts the built Worker with a database in a new folder. The database outlives each
 * kill. onLine gets each line of the Worker's log.
 */
async function start(onLine) {
	const folder = await mkdtemp(join(tmpdir(), "quoteline-"));
	// workerd (Cloudflare's runtime) reads the files of the Worker again at each restart.
	// So it gets a copy of them, which a build during the test does not change.
	const program = join(folder, "worker");
	await cp(fileURLToPath(new URL("../../dist/worker", import.meta.url)), program, { recursive: true });
	const options = {
		resourcePersistencePath: join(folder, "state"),
		port: await freePort(),
		handleStructuredLogs: onLine,
	};
	const worker = await startMiniflare(program, await modulesOf(program), "stored", options);
	await (await worker.miniflare.getD1Database("DB")).exec(tokenStatement());
	const stop = async () => {
		await worker.stop();
		await rm(folder, { recursive: true, force: true });
	};
	return { ...worker, stop };
}

class Run {
	counts = { kills: 0, acknowledged: 0, cut: 0, keptOfCut: 0 };
	findings = [];
	#origin;
	#dice;
	#editions;

	constructor(origin, kills, seed) {
		this.#origin = origin;
		this.#dice = random(seed);
		this.#editions = new Editions(origin, kills * clients, "kill");
	}

	/**
	 * Publishes new transcripts, kills workerd (Cloudflare's runtime) after a random time,
	 * and checks what the database has then.
	 */
	async round(number) {
		const ids = this.#editions.ids.slice(number * clients, (number + 1) * clients);
		const before = this.#editions.acknowledged;
		await this.#publish(ids[0]); // starts the Go program, which takes longer than a publish
		const [pid] = await children();
		const publishing = ids.map((id) => this.#publishAll(id));
		await sleep(this.#dice.next(longest));
		process.kill(pid, "SIGKILL");
		this.counts.kills++;
		await Promise.all(publishing);
		await this.#answersAgain();
		this.counts.acknowledged = this.#editions.acknowledged;
		this.counts.keptOfCut += (await this.#editions.stored(ids)) - (this.#editions.acknowledged - before);
		this.#add(await this.#editions.check(ids), `after kill ${number + 1}`);
	}

	/**
	 * Publishes version after version of a transcript, until workerd (Cloudflare's runtime)
	 * is dead.
	 */
	async #publishAll(id) {
		try {
			for (;;) await this.#publish(id);
		} catch {
			this.counts.cut++; // fetch throws only if there is no answer
		}
	}

	async #publish(id) {
		const status = await this.#editions.publish(id);
		if (status !== 200 && status !== 201) this.findings.push(`${id}: status ${status}`);
	}

	/**
	 * Waits until Miniflare answers again. Miniflare restarts workerd (Cloudflare's
	 * runtime) when it has ended.
	 */
	async #answersAgain() {
		for (const deadline = Date.now() + restart; Date.now() < deadline; await sleep(20)) {
			const answer = await fetch(`${this.#origin}/healthz`).catch(() => null);
			await answer?.body?.cancel().catch(() => {});
			if (answer?.ok) return;
		}
		throw new Error(`workerd does not answer within ${restart} ms of a kill`);
	}

	/**
	 * Checks the versions of all rounds once more, because a later kill must not damage
	 * what an earlier one left. Also lets SQLite compare the search index with the turns.
	 */
	async finish(miniflare) {
		this.#add(await this.#editions.check(), "in the end");
		const database = await miniflare.getD1Database("DB");
		const compare = "INSERT INTO quotes_text (quotes_text, rank) VALUES ('integrity-check', 1)";
		await database
			.prepare(compare)
			.run()
			.catch((error) => this.findings.push(`the search index differs from the turns: ${error}`));
	}

	#add(findings, when) {
		for (const finding of findings) this.findings.push(`${when}: ${finding}`);
	}
}
