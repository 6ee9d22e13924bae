/**
 * Replaces the page's address. If push is true, it adds an entry to the browser's history.
 * The page may have stored an object in the present entry (history.state), and need that
 * object when the reader goes back. So the entry with the new address gets the same object.
 * Throws if the page is not allowed to change its history.
 *
 * On a page with Turbo (https://turbo.hotwired.dev), it never adds an entry. Turbo would
 * fetch the whole page again when the reader goes back. Then the reader would lose the
 * place and the focus.
 *
 * @param {string} address
 * @param {boolean} push
 */
export const write = (address, push) => {
	const { state } = history;
	history[push && !state?.turbo ? "pushState" : "replaceState"](state, "", address);
};
