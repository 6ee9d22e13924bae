/**
 * Returns the first element of the page that matches a selector. Throws an error if there is
 * none, or if it is not of the expected class.
 *
 * @template {Element} E
 * @param {string} selector
 * @param {new () => E} kind its class
 * @returns {E}
 */
export function find(selector, kind) {
	const found = document.querySelector(selector);
	if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
	return found;
}
