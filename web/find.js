/**
 * Returns the first element of the page that matches a selector. Throws an error if that is
 * not an element of the class.
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
