// Publishes transcripts during a soak (many requests for a long time). After the soak it
// checks that the Worker has stored them correctly.
import { createHash } from "node:crypto";

const parts = 12;
const tokens = Array.from({ length: 16 }, (_, i) => `ql_soak${i}_secret`); // the rate limit is per token, so several tokens allow more requests

/** The SQL statement that adds the publishers' tokens to the database. */
export function tokenStatement() {
	const hash = (token) => createHash("sha256").update(token).digest("hex");
	const rows = tokens.map((token, i) => `('soak${i}', '${hash(token)}')`);
	return `INSERT INTO tokens (key, hash) VALUES ${rows.join(", ")}`;
}

/** Returns an edition: a transcript to publish, whose every turn contains this serial number. */
function edition(serial) {
	const turns = Array.from({ length: parts }, (_, i) => ({
		speaker: "a",
		kind: "statement",
		text: `Part ${i + 1} of edition serial${serial}.`,
	}));
	const speakers = [{ id: "a", name: "Speaker A", kind: "guest" }];
	return { title: `Edition ${serial}`, lang: "en", timing: "none", editing: "verbatim", speakers, turns };
}

/**
 * Reads the serial number from a transcript's turns. Throws an error unless all turns
 * have the same one.
 */
function serialOf(transcript) {
	const serials = new Set(transcript.turns.map(({ text }) => text.match(/serial(\d+)\.$/)?.[1]));
	const [serial] = serials;
	if (serials.size !== 1 || !serial || transcript.turns.length !== parts) {
		throw new Error(`a torn edition: ${JSON.stringify(transcript)}`);
	}
	if (transcript.title !== `Edition ${serial}`) throw new Error(`a torn edition: ${transcript.title}`);
	return Number(serial);
}

export class Editions {
	#origin;
	// All serial numbers have seven digits. The reason is that a search also finds longer
	// words that begin with the searched word: a search for 6 would also find 60.
	#serial = 1_000_000;
	/**
	 * What the Worker has acknowledged. For each transcript id there is a map: from the
	 * number of a published version to the serial number in that version's text.
	 *
	 * @type {Map<string, Map<number, number>>}
	 */
	#known = new Map();

	/**
	 * Creates the record of what the Worker acknowledges. It is empty at first.
	 *
	 * @param {string} origin
	 * @param {number} ids how many transcripts are written to
	 * @param {string} [name] the start of their ids
	 */
	constructor(origin, ids, name = "soak") {
		this.#origin = origin;
		for (let i = 0; i < ids; i++) this.#known.set(`${name}-${i}`, new Map());
	}

	get ids() {
		return [...this.#known.keys()];
	}

	get acknowledged() {
		return [...this.#known.values()].reduce((sum, versions) => sum + versions.size, 0);
	}

	#address = (id) => `${this.#origin}/v1/transcripts/${id}`;
	#newest = (id) => Math.max(0, ...this.#known.get(id).keys());

	/**
	 * Publishes an edition (a transcript with a new serial number) under this id.
	 * Returns the status of the answer.
	 */
	async publish(id, signal) {
		const serial = ++this.#serial;
		const token = tokens[serial % tokens.length];
		const answer = await fetch(this.#address(id), {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
			body: JSON.stringify(edition(serial)),
			signal,
		});
		const body = await answer.json();
		if (answer.ok) this.#known.get(id).set(body.version, serial);
		return answer.status;
	}

	/**
	 * Reads the newest version of a transcript. Throws an error if its turns have different
	 * serial numbers, because then it mixes two published texts. Also throws an error if
	 * the version is older than one that was acknowledged before the request.
	 */
	async read(id, signal) {
		const acknowledged = this.#newest(id);
		const answer = await fetch(this.#address(id), { signal });
		const body = await answer.json();
		if (answer.ok) {
			serialOf(body);
			if (body.version < acknowledged)
				throw new Error(`${id}: version ${body.version} after ${acknowledged}`);
		} else if (answer.status === 404 && acknowledged > 0) {
			throw new Error(`${id}: not found after version ${acknowledged}`);
		}
		return answer.status;
	}

	/** Returns how many versions of these transcripts are stored, acknowledged or not. */
	async stored(ids) {
		let total = 0;
		for (const id of ids) {
			const answer = await fetch(`${this.#address(id)}/versions`);
			const { versions = [] } = await answer.json(); // an unknown id has status 404 and no versions
			total += versions.length;
		}
		return total;
	}

	/**
	 * Compares all stored versions with the acknowledged ones. Returns a description of
	 * each difference.
	 *
	 * @param {string[]} ids of the transcripts to compare; by default all
	 */
	async check(ids = this.ids) {
		const findings = [];
		for (const id of ids) await this.#checkOne(id).catch((error) => findings.push(`${id}: ${error.message}`));
		return findings;
	}

	async #checkOne(id) {
		if (this.#newest(id) === 0 && (await fetch(this.#address(id))).status === 404) return;
		const { versions } = await this.#json(`${this.#address(id)}/versions`);
		const numbers = versions.map(({ version }) => version);
		if (numbers.some((number, i) => number !== numbers.length - i)) throw new Error(`versions ${numbers}`);
		if (numbers[0] < this.#newest(id)) throw new Error(`lost: version ${this.#newest(id)}`);
		for (const number of numbers) {
			const serial = serialOf(await this.#json(`${this.#address(id)}/versions/${number}`));
			const acknowledged = this.#known.get(id).get(number);
			if (acknowledged !== undefined && acknowledged !== serial)
				throw new Error(`version ${number} is edition ${serial}, acknowledged as ${acknowledged}`);
			if (number === numbers[0]) await this.#checkSearch(id, serial);
		}
	}

	/**
	 * Throws an error unless the search finds all turns with this serial number, each
	 * of them once.
	 */
	async #checkSearch(id, serial) {
		const { hits } = await this.#json(`${this.#origin}/v1/search?q=serial${serial}.&limit=100`);
		const own = hits.filter((hit) => hit.transcript === id && hit.text.includes(`serial${serial}.`));
		if (own.length !== parts) throw new Error(`the search finds ${own.length} turns of edition ${serial}`);
	}

	async #json(url) {
		const answer = await fetch(url);
		if (answer.status !== 200) throw new Error(`${url}: status ${answer.status}: ${await answer.text()}`);
		return answer.json();
	}
}
