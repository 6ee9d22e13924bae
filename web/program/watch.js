// Watches which elements enter or leave the viewport.

/**
 * Returns a watcher that calls seen when elements enter or leave the viewport. Seen gets two
 * values for each element: the number under which the element was added, and whether it is
 * now inside. The viewport is made wider or narrower by rootMargin.
 *
 * @param {string} rootMargin as IntersectionObserver takes it
 * @param {(...news: (number | boolean)[]) => void} seen
 */
export function watch(rootMargin, seen) {
	/** @type {Map<Element, {n: number, inside: boolean}>} */
	const nodes = new Map();
	/** @type {Map<Element, Element[]>} */
	const children = new Map(); // the watched children, by parent
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
	/** @type {(target: Element, n: number, inside: boolean) => void} */
	const add = (target, n, inside) => {
		nodes.set(target, { n, inside });
		watcher.observe(target);
	};
	/** @param {Element} parent */
	const dropChildren = (parent) => {
		for (const child of children.get(parent) ?? []) {
			nodes.delete(child);
			watcher.unobserve(child);
		}
		children.delete(parent);
	};
	return {
		add,
		/** @param {NodeListOf<Element>} list */
		addList(list) {
			for (const [i, node] of list.entries()) add(node, i, false);
		},
		/**
		 * Watches the children of an element under the numbers n, n + 1 and so on, and
		 * stops watching its earlier children.
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
