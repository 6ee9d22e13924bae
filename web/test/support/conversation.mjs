// Transcripts that tests make up.

/** Markup of another version, so that the program writes its own. */
export const outdated = '<div class="ql" data-version="0"></div>';

const letters = "bcdfghjkmnpqrtvwxyz";

/** An id such as the project's: seven letters of its alphabet. */
const id = (n) =>
	Array.from({ length: 7 }, (_, i) => letters[Math.floor(n / letters.length ** i) % letters.length]).join("");

/**
 * A conversation in which the speakers take turns.
 *
 * @param {object} [about]
 * @param {number} [about.turns]
 * @param {string[]} [about.names] of the speakers, the one who asks first
 * @param {string} [about.lang]
 * @param {string} [about.title]
 * @param {(i: number) => string} [about.says] the words of turn i, from 0 on
 * @param {(i: number) => {start?: number, end?: number, date?: string}} [about.when] its times
 * @returns {{id: string, json: string, html: string}} as pageWith takes it
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
