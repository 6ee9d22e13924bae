// Lists the reasons why the transcript cannot be published yet. A reason is about a
// field, a turn or a line. A click on the reason shows that field, turn or line.

import { count, h } from "./dom.js";
import { labelOf } from "./panes/fields.js";

/** @import { AnyFault } from "./types.js" */
/** @import { Studio } from "./studio.js" */

const most = { lines: 5, faults: 20 };

/**
 * Returns a list item with a button. A click on the button calls go.
 *
 * @param {string} text
 * @param {() => void} go
 */
const way = (text, go) =>
	h("li", {}, h("button.link", { type: "button", "data-first": "", click: go }, text));

/**
 * Describes a fault of the transcript, as in "Title is missing" or "Turn 3, text: …".
 *
 * @param {AnyFault} fault
 */
export const told = ({ pointer, message, n = 0 }) => {
	if (n > 0 && pointer.endsWith("/speaker") && message.startsWith("is missing"))
		return `Turn ${n} has no speaker`;
	const [, ...members] = pointer.split("/");
	// A pointer such as "/media/url" names a field. The pointer of the whole transcript
	// is "". It names no field, so the text is "transcript".
	const words = n > 0 ? `turn ${n}, ${members.slice(2).join(" ")}` : members.join(" ") || "transcript";
	const label = labelOf(pointer);
	if (label && message.startsWith("is missing")) return `${label} is missing`;
	const place = label ?? `${words[0].toUpperCase()}${words.slice(1)}`;
	return /^(is|has|must|needs) /.test(message) ? `${place} ${message}` : `${place}: ${message}`;
};

/**
 * Returns a list item that describes a fault of the transcript. A click on it calls leave,
 * which closes the dialog. Then the page shows the field or the turn that has the fault.
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
 * Returns list items for the lines of the source (the imported text) that the importer did
 * not understand. A click on one shows that line.
 *
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
 * Returns all reasons why the transcript cannot be published yet, as list items. A
 * missing short name (the transcript's name in its address) is no such reason, because
 * the publish dialog asks for it.
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
