// Copies and shares texts. The promise of either function is rejected if the browser or the
// frame does not allow it.

/**
 * Copies a text to the clipboard. Unless html is "", it also copies html, which is the same
 * text in HTML.
 *
 * @param {string} text
 * @param {string} html
 */
export const copy = async (text, html) => {
	if (!html || !globalThis.ClipboardItem) return navigator.clipboard.writeText(text);
	const kinds = { "text/plain": text, "text/html": html };
	const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
	return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

/**
 * Opens the system's dialog for sharing a text. Resolves to false if the reader closes the
 * dialog, and otherwise to true.
 *
 * @param {string} title
 * @param {string} text
 * @param {string} url
 */
export const share = (title, text, url) =>
	navigator.share({ title, text, url }).then(
		() => true,
		(error) => {
			if (error.name !== "AbortError") throw error;
			return false;
		},
	);
