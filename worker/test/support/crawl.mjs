// Asks a Worker for everything that it publishes, so that a test can compare the answers
// of two Workers, or of one Worker before and after a change.
import assert from "node:assert/strict";

const words = ["harbour", "%E8%91%A3%E4%BA%8B", "O%27Brien", "grandfather", "nowhere"];
const common = [...words.map((word) => `q=${word}`), "speaker=ann", "limit=2", "limit=2&q=the"];
const page = encodeURIComponent("http://127.0.0.1/t/arches");

/**
 * At some addresses the answer depends on the query. These are the queries to send to such
 * addresses. The text {turn} is replaced by a turn's id.
 */
const queries = {
	"/v1/search": common,
	"/v1/verify": ["q=a%20borrowed%20cart", "q=three%20friends%20and%20a%20cart", "q=O%27Brien"],
	"/v1/transcripts": ["", "limit=2"],
	"/v1/transcripts/{id}/turns": ["", ...common],
	"/v1/transcripts/{id}/embed": [
		..."script iframe link static".split(" ").map((kind) => `kind=${kind}`),
		"kind=quote&turn={turn}",
	],
	"/v1/transcripts/{id}/versions/{n}": ["", "from=1"],
	"/oembed": [`url=${page}`, `url=${page}&format=xml`],
};

/** Headers that depend on the moment or the server's process. */
const passing = ["date", "server-timing", "age", "cf-cache-status", "connection", "keep-alive"];

/**
 * Asks for every address of the OpenAPI document that can be read. Returns the answers by
 * their addresses.
 *
 * @param {string} origin of the Worker
 * @param {{id: string, turns: string[], versions: number}[]} transcripts for the addresses: the ids of
 *   turns, even removed ones, and the number of versions
 * @returns {Promise<Map<string, {status: number, headers: [string, string][], body: string}>>}
 */
export async function crawl(origin, transcripts) {
	const doc = await (await fetch(`${origin}/openapi.json`)).json();
	const answers = new Map();
	for (const path of Object.keys(doc.paths).filter((path) => doc.paths[path].get)) {
		for (const [address, turn] of addressesOf(path, transcripts)) {
			for (const query of queries[path] ?? [""]) {
				const asked = query ? `${address}?${query.replace("{turn}", turn)}` : address;
				answers.set(asked, await ask(origin + asked));
			}
		}
	}
	return answers;
}

async function ask(url) {
	const answer = await fetch(url);
	const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
	const headers = [...answer.headers].filter(([name]) => !passing.includes(name));
	return { status: answer.status, headers, body };
}

/**
 * Puts each transcript's ids into the parameters of a path, such as "/t/{id}/q/{turn}".
 * Returns the addresses, each with the id of a turn.
 */
function addressesOf(path, transcripts) {
	if (!path.includes("{")) return [[path, ""]];
	const addresses = transcripts.flatMap(({ id, turns, versions }) => {
		const own = path.replaceAll("{id}", id);
		if (own.includes("{turn}")) return turns.map((turn) => [own.replaceAll("{turn}", turn), turn]);
		const numbers = Array.from({ length: versions }, (_, i) => `${i + 1}`);
		if (own.includes("{n}")) return numbers.map((n) => [own.replaceAll("{n}", n), turns[0]]);
		return [[own, turns[0]]];
	});
	for (const [address] of addresses) assert.ok(!address.includes("{"), `${path} has an unknown parameter`);
	return addresses;
}
