/**
 * Replaces the page's address. If push is true, this adds an entry to the browser's history.
 * An entry can have a state object of the page. It is kept, because some pages need it when
 * the reader goes back. Throws if the page may not change its history.
 *
 * On a page with Turbo (https://turbo.hotwired.dev) no entry is added. Turbo fetches the whole
 * page again for each step back between entries with its state, and the reader would lose the
 * place and the focus.
 *
 * @param {string} address
 * @param {boolean} push
 */
export const write = (address, push) => {
	const { state } = history;
	history[push && !state?.turbo ? "pushState" : "replaceState"](state, "", address);
};
