// Shows the difference between two versions of a transcript, as a list of changed turns.
import { count, h } from "./dom.js";

/** @import { ChangedTurn, Changes, Edit } from "./types.js" */

const most = 20; // how many turns of each kind of change are shown

/**
 * Returns the words of a changed turn. Inserted words are in <ins> and deleted words are in
 * <del>.
 *
 * @param {Edit[]} edits
 */
const words = (edits) =>
	edits.map(({ op, text }) =>
		op === "same" ? shortened(text) : h(op === "insert" ? "ins" : "del", {}, text),
	);

/**
 * Shortens a long text that has not changed. Only its beginning and its end remain, with "…"
 * between them.
 *
 * @param {string} text
 */
function shortened(text) {
	const ends = 60;
	const points = [...text];
	if (points.length <= 2.5 * ends) return text;
	return `${points.slice(0, ends).join("")} … ${points.slice(-ends).join("")}`;
}

/**
 * Returns a list of the changed turns, grouped by kind of change: inserted, removed,
 * reworded, moved.
 *
 * @param {Changes} changes
 * @param {{id: string, name: string}[]} speakers
 */
export function changeList({ inserted, removed, reworded, moved }, speakers) {
	const names = new Map(speakers.map(({ id, name }) => [id, name]));
	/** @param {ChangedTurn} turn */
	const named = ({ speaker }) => names.get(speaker) ?? speaker;
	const total = inserted.length + removed.length + reworded.length + moved.length;
	if (total === 0) return h("p", {}, "No turn has changed.");
	// At most 20 turns are listed for each kind of change, and moved turns are only
	// counted. If some changes are not listed, the last item says how many changes there
	// are.
	return h(
		"ul.changes",
		{},
		reworded
			.slice(0, most)
			.map(({ before, after, words: edits }) =>
				h(
					"li",
					{},
					h("b", {}, `Turn ${after.n}`),
					" ",
					before.speaker === after.speaker
						? h("span.quiet", {}, named(after))
						: h("span", {}, h("del", {}, named(before)), " ", h("ins", {}, named(after))),
					h("p", {}, words(edits)),
				),
			),
		inserted
			.slice(0, most)
			.map((turn) =>
				h(
					"li",
					{},
					h("b", {}, `Turn ${turn.n} is new`),
					" ",
					h("span.quiet", {}, named(turn)),
					h("p", {}, h("ins", {}, turn.text)),
				),
			),
		removed
			.slice(0, most)
			.map((turn) =>
				h(
					"li",
					{},
					h("b", {}, `Turn ${turn.n} is gone`),
					" ",
					h("span.quiet", {}, named(turn)),
					h("p", {}, h("del", {}, turn.text)),
				),
			),
		moved.length > 0 && h("li", {}, `${count(moved.length, "turn")} in another place.`),
		[reworded, inserted, removed].some((list) => list.length > most) &&
			h("li", {}, `${count(total, "change")} in all.`),
	);
}
