// Makes elements with functions of the DOM. It uses no markup strings, so the browser never
// parses text of an imported transcript as HTML.

/** @import { Attributes, Child, ElementOf, Elements } from "./types.js" */

/**
 * Makes an HTML element.
 *
 * @template {string} Tag
 * @param {Tag} tag its name and classes, as in "button.link"
 * @param {Attributes} [attributes] functions become event listeners; false, null and undefined are ignored
 * @param {...(Child | Child[])} children
 */
export function h(tag, attributes = {}, ...children) {
	const [name, ...classes] = tag.split(".");
	const element = /** @type {ElementOf<Tag>} */ (document.createElement(name));
	if (classes.length > 0) element.className = classes.join(" ");
	for (const [key, value] of Object.entries(attributes)) set(element, key, value);
	element.append(...present(children));
	return element;
}

/**
 * Returns the children as one flat list, without false, null and undefined.
 *
 * @param {(Child | Child[])[]} children
 */
export const present = (children) => children.flat().filter((child) => child !== false && child != null);

/**
 * Sets an attribute of an element. If the value is a function, adds it as the listener of
 * the event with that name.
 *
 * @param {HTMLElement} element
 * @param {string} key
 * @param {Attributes[string]} value
 */
function set(element, key, value) {
	if (value === false || value === undefined || value === null) return;
	if (typeof value === "function")
		element.addEventListener(key, /** @type {(event: Event) => unknown} */ (value));
	else if (key === "value" && "value" in element) element.value = value;
	else element.setAttribute(key, value === true ? "" : `${value}`);
}

/**
 * Returns the element of studio.html with this id. Throws if there is none.
 *
 * @template {keyof Elements} Id
 * @param {Id} id
 */
export function byId(id) {
	const found = document.getElementById(id);
	if (!found) throw new Error(`The page has no element "${id}".`);
	return /** @type {Elements[Id]} */ (found);
}

/**
 * Returns the first element inside parent that matches the selector. Throws if there is
 * none.
 *
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function find(parent, selector) {
	const found = parent.querySelector(selector);
	if (!(found instanceof HTMLElement)) throw new Error(`The page has no element "${selector}".`);
	return found;
}

/**
 * Returns the control inside parent whose attribute data-key has this value, or null if
 * there is none. The key identifies a control even if new elements have replaced the old
 * ones.
 *
 * @param {ParentNode} parent
 * @param {string} key
 * @returns {HTMLElement | null}
 */
export const byKey = (parent, key) => parent.querySelector(`[data-key="${CSS.escape(key)}"]`);

/**
 * Returns the element inside parent that has the focus, or undefined if the focus is not in
 * parent.
 *
 * @param {Element} parent
 */
export function focusedIn(parent) {
	const active = document.activeElement;
	return active instanceof HTMLElement && parent.contains(active) ? active : undefined;
}

const numbers = new Intl.NumberFormat("en");

/**
 * Formats a number with separators for thousands, as in "1,043".
 *
 * @param {number} n
 */
export const grouped = (n) => numbers.format(n);

/**
 * Returns a number with its noun, as in "1 turn", "2 turns" or "1,043 turns".
 *
 * @param {number} n
 * @param {string} one
 */
export const count = (n, one, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

/**
 * Returns a small drawing of the rows of the timeline, one for each speaker. The row with
 * index lane is filled. The drawing accompanies a speaker's name, because not every reader
 * can distinguish the colours.
 *
 * @param {number} lane
 * @param {number} lanes
 */
export function glyph(lane, lanes) {
	const rows = Math.min(Math.max(lanes, lane + 1), 8);
	const bars = Array.from({ length: rows }, (_, i) => h(i === lane ? "i.on" : "i"));
	return h(`span.glyph.s${Math.max(lane, 0)}`, { "aria-hidden": "true" }, ...bars);
}

/**
 * Returns the element if it is a text field, and otherwise undefined.
 *
 * @param {unknown} element
 */
export function textField(element) {
	if (element instanceof HTMLTextAreaElement) return element;
	const typed = element instanceof HTMLInputElement && !["radio", "checkbox"].includes(element.type);
	return typed ? element : undefined;
}

/** @typedef {{value: string | undefined, start: number | null, end: number | null}} Typing the state of a text field */

/**
 * Returns the state of a text field, so that it is not lost when new elements replace the
 * field. The member value is undefined if the text is already saved. The members start and
 * end are the ends of the selection. They are null for fields of passwords and numbers.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @returns {Typing}
 */
function typingIn(field) {
	const value = field.value === field.dataset.saved ? undefined : field.value;
	if (field.type === "password") return { value, start: null, end: null };
	return { value, start: field.selectionStart, end: field.selectionEnd };
}

/**
 * Replaces the contents of a container by new elements. If a control in the container has
 * the focus, the new control with the same data-key gets the focus, the unsaved text and the
 * selection.
 *
 * @param {HTMLElement} container
 * @param {...(Child | Child[])} children
 */
export function redraw(container, ...children) {
	const active = focusedIn(container);
	const key = active?.dataset.key;
	const before = key === undefined ? undefined : textField(active);
	const typing = before && typingIn(before);
	container.replaceChildren(...present(children));
	if (key === undefined) return;
	const again = byKey(container, key);
	if (!again) {
		/** @type {HTMLElement | null} */
		const around = container.closest("[tabindex='-1'], section");
		around?.focus();
		return;
	}
	const after = typing && textField(again);
	if (after && typing.value !== undefined) after.value = typing.value;
	again.focus({ preventScroll: true });
	// In some fields, such as those for numbers, nothing can be selected. They throw if a
	// script sets their selection (HTML, section 4.10.20).
	if (after && typing.start !== null) after.setSelectionRange(typing.start, typing.end);
}
