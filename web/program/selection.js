// Finds out which words of the quotes the reader has selected.

/**
 * Returns the part of a shadow tree that the reader has selected, as a range of its nodes.
 *
 * @param {ShadowRoot & {getSelection?: () => Selection | null}} root has the method getSelection in Chromium
 */
const selectedRange = (root) => {
	const selection = root.getSelection?.() ?? getSelection();
	if (!selection) return;
	const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
	const found = composed ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined);
	if (!found || found.collapsed) return;
	if (!root.contains(found.startContainer) || !root.contains(found.endContainer)) return;
	const range = document.createRange();
	range.setStart(found.startContainer, found.startOffset);
	range.setEnd(found.endContainer, found.endOffset);
	return range;
};

/**
 * Returns the number of code points before a position in a turn's text. In that text each
 * paragraph is one line, and a line end counts as one code point.
 *
 * @param {Element} text
 * @param {Node} container
 * @param {number} offset in the container, as in a Range
 */
const pointsBefore = (text, container, offset) => {
	let points = 0;
	for (const paragraph of text.children) {
		const before = document.createRange();
		before.selectNodeContents(paragraph);
		if (before.comparePoint(container, offset) <= 0) {
			before.setEnd(container, offset);
			return points + [...before.toString()].length;
		}
		points += [...paragraph.textContent].length + 1;
	}
	return points;
};

/**
 * Returns which words of the turns inside node the reader has selected, as a flat list. Each
 * turn with selected words adds three numbers: the turn's number, and the offsets of the
 * selection's start and end in the turn's text, in code points.
 *
 * @param {Element} node of a shadow tree
 * @returns {number[]}
 */
export const selection = (node) => {
	const range = selectedRange(/** @type {ShadowRoot} */ (node.getRootNode()));
	if (!range) return [];
	return [...node.querySelectorAll(".turn:not([hidden]) .text")]
		.filter((text) => range.intersectsNode(text))
		.flatMap((text) => {
			const { startContainer, startOffset, endContainer, endOffset } = range;
			const start = text.contains(startContainer) ? pointsBefore(text, startContainer, startOffset) : 0;
			const end = text.contains(endContainer)
				? pointsBefore(text, endContainer, endOffset)
				: pointsBefore(text, text, text.childNodes.length);
			const item = text.closest("li");
			return item ? [item.value, start, end] : [];
		});
};
