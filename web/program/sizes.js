// Writes into the style of each chunk (part of a long list) how many rows and words it
// holds. The style sheet estimates the chunk's height from these numbers, until the
// browser lays it out.

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
