// Shows the required details that a transcript lacks, such as its title, as fields of the
// publish dialog. So an editor can fill them in there, and need not open the tab with all
// details.

import { h } from "../dom.js";
import { languageName } from "../languages.js";
import { controlOf, fields, pointerOf, showValue } from "./fields.js";

/** @import { Proposal, View } from "../types.js" */

/**
 * Returns the required fields that have no value. The short name (the transcript's name
 * in its address) is not among them, because the publish dialog always asks for it.
 *
 * @param {View} view
 */
export const missing = (view) =>
	fields.filter(([name, , { required }]) => required && name !== "id" && view.fields[name] === "");

/**
 * Returns the fields that still need a value, with their labels, hints and proposals. A
 * proposal is a value that the source (the imported text) gives.
 *
 * @param {import("../studio.js").Studio} studio
 * @param {() => unknown} saved is called when a field has got a value
 */
export const neededFields = (studio, saved) =>
	missing(studio.view).map((field) => neededField(studio, field, saved));

/**
 * Returns a field with its label. Below it are the values that the source (the imported
 * text) proposes.
 *
 * @param {import("../studio.js").Studio} studio
 * @param {typeof fields[number]} field
 * @param {() => unknown} saved
 */
function neededField(studio, [name, label, look], saved) {
	const id = `publish-${name}`;
	const below = h("span.told-field", { id: `${id}-told` });
	const attributes = { id, "data-key": name, required: true, "aria-describedby": below.id };
	/** @param {string} value */
	const save = async (value) => {
		await studio.step({ kind: "meta", field: name, value });
		showValue(control, studio.view.fields[name]);
		tell();
		saved();
	};
	/** @param {string} value */
	const use = async (value) => {
		await save(value);
		// The clicked button "Use …" has been removed. So the focus goes to the next
		// field that needs a value.
		(firstOpen(control.form ?? document) ?? control).focus();
	};
	const control = controlOf(look, attributes, save);
	const tell = () => below.replaceChildren(...told(studio.view, name, use));
	tell();
	return h("div.field", {}, h("label", { for: id }, label), control, below);
}

/**
 * Returns what is shown below a field. For a field with a value it is the fault of the
 * value, if there is one. For an empty field it is the values that the source (the
 * imported text) proposes.
 *
 * @param {View} view
 * @param {string} name of the field
 * @param {(value: string) => unknown} use is called with the value of the proposal that
 *   the editor accepts
 * @returns {(Node | string)[]}
 */
function told(view, name, use) {
	const fault = view.faults.find(({ pointer }) => pointer === pointerOf(name));
	if (view.fields[name] !== "") return fault ? [h("span.wrong", {}, fault.message)] : [];
	return view.proposals.filter(({ field }) => field === name).map((proposal) => offer(proposal, use));
}

/**
 * Returns an element that shows a proposal, its reason, and a button that accepts the
 * proposal.
 *
 * @param {Proposal} proposal
 * @param {(value: string) => unknown} use
 */
function offer({ field, value, reason }, use) {
	const shown = field === "lang" ? languageName(value) : value;
	const button = h("button.link", { type: "button", click: () => use(value) }, `Use “${shown}”`);
	return h("span.offer", {}, button, ` (${reason})`);
}

/**
 * Returns the first control of a form that still needs a value. The short name is not among
 * them, because the dialog proposes one. Returns null if there is none.
 *
 * @param {ParentNode} form
 * @returns {HTMLElement | null}
 */
export const firstOpen = (form) => form.querySelector("input:not(#publish-id):invalid, select:invalid");
