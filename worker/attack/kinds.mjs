// The kinds of attacks. Each is a series of requests that cost the Worker much, and a
// client little.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Rewriting } from "./rewriting.mjs";
import { talk } from "./talk.mjs";

/** @typedef {import("./client.mjs").Client} Client */
/** @typedef {import("./client.mjs").Outcome} Outcome */

/**
 * A kind of attack. The function prepare sends the first requests, and the attack waits
 * for their answers. The function step sends one request of the attack, the one with the
 * number n. The number clients is how many requests wait for an answer at the same time.
 * The number most is the largest number of requests in the whole attack. The function
 * check returns a description of each fault that it finds after the attack.
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {number} clients
 * @property {number} [most]
 * @property {(client: Client) => Promise<unknown>} [prepare]
 * @property {(client: Client, n: number, seconds: number) => Promise<Outcome>} step
 * @property {(client: Client) => Promise<string[]>} [check]
 */

/** Words that have no letter: marks, variation selectors and joiners. */
const empty = [
	"%CC%81",
	"the%20%E2%9D%A4%EF%B8%8F",
	"%EF%B8%8F",
	"%E2%80%8D",
	"a%20%CC%81%CC%A7",
	"%E2%81%A0",
];
const about = "/v1/transcripts/altman-murati-2023";

/** @type {Kind} */
const emptyWords = {
	name: "words without letters",
	clients: 2,
	step: (client, n) => {
		const q = empty[n % empty.length];
		const places = [
			`/v1/search?q=${q}`,
			`/v1/verify?q=${q}`,
			`${about}/turns?q=${q}`,
			`/embed/altman-murati-2023?q=${q}`,
		];
		return client.get(places[Math.floor(n / empty.length) % places.length]);
	},
};

/** @type {(folder: string) => Kind} */
const hostileUploads = (folder) => ({
	name: "hostile uploads of 2 MB",
	clients: 2,
	step: async (client, n) => {
		const files = (await readdir(folder)).sort();
		// Files next to each other are alike, so a short attack takes every 7th.
		const source = await readFile(join(folder, files[(n * 7) % files.length]));
		return client.send("POST", "/v1/ingest", client.stranger, source);
	},
});

/** @type {Kind} */
const squares = {
	name: "one turn with much in it",
	clients: 2,
	prepare: (client) => client.put("letters", talk([`a ${"a ".repeat(45_000)}`])),
	step: (client, n) => {
		const topics = Array.from({ length: 40_000 }, (_, i) => `t${i}`);
		const requests = [
			() => client.put("square", talk(["a"], { topics })),
			() => client.put("square", talk(["a ".repeat(200_000)])),
			() => client.get("/v1/search?q=a"),
			() => client.get("/v1/transcripts/letters/turns?q=a"),
			() => client.get(`/v1/verify?q=${"a%20".repeat(100)}`),
			() => client.get("/v1/transcripts/square/turns?q=a"),
		];
		return requests[n % requests.length]();
	},
};

const common =
	"the board of a company that people would want to return and not only think about safety".split(" ");

/** @type {Kind} */
const costly = {
	name: "searches that no cache has",
	clients: 16,
	step: (client, n) => {
		const quote = (length) => Array.from({ length }, () => client.dice.pick(common)).join("%20");
		return client.get(n % 2 ? `/v1/search?q=${quote(3)}&limit=100` : `/v1/verify?q=${quote(100)}`);
	},
};

/** @type {Kind} */
const limits = {
	name: "transcripts beyond the limits",
	clients: 2,
	step: (client, n) => {
		const long = Array.from(
			{ length: 9_000 },
			(_, i) => `These are the words of turn ${i}: ${"word ".repeat(20)}`,
		);
		const bodies = [
			() => talk(["\u200b\u202e\u2060".repeat(1000)]), // no character of it can be seen
			() => talk(["word ".repeat(60_000)]),
			() => talk(long), // nearly the longest body, whose stored form is longer
			() => talk(Array(20_000).fill("a")),
		];
		return client.put(`limit-${n % bodies.length}`, bodies[n % bodies.length]());
	},
};

const targets = [
	"/%",
	"/t/%",
	"/v1/transcripts/%zz",
	"/v1/search?q=%",
	"/t/%ff",
	"/v1/transcripts/%00",
	"//",
	"/t//q/",
];
const longTargets = [
	`/v1/transcripts/${"a".repeat(6000)}`,
	`/v1/search?q=${"a".repeat(6000)}`,
	`/${"%".repeat(2000)}`,
];

/** @type {Kind} */
const malformed = {
	name: "malformed targets",
	clients: 8,
	step: (client, n) => client.target([...targets, ...longTargets][n % (targets.length + longTargets.length)]),
};

/** @type {Kind} */
const aborted = {
	name: "clients that disconnect",
	clients: 16,
	step: (client, n) => {
		const wait = 1 + client.dice.next(40);
		const path = `/v1/search?q=${client.dice.pick(common)}&limit=${1 + client.dice.next(100)}`;
		if (n % 3 > 0)
			return client.send("GET", n % 3 === 1 ? path : "/t/open-1", client.stranger, undefined, wait);
		return client.send("POST", "/v1/ingest", client.stranger, "A: some words\n".repeat(2000), wait);
	},
};

/** @type {Kind} */
const slowBodies = {
	name: "slow bodies",
	clients: 40,
	step: (client, _, seconds) => client.slowBody(seconds),
};

const network = 300; // how many addresses of one IPv6 network send a request

/** @returns {Kind} */
const oneNetwork = () => {
	const outcomes = [];
	return {
		name: "addresses of one IPv6 network",
		clients: 8,
		most: network,
		step: async (client, n) => {
			const headers = {
				"CF-Connecting-IP": `2001:db8:1:2::${(n + 1).toString(16)}`,
				Authorization: "Bearer no",
			};
			const outcome = await client.send("PUT", "/v1/transcripts/none", headers, "x");
			outcomes.push(outcome.status);
			return outcome;
		},
		// The limit is 120 requests a minute for one network. A new minute may begin
		// during the test, so 240 requests may be answered.
		check: async () =>
			outcomes.length === network && outcomes.filter((status) => status === 429).length < network - 240
				? ["a network of many IPv6 addresses has no limit"]
				: [],
	};
};

/** @type {Kind} */
const oneKind = {
	name: "writes that take every instance",
	clients: 96,
	step: (client, n) => {
		if (n % 2)
			return client.send("POST", "/v1/ingest", client.stranger, "A: some words\n\nB: others\n\n".repeat(500));
		const headers = {
			...client.stranger,
			Authorization: "Bearer ql_none_none",
			"Content-Type": "application/json",
		};
		return client.send("PUT", "/v1/transcripts/none", headers, JSON.stringify(talk(["a ".repeat(20_000)])));
	},
};

/**
 * Returns the kinds of attacks in the order in which they are run.
 *
 * @param {string} sources the folder of the files to upload
 * @returns {Kind[]}
 */
export function makeKinds(sources) {
	const uploads = hostileUploads(sources);
	const all = [emptyWords, uploads, new Rewriting(), squares, costly, limits, malformed, aborted, slowBodies];
	return [...all, oneNetwork(), oneKind, atOnce([uploads, squares, costly, malformed, aborted, oneKind])];
}

/** @returns {Kind} */
function atOnce(kinds) {
	return {
		name: "six of these at once",
		clients: 24,
		step: (client, n, seconds) => kinds[n % kinds.length].step(client, Math.floor(n / kinds.length), seconds),
	};
}
