// Hits of a search as highlights of the browser's (CSS Custom Highlight API).

const name = "quoteline-hit";

// The node in which the unit-th code unit of a paragraph is, and where.
const unitIn = (paragraph, unit) => {
	const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
	let at = unit;
	let node = walker.nextNode();
	while (node && at > node.length) {
		at -= node.length;
		node = walker.nextNode();
	}
	return node && [node, at];
};

// The words of an item of a list: a paragraph's code units from one to another.
const wordsIn = (list, item, paragraph, from, to) => {
	const text = list.children[item]?.querySelector(".text")?.children[paragraph];
	const start = text && unitIn(text, from);
	const end = start && unitIn(text, to);
	return (
		end &&
		new StaticRange({
			startContainer: start[0],
			startOffset: start[1],
			endContainer: end[0],
			endOffset: end[1],
		})
	);
};

// More than so many words of a list would only slow a keystroke.
const most = 1000;

/**
 * A function that highlights words in a list, in the place of those that were before,
 * without a change of its nodes. Places holds four numbers for each: the item, its
 * paragraph, start and end there. All elements of a page share the one highlight.
 *
 * @param {AbortSignal} life when it ends, nothing is highlighted any more
 * @param {(at: number, length: number) => string} read gives a text of the program's memory
 * @returns {(list: Element, at: number, length: number) => void}
 */
export function highlighter(life, read) {
	if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
	const highlight = CSS.highlights.get(name);
	const shown = new Map(); // ranges by list
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
			const range = wordsIn(list, ...numbers.slice(i, i + 4));
			if (range) ranges.push(range);
		}
		for (const range of ranges) highlight.add(range);
		if (ranges.length > 0) shown.set(list, ranges);
	};
}
