// Reasons why the transcript cannot be published yet. Each has a button that shows the
// field, turn or line that it is about.

import { count, h } from "./dom.js";
import { labelOf } from "./panes/details.js";

/** @import { AnyFault } from "./types.js" */
/** @import { Studio } from "./studio.js" */

const most = { lines: 5, faults: 20 };

/**
 * @param {string} text
 * @param {() => void} go
 */
const way = (text, go) =>
	h("li", {}, h("button.link", { type: "button", "data-first": "", click: go }, text));

/**
 * Describes a fault in a sentence, such as "Title is missing" or "Turn 3, text: …".
 *
 * @param {AnyFault} fault
 */
export const told = ({ pointer, message, n = 0 }) => {
	const [, member, ...rest] = pointer.split("/");
	const words = n > 0 ? `turn ${n}, ${rest.slice(1).join(" ")}` : [member, ...rest].join(" ");
	const place = labelOf(pointer) ?? `${words[0].toUpperCase()}${words.slice(1)}`;
	return /^(is|has|must|needs) /.test(message) ? `${place} ${message}` : `${place}: ${message}`;
};

/**
 * A list item that describes a fault. A click calls leave, which closes the dialog, and
 * then shows the faulty field or turn.
 *
 * @param {Studio} studio
 * @param {AnyFault} fault
 * @param {() => void} leave
 */
export const placeOf = (studio, fault, leave) =>
	way(told(fault), () => {
		leave();
		studio.goToFault(fault);
	});

/**
 * @param {Studio} studio
 * @param {() => void} leave
 */
function unreadLines(studio, leave) {
	const { unread, unreadCount } = studio.view;
	const items = unread.slice(0, most.lines).map(({ row, line, text }) =>
		way(`Mend or leave out ${studio.nameOf(row, line)}: “${text.slice(0, 60)}”`, () => {
			leave();
			studio.goToRow(row);
		}),
	);
	const more = unreadCount - items.length;
	return more > 0
		? [...items, h("li", {}, `And ${count(more, "line")} more that were not understood.`)]
		: items;
}

/**
 * All reasons as list items, except for a missing short name, which the publish dialog
 * itself asks for.
 *
 * @param {Studio} studio
 * @param {() => void} leave
 */
export function blockersOf(studio, leave) {
	const { faults, faultCount } = studio.view;
	const open = faults.filter(({ pointer }) => pointer !== "/id");
	const items = open.slice(0, most.faults).map((fault) => placeOf(studio, fault, leave));
	const more = faultCount - (faults.length - open.length) - items.length;
	if (more > 0) items.push(h("li", {}, `And ${count(more, "fault")} more.`));
	return [...unreadLines(studio, leave), ...items];
}
