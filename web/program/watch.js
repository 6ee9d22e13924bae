// Reports which elements enter or leave the viewport.

/**
 * Returns an object that watches elements. When some of them enter or leave the viewport, it
 * calls the function seen with two arguments for each of them: the number with which the
 * element was added, and whether the element is now inside. The margin rootMargin makes the
 * area that counts as the viewport larger or smaller.
 *
 * @param {string} rootMargin as IntersectionObserver takes it
 * @param {(...news: (number | boolean)[]) => void} seen
 */
export function watch(rootMargin, seen) {
	/**
	 * The watched elements, each with its number and whether it was inside the viewport at
	 * the last report.
	 *
	 * @type {Map<Element, {n: number, inside: boolean}>}
	 */
	const nodes = new Map();
	/**
	 * For each parent, the children that are watched.
	 *
	 * @type {Map<Element, Element[]>}
	 */
	const children = new Map();
	const watcher = new IntersectionObserver(
		(entries) => {
			/** @type {(number | boolean)[]} */
			const news = [];
			for (const { target, isIntersecting } of entries) {
				const node = nodes.get(target);
				if (!node || node.inside === isIntersecting) continue;
				node.inside = isIntersecting;
				news.push(node.n, isIntersecting);
			}
			if (news.length > 0) seen(...news);
		},
		{ rootMargin },
	);
	/**
	 * Watches an element. The function seen will get the number n for it. The argument
	 * inside says whether the element counts as inside the viewport until the first report.
	 *
	 * @type {(target: Element, n: number, inside: boolean) => void}
	 */
	const add = (target, n, inside) => {
		nodes.set(target, { n, inside });
		watcher.observe(target);
	};
	/**
	 * Stops watching the children of an element.
	 *
	 * @param {Element} parent
	 */
	const dropChildren = (parent) => {
		for (const child of children.get(parent) ?? []) {
			nodes.delete(child);
			watcher.unobserve(child);
		}
		children.delete(parent);
	};
	return {
		add,
		/**
		 * Watches the elements of a list. The number of each element is its index in the
		 * list.
		 *
		 * @param {NodeListOf<Element>} list
		 */
		addList(list) {
			for (const [i, node] of list.entries()) add(node, i, false);
		},
		/**
		 * Watches the children of an element under the numbers n, n + 1 and so on. Children
		 * that an earlier call has added for the same element are no longer watched.
		 *
		 * @param {Element} parent
		 * @param {number} n
		 */
		addChildren(parent, n) {
			dropChildren(parent);
			const now = [...parent.children];
			children.set(parent, now);
			for (const [i, child] of now.entries()) add(child, n + i, false);
		},
		dropChildren,
		end: () => watcher.disconnect(),
	};
}
