// The choice of a source's encoding, where the importer is not certain of it.

import { h } from "../dom.js";

/**
 * Returns a select element with the names of encodings.
 *
 * @param {string[]} names
 * @param {string} chosen the name that the editor has chosen, "" for none
 * @param {(name: string) => unknown} choose is called with the name that the editor chooses; ""
 *   means that the importer finds the encoding out
 */
export function encodingChoice(names, chosen, choose) {
	/** @type {HTMLSelectElement} */
	const control = h(
		"select",
		{ "data-key": "encoding", change: () => choose(control.value) },
		h("option", { value: "" }, chosen === "" ? "Choose one" : "Find it out"),
		names.map((name) => h("option", { value: name }, name)),
	);
	control.value = chosen;
	return h("label.field.encoding", {}, h("span", {}, "Encoding of the source"), control);
}
