// What the reader has selected of the quotes.

// The selected part of a shadow tree, as a range of its nodes.
const selectedRange = (root) => {
	const selection = root.getSelection?.() ?? getSelection();
	const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
	const found = composed ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined);
	if (!found || found.collapsed) return;
	if (!root.contains(found.startContainer) || !root.contains(found.endContainer)) return;
	const range = document.createRange();
	range.setStart(found.startContainer, found.startOffset);
	range.setEnd(found.endContainer, found.endOffset);
	return range;
};

// Code points of a text before a place in it; its paragraphs are one line each.
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
 * The parts of the texts below a node that are selected: for each the number of its
 * turn, and the code points at which it begins and ends there, one after the other.
 */
export const selection = (node) => {
	const range = selectedRange(node.getRootNode());
	if (!range) return [];
	return [...node.querySelectorAll(".turn:not([hidden]) .text")]
		.filter((text) => range.intersectsNode(text))
		.flatMap((text) => {
			const { startContainer, startOffset, endContainer, endOffset } = range;
			const start = text.contains(startContainer) ? pointsBefore(text, startContainer, startOffset) : 0;
			const end = text.contains(endContainer)
				? pointsBefore(text, endContainer, endOffset)
				: pointsBefore(text, text, text.childNodes.length);
			return [text.closest("li").value, start, end];
		});
};
