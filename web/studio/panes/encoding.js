// The list from which an editor chooses the encoding of the source (the imported file).
// It is shown if the importer is not certain of the encoding.

import { h } from "../dom.js";

export class EncodingChoice {
	/**
	 * Makes a select element with the names of encodings.
	 *
	 * @param {string[]} names
	 * @param {(name: string) => unknown} choose is called with the name that the editor chooses;
	 *   "" means that the importer finds the encoding out
	 */
	constructor(names, choose) {
		this.none = h("option", { value: "" });
		/** @type {HTMLSelectElement} */
		this.control = h(
			"select",
			{ "data-key": "encoding", change: () => choose(this.control.value) },
			this.none,
			names.map((name) => h("option", { value: name }, name)),
		);
		this.root = h("label.field.encoding", {}, h("span", {}, "Encoding of the source"), this.control);
		this.show("");
	}

	/**
	 * Shows which encoding is chosen.
	 *
	 * @param {string} chosen the name, "" for none
	 */
	show(chosen) {
		this.none.textContent = chosen === "" ? "Choose one" : "Find it out";
		this.control.value = chosen;
	}
}
