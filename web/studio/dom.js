// Makes elements with the DOM's functions instead of markup strings, so that no text of
// a source is ever parsed as HTML.

/** @import { Attributes, Child, ElementOf, Elements } from "./types.js" */

/**
 * Makes an element.
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
 * The children, flattened, except false, null and undefined.
 *
 * @param {(Child | Child[])[]} children
 */
export const present = (children) => children.flat().filter((child) => child !== false && child != null);

/**
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
 * The element of studio.html with this id. Throws if there is none.
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
 * The first match of a selector inside parent. Throws if there is none.
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
 * The control inside parent whose attribute data-key is this key; null if there is
 * none. The key identifies a control when its pane is drawn again.
 *
 * @param {ParentNode} parent
 * @param {string} key
 * @returns {HTMLElement | null}
 */
export const byKey = (parent, key) => parent.querySelector(`[data-key="${CSS.escape(key)}"]`);

/**
 * The element inside parent that has the focus; undefined if it is elsewhere.
 *
 * @param {Element} parent
 */
export function focusedIn(parent) {
	const active = document.activeElement;
	return active instanceof HTMLElement && parent.contains(active) ? active : undefined;
}

const numbers = new Intl.NumberFormat("en");

/**
 * Formats a number with separators, such as "1,043".
 *
 * @param {number} n
 */
export const grouped = (n) => numbers.format(n);

/**
 * A number with its noun, such as "1 turn", "2 turns" or "1,043 turns".
 *
 * @param {number} n
 * @param {string} one
 */
export const count = (n, one, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

/**
 * A small drawing of the timeline's rows (lanes) in which the speaker's row is filled.
 * It accompanies the name, because colour alone does not suffice.
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
 * The element, if it is a text field; otherwise undefined.
 *
 * @param {unknown} element
 */
export function textField(element) {
	if (element instanceof HTMLTextAreaElement) return element;
	const typed = element instanceof HTMLInputElement && !["radio", "checkbox"].includes(element.type);
	return typed ? element : undefined;
}

/** @typedef {{value: string | undefined, start: number | null, end: number | null}} Typing */

/**
 * The state of a text field that must outlive a redraw. value is undefined if the text
 * is already saved; start and end, the selection, are null for passwords and numbers.
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
 * Replaces the contents of a container. If a control in it has the focus, the new
 * control with the same data-key gets the focus, the unsaved text and the selection.
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
	// Fields without a selection, such as numbers, throw if it is set (HTML, section
	// 4.10.20).
	if (after && typing.start !== null) after.setSelectionRange(typing.start, typing.end);
}
