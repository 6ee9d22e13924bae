// Makes up transcripts for tests.

/**
 * Markup with version 0, as if a server had sent it. No transcript has version 0. The
 * widget's program replaces markup whose version differs from the transcript's, so on
 * such a page the program writes all markup itself.
 */
export const outdated = '<div class="ql" data-version="0"></div>';

const letters = "bcdfghjkmnpqrtvwxyz";

/** The id of turn n. It consists of seven letters, all from the alphabet that published ids use. */
const id = (n) =>
	Array.from({ length: 7 }, (_, i) => letters[Math.floor(n / letters.length ** i) % letters.length]).join("");

/**
 * Makes a conversation in which the speakers talk one after another, always in the same
 * order.
 *
 * @param {object} [about]
 * @param {number} [about.turns] how many
 * @param {string[]} [about.names] of the speakers; the first one is the host and asks
 * @param {string} [about.lang]
 * @param {string} [about.title]
 * @param {(i: number) => string} [about.says] the words of turn i, counted from 0
 * @param {(i: number) => {start?: number, end?: number, date?: string}} [about.when] the times of
 *   turn i, in milliseconds, or its date
 * @returns {{id: string, json: string, html: string}} the arguments of pageWith: the transcript's
 *   id, its JSON, and the server's markup
 */
export function conversation({
	turns = 12,
	names = ["Host", "Speaker A", "Speaker B"],
	lang = "en",
	title = "A conversation",
	says = (i) => `The words of turn ${i + 1}, which is one of ${turns}.`,
	when,
} = {}) {
	const speakers = names.map((name, i) => ({
		id: `s${i}`,
		name,
		role: i > 0 ? "A role" : undefined,
		kind: i > 0 ? "guest" : "host",
		aliases: [],
		sameAs: [],
	}));
	const said = Array.from({ length: turns }, (_, i) => ({
		id: id(i),
		n: i + 1,
		speaker: `s${i % names.length}`,
		kind: i % names.length ? "answer" : "question",
		topics: [],
		text: says(i),
		...when?.(i),
	}));
	const about = {
		schema: "quoteline/1",
		id: "made-up",
		version: 1,
		title,
		lang,
		timing: when?.(0).start === undefined ? "none" : "turn",
		editing: "verbatim",
	};
	return {
		id: about.id,
		json: JSON.stringify({ ...about, speakers, topics: [], turns: said }),
		html: outdated,
	};
}
