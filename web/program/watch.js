// Which elements are inside the viewport.

/**
 * Calls seen when elements begin or end to be inside the viewport as the margin changes
 * it: with the number under which each was added, and whether it is inside.
 *
 * @param {string} rootMargin as IntersectionObserver takes it
 * @param {(...news: (number | boolean)[]) => void} seen
 */
export function watch(rootMargin, seen) {
	const nodes = new Map(); // by element: its number, whether it is inside
	const children = new Map(); // by parent
	const watcher = new IntersectionObserver(
		(entries) => {
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
	const add = (target, n, inside) => {
		nodes.set(target, { n, inside });
		watcher.observe(target);
	};
	const dropChildren = (parent) => {
		for (const child of children.get(parent) ?? []) {
			nodes.delete(child);
			watcher.unobserve(child);
		}
		children.delete(parent);
	};
	return {
		add,
		addList(list) {
			for (const [i, node] of list.entries()) add(node, i, false);
		},
		/** The children in the place of those that were added before, as n and so on. */
		addChildren(parent, n) {
			dropChildren(parent);
			children.set(parent, [...parent.children]);
			for (const [i, child] of children.get(parent).entries()) add(child, n + i, false);
		},
		dropChildren,
		end: () => watcher.disconnect(),
	};
}
