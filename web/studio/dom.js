// Elements without markup, so that no word of a source is ever read as HTML.

/**
 * Makes an element.
 *
 * @param {string} tag with classes, as in "button.link"
 * @param {Record<string, unknown>} [attributes] functions are listeners; false and undefined are left out
 * @param {...(Node | string | false | null | undefined)} children
 */
export function h(tag, attributes = {}, ...children) {
	const [name, ...classes] = tag.split(".");
	const element = document.createElement(name);
	if (classes.length > 0) element.className = classes.join(" ");
	for (const [key, value] of Object.entries(attributes)) set(element, key, value);
	element.append(...children.flat().filter((child) => child !== false && child != null));
	return element;
}

function set(element, key, value) {
	if (value === false || value === undefined || value === null) return;
	if (typeof value === "function") element.addEventListener(key, value);
	else if (key === "value") element.value = value;
	else element.setAttribute(key, value === true ? "" : value);
}

export const byId = (id) => document.getElementById(id);

const numbers = new Intl.NumberFormat("en");

/** "1,043". */
export const grouped = (n) => numbers.format(n);

/** "1 turn", "2 turns", "1,043 turns". */
export const count = (n, one, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

/** The speaker's lane as a small drawing; colour is never alone. */
export function glyph(lane, lanes) {
	const rows = Math.min(Math.max(lanes, lane + 1), 8);
	const bars = Array.from({ length: rows }, (_, i) => h(i === lane ? "i.on" : "i"));
	return h(`span.glyph.s${Math.max(lane, 0)}`, { "aria-hidden": "true" }, ...bars);
}

/**
 * Replaces what is in a container and keeps the focus: on the control that has
 * the same key, with what was being typed there.
 */
export function redraw(container, ...children) {
	const active = document.activeElement;
	const key = container.contains(active) ? active.dataset.key : undefined;
	const typed = key && active.matches("input:not([type=radio], [type=checkbox]), textarea");
	const draft = typed && active.value !== active.dataset.saved ? active.value : undefined;
	const place =
		typed && active.type !== "password" ? [active.selectionStart, active.selectionEnd] : undefined;
	container.replaceChildren(...children.flat().filter(Boolean));
	if (key === undefined) return;
	const again = container.querySelector(`[data-key="${CSS.escape(key)}"]`);
	if (!again) {
		container.closest("[tabindex='-1'], section")?.focus();
		return;
	}
	if (draft !== undefined) again.value = draft;
	again.focus({ preventScroll: true });
	// A field for numbers has no selection, and throws if one is set (HTML, section 4.10.20).
	if (typeof place?.[0] === "number") again.setSelectionRange(...place);
}
