/**
 * Makes a transcript to publish. Each text becomes a turn of the same speaker. If topics
 * are given, every turn has all of them.
 *
 * @param {string[]} texts
 * @param {{topics?: string[]}} [more]
 */
export function talk(texts, { topics } = {}) {
	return {
		title: "On attacks",
		lang: "en",
		timing: "none",
		editing: "verbatim",
		speakers: [{ id: "ann", name: "Ann Example", kind: "guest" }],
		...(topics && { topics: topics.map((id) => ({ id, label: id })) }),
		turns: texts.map((text) => ({ speaker: "ann", kind: "statement", text, ...(topics && { topics }) })),
	};
}
