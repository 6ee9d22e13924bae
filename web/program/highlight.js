// Hits of a search as highlights of the browser's (CSS Custom Highlight API).

const name = "quoteline-hit";

/**
 * The text node that holds a code unit of a paragraph, and the unit's place in that node.
 *
 * @param {Element} paragraph
 * @param {number} unit
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
 * The words of a list's item: from ≤ code units < to of one of its paragraphs.
 *
 * @param {Element} list
 * @param {number[]} place the item, its paragraph, from, to
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

// How many words of a list are highlighted at most: more would slow down typing.
const most = 1000;

/**
 * A function that highlights words of a list instead of those before, and changes none of
 * its nodes. It gets the place of a text with four numbers for each word: the item, its
 * paragraph, start and end there. All elements of a page share one highlight.
 *
 * @param {AbortSignal} life the highlights are removed when it ends
 * @param {(at: number, length: number) => string} read gives a text of the program's memory
 * @returns {(list: Element, at: number, length: number) => void}
 */
export function highlighter(life, read) {
	const highlight = CSS.highlights.get(name) ?? new Highlight();
	CSS.highlights.set(name, highlight);
	/** @type {Map<Element, StaticRange[]>} */
	const shown = new Map(); // ranges by list
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
