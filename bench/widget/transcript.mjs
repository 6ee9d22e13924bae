// Transcripts of any length: an interviewer and two speakers, in the words of the
// demo's interview in random order, so that words are as frequent as in English
// and compress like it. The same length always gives the same transcript.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, scratch } from "./paths.mjs";

const speakers = ["Speaker A", "Speaker B"];
const topics = 6;

/** Random numbers from 0 to below 1, the same ones each time (mulberry32). */
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

/** A sentence of so many words. */
function sentence(words, next, length, end) {
	const drawn = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(" ");
	return drawn[0].toUpperCase() + drawn.slice(1) + end;
}

/** A question, or one to four sentences in answer. */
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
 * Makes a transcript with the project's own ingest.
 *
 * @param {number} length in turns
 * @returns {{id: string, file: string, title: string, snippet: string, turns: {n: number, name: string, text: string}[]}}
 *   file: that holds it as JSON
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
 * What a newsroom pastes, with addresses relative to the site's root.
 *
 * @param {string} root the folder of the project, of this or an older revision
 * @param {string} file
 */
export const snippetOf = (root, file) =>
	execFileSync("go", ["run", "./worker/cmd/quoteline", "snippet", file], {
		cwd: root,
		encoding: "utf8",
		maxBuffer: 2 ** 28,
	});
