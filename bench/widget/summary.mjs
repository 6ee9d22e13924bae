// Summarizes all visits to a page: computes one value for each figure, such as the
// median time to the first quote.

export const median = (list) => {
	const sorted = list.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const KiB = 1024;
const scalars = {
	code: ({ code }) => code / KiB,
	opening: ({ opening }) => opening / KiB,
	data: ({ data }) => data / KiB,
	requests: ({ requests }) => requests,
	first: ({ first }) => first,
	ready: ({ ready }) => ready,
	blocking: ({ blocking }) => blocking,
	heap: ({ heap, wasm }) => (heap + wasm) / KiB ** 2,
	elements: ({ elements }) => elements,
	frames: ({ frames }) => frames,
	shift: ({ shift }) => shift,
	update: ({ updates }) => updates && median(updates),
	worst: ({ updates }) => updates && Math.max(...updates),
};

/**
 * Computes the median of each figure over the rounds (repeated visits), for each page,
 * transcript length and mode (simulated speed). Returns a function that looks up the
 * medians.
 *
 * @param {{name: string, size: number, mode: string, result?: object}[]} found the visits; without
 *   a result, the page did not finish
 * @returns {(name: string, size: number, mode: string) => object | undefined} undefined
 *   if the page failed to finish in at least one round
 */
export function summarize(found) {
	const groups = Map.groupBy(found, ({ name, size, mode }) => `${name} ${size} ${mode}`);
	const made = new Map();
	for (const [key, visits] of groups) {
		if (visits.some(({ result }) => !result)) continue;
		const figures = Object.entries(scalars).map(([name, of]) => {
			const values = visits.map(({ result }) => of(result));
			return [name, values.includes(undefined) ? undefined : median(values)];
		});
		made.set(key, Object.fromEntries(figures));
	}
	return (name, size, mode) => made.get(`${name} ${size} ${mode}`);
}

/**
 * Returns a function from a page's name to its manners: its accessibility violations,
 * and the elements of the surrounding story whose style it changed. Only one visit to
 * each page checks them. The result is undefined for a page that was not checked.
 */
export function manners(found) {
	const judged = found.filter(({ result }) => result?.violations);
	const plain = judged.find(({ name }) => name === "static HTML")?.result.styles;
	return (name) => {
		const result = judged.find((one) => one.name === name)?.result;
		return (
			result && {
				violations: result.violations,
				restyled: plain && result.styles && restyled(plain, result.styles),
			}
		);
	};
}

/**
 * Compares the styles of the story on two pages: a page with a library (styles), and the
 * page of static HTML (plain). Returns the selectors of the elements whose styles differ.
 */
function restyled(plain, styles) {
	// Sizes are not compared, because they depend on the content next to the element.
	const own = (list) =>
		list?.filter((line) => !/^(width|height|inline-size|block-size|.*-origin):/.test(line)).join();
	return Object.keys(plain).filter((selector) => own(plain[selector]) !== own(styles[selector]));
}
