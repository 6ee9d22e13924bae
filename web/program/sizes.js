// How much the parts of a list hold. Their styles estimate a height from it, until the
// browser lays them out.

/**
 * @param {NodeListOf<HTMLElement>} parts
 * @param {Int32Array} numbers three for each: the part's position, rows, words
 */
export function sizes(parts, numbers) {
	for (let i = 0; i < numbers.length; i += 3) {
		const { style } = parts[numbers[i]];
		style.setProperty("--rows", `${numbers[i + 1]}`);
		style.setProperty("--words", `${numbers[i + 2]}`);
	}
}
