/**
 * Replaces the page's address. If push is true, this adds an entry to the browser's
 * history. A page can store an object in its present entry (history.state), which it may
 * need when the reader goes back. The new entry gets the same object. Throws if the page
 * may not change its history.
 *
 * On a page with Turbo (https://turbo.hotwired.dev), this never adds an entry. Turbo
 * would fetch the whole page again when the reader goes back. Then the reader would lose
 * the place and the focus.
 *
 * @param {string} address
 * @param {boolean} push
 */
export const write = (address, push) => {
	const { state } = history;
	history[push && !state?.turbo ? "pushState" : "replaceState"](state, "", address);
};
