// Generates transcripts of any length, with an interviewer and two speakers. The words
// are drawn at random from the demo's interview. So each word is about as frequent as in
// the interview, and the text compresses about as well. The same length always gives the
// same transcript.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, scratch } from "./paths.mjs";

const speakers = ["Speaker A", "Speaker B"];
const topics = 6;

/**
 * A generator of pseudo-random numbers (mulberry32), each at least 0 and less than 1.
 * The same seed gives the same sequence.
 */
function random(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

function vocabulary() {
	const { turns } = JSON.parse(readFileSync(join(root, "dist/content/altman-murati-2023.json"), "utf8"));
	return turns.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu));
}

/**
 * Returns a sentence of this many random words (length). end is its last character,
 * such as "?". next is the random number generator.
 */
function sentence(words, next, length, end) {
	const drawn = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(" ");
	return drawn[0].toUpperCase() + drawn.slice(1) + end;
}

/**
 * The source text of turn i: "Host:" and a question, or a speaker's name and an answer
 * of one to four sentences.
 */
function said(i, words, next) {
	const some = () => 6 + Math.floor(next() * 12);
	if (i % 2 === 0) return `Host: ${sentence(words, next, some(), "?")}`;
	const sentences = Array.from({ length: 1 + Math.floor(next() * 4) }, () =>
		sentence(words, next, some(), "."),
	);
	return `${speakers[(i >> 1) % 2]}: ${sentences.join(" ")}`;
}

function meta(id, length) {
	const last = (i) => Math.floor((length * i) / topics);
	return {
		id,
		title: `A conversation of ${length.toLocaleString("en")} turns`,
		lang: "en",
		recordedAt: "2024-05-01",
		editing: "verbatim",
		speakers: speakers.map((name, i) => ({ name, role: `Guest ${i + 1}` })),
		topics: Array.from({ length: topics }, (_, i) => ({
			id: `part-${i + 1}`,
			label: `Part ${i + 1}`,
			from: last(i) + 1,
			to: last(i + 1),
		})),
	};
}

/**
 * Makes a transcript: generates a source text and converts it with this project's
 * command "ingest".
 *
 * @param {number} length in turns
 * @returns {{id: string, file: string, title: string, snippet: string, turns: {n: number, name: string, text: string}[]}}
 *   file: the path of the transcript's JSON
 */
export function makeTranscript(length) {
	const id = `turns-${length}`;
	const [words, next] = [vocabulary(), random(length)];
	const text = Array.from({ length }, (_, i) => said(i, words, next)).join("\n\n");
	mkdirSync(scratch, { recursive: true });
	const at = (extension) => join(scratch, `${id}.${extension}`);
	writeFileSync(at("txt"), text);
	writeFileSync(at("meta.json"), JSON.stringify(meta(id, length)));
	const args = ["run", "./worker/cmd/quoteline", "ingest", "-meta", at("meta.json"), at("txt")];
	const json = execFileSync("go", args, {
		cwd: root,
		maxBuffer: 2 ** 28,
		stdio: ["ignore", "pipe", "ignore"],
	});
	writeFileSync(at("json"), json);
	const made = JSON.parse(json);
	if (made.turns.length !== length) throw new Error(`${id} has ${made.turns.length} turns`);
	const names = new Map(made.speakers.map(({ id, name }) => [id, name]));
	const turns = made.turns.map(({ n, speaker, text }) => ({ n, name: names.get(speaker), text }));
	return { id, file: at("json"), title: made.title, turns, snippet: snippetOf(root, at("json")) };
}

/**
 * Returns the snippet, which is the markup that a newsroom pastes into its page. Its
 * URLs are relative to the site's root.
 *
 * @param {string} root the project's folder, at this revision or an older one
 * @param {string} file the transcript's JSON
 */
export const snippetOf = (root, file) =>
	execFileSync("go", ["run", "./worker/cmd/quoteline", "snippet", file], {
		cwd: root,
		encoding: "utf8",
		maxBuffer: 2 ** 28,
	});
