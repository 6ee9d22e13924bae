// Ways to pass a text on. Each fails where the browser or the frame refuses it.

/** Puts a text on the clipboard, and with it the same as HTML unless that is "". */
export const copy = async (text, html) => {
	if (!html || !globalThis.ClipboardItem) return navigator.clipboard.writeText(text);
	const kinds = { "text/plain": text, "text/html": html };
	const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
	return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

/** Hands a text to what the reader chooses; true unless the reader thinks better of it. */
export const share = (title, text, url) =>
	navigator.share({ title, text, url }).then(
		() => true,
		(error) => {
			if (error.name !== "AbortError") throw error;
			return false;
		},
	);
