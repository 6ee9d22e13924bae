// An attack by a publisher, who replaces all words of a long transcript again and again.
// The database keeps all removed turns. After that, publishing a small change must take
// no longer than before, and the turns without a change must keep their ids.
import { talk } from "./talk.mjs";

const turns = 2000;
const address = "/v1/transcripts/rewritten";

/** @implements {import("./kinds.mjs").Kind} */
export class Rewriting {
	name = "a long transcript rewritten";
	clients = 1;
	most = 25;
	/**
	 * How long the publish of a small change takes, in milliseconds: after one rewrite and
	 * after all of them.
	 *
	 * @type {Record<string, number>}
	 */
	figures = {};
	#texts = [];

	async prepare(client) {
		await this.step(client, 1000);
		await this.step(client, 1001);
		this.figures["a small change, ms"] = (await this.#changeOne(client)).ms;
	}

	/** Replaces all words of the transcript. */
	step(client, n) {
		this.#texts = Array.from({ length: turns }, (_, i) => `Edition ${n} has these words in its turn ${i}.`);
		return client.put("rewritten", talk(this.#texts));
	}

	async check(client) {
		const before = await this.#ids(client);
		const { status, ms } = await this.#changeOne(client);
		this.figures["the same after the rewrites, ms"] = ms;
		if (status === 0 || status === 429 || status === 503) return []; // the readers' times show that
		if (status !== 200) return [`a small change has status ${status}`];
		const after = await this.#ids(client);
		const kept = after.filter((id, i) => id === before[i]).length;
		return kept === turns && after.length === turns
			? []
			: [`${turns - kept} turns of ${turns} lose their ids`];
	}

	#changeOne(client) {
		this.#texts[7] = `${this.#texts[7]} Once more.`;
		return client.put("rewritten", talk(this.#texts));
	}

	/** Returns the ids of the turns of the newest version, or no ids if it cannot be read. */
	async #ids(client) {
		const { status, body } = await client.send("GET", `${address}.json`, client.publisher);
		return status === 200 ? JSON.parse(body).turns.map(({ id }) => id) : [];
	}
}
