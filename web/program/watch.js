// Which elements are inside the viewport.

/**
 * Calls seen(n, inside) whenever an element that was added as n begins or ends to be
 * inside the viewport as the margin changes it, until seen answers false.
 *
 * @param {string} rootMargin as IntersectionObserver takes it
 * @param {(n: number, inside: boolean) => boolean} seen
 */
export function watch(rootMargin, seen) {
	const nodes = new Map(); // by element: its number, whether it is inside
	const children = new Map(); // by parent
	const watcher = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				const node = nodes.get(target);
				if (!node || node.inside === isIntersecting) continue;
				node.inside = isIntersecting;
				if (!seen(node.n, isIntersecting)) return;
			}
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
