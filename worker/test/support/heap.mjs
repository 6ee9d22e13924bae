// Counts objects in a heap snapshot of V8, the JavaScript engine.

/**
 * Matches the kinds of objects that V8 makes for itself, such as compiled functions.
 * They are not counted, because their number changes even without a leak.
 */
const internal = /^(hidden|code|synthetic|object shape|native system )/;

/**
 * Counts the objects in a heap snapshot. The result is the number of objects of each
 * kind, such as "object Promise" or "string".
 *
 * @param {object} file a snapshot in the form of HeapProfiler.takeHeapSnapshot
 * @returns {Map<string, number>}
 */
export function countObjects({ snapshot, nodes, strings }) {
	const fields = snapshot.meta.node_fields;
	const [typeAt, nameAt] = ["type", "name"].map((field) => fields.indexOf(field));
	const types = snapshot.meta.node_types[typeAt];
	const counts = new Map();
	for (let at = 0; at < nodes.length; at += fields.length) {
		const type = types[nodes[at + typeAt]];
		const named = ["object", "native", "closure"].includes(type);
		const kind = named ? `${type} ${strings[nodes[at + nameAt]]}` : type;
		if (internal.test(kind)) continue;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	return counts;
}

/**
 * Returns the kinds of objects whose count has grown by limit(kind) or more.
 *
 * @param {Map<string, number>} before
 * @param {Map<string, number>} after
 * @param {(kind: string) => number} limit
 */
export function grown(before, after, limit) {
	const growth = [...after].map(([kind, n]) => [kind, n - (before.get(kind) ?? 0)]);
	return growth.filter(([kind, more]) => more >= limit(kind));
}
