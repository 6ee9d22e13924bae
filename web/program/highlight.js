// Highlights the hits of a search with the browser's CSS Custom Highlight API.

const name = "quoteline-hit";

/**
 * Returns a position in a paragraph as a text node and an offset in that node. Returns null
 * if the paragraph is too short.
 *
 * @param {Element} paragraph
 * @param {number} unit the position's offset in the paragraph, in UTF-16 code units
 * @returns {[node: Text, at: number] | null}
 */
const unitIn = (paragraph, unit) => {
	const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
	let at = unit;
	const next = () => /** @type {Text | null} */ (walker.nextNode());
	let node = next();
	while (node && at > node.length) {
		at -= node.length;
		node = next();
	}
	return node && [node, at];
};

/**
 * Returns a range that contains some words of a list item. The words are in one paragraph of
 * the item. The numbers from and to are the UTF-16 offsets in that paragraph where the words
 * begin and end.
 *
 * @param {Element} list
 * @param {number[]} place index of the item in the list, index of the paragraph in the item, from, to
 */
const wordsIn = (list, [item, paragraph, from, to]) => {
	const text = list.children[item]?.querySelector(".text")?.children[paragraph];
	const start = text && unitIn(text, from);
	const end = start && unitIn(text, to);
	if (!start || !end) return;
	return new StaticRange({
		startContainer: start[0],
		startOffset: start[1],
		endContainer: end[0],
		endOffset: end[1],
	});
};

// The maximum number of highlights in a list. More highlights would slow down typing in the
// search field.
const most = 1000;

/**
 * Returns a function that highlights words of a list and removes the earlier highlights of
 * that list, without changing the list's nodes. The arguments of the returned function are
 * the list, and the address and the length of a text in the WebAssembly program's memory.
 * That text has the four numbers of wordsIn for each highlight. All lists of a page share
 * one Highlight object.
 *
 * @param {AbortSignal} life removes the highlights when it aborts
 * @param {(at: number, length: number) => string} read returns a text in the program's memory
 * @returns {(list: Element, at: number, length: number) => void}
 */
export function highlighter(life, read) {
	const highlight = CSS.highlights.get(name) ?? new Highlight();
	CSS.highlights.set(name, highlight);
	/** @type {Map<Element, StaticRange[]>} */
	const shown = new Map(); // the highlighted ranges, by list
	/** @param {Element} list */
	const clear = (list) => {
		for (const range of shown.get(list) ?? []) highlight.delete(range);
		shown.delete(list);
	};
	life.addEventListener("abort", () => [...shown.keys()].forEach(clear));
	return (list, ...place) => {
		clear(list);
		const numbers = read(...place)
			.split(" ", 4 * most)
			.map(Number);
		const ranges = [];
		for (let i = 0; i + 3 < numbers.length; i += 4) {
			const range = wordsIn(list, numbers.slice(i, i + 4));
			if (range) ranges.push(range);
		}
		for (const range of ranges) highlight.add(range);
		if (ranges.length > 0) shown.set(list, ranges);
	};
}
