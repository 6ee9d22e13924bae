// A chunk is a group of turns in a long list. This script writes two numbers into the style
// of each chunk: its number of turns and its number of words. From these numbers the style
// sheet estimates the chunk's height, until the browser lays the chunk out.

/**
 * Writes the number of turns and of words in each part of a list into the style of that
 * part, as --rows and --words.
 *
 * @param {NodeListOf<HTMLElement>} parts
 * @param {Int32Array} numbers three for each part: its index in parts, its number of turns, and its number of words
 */
export function sizes(parts, numbers) {
	for (let i = 0; i < numbers.length; i += 3) {
		const { style } = parts[numbers[i]];
		style.setProperty("--rows", `${numbers[i + 1]}`);
		style.setProperty("--words", `${numbers[i + 2]}`);
	}
}
