// The fields with the details of the whole transcript: their names, labels and controls.

import { h } from "../dom.js";
import { languageName, languageOptions } from "../languages.js";

/**
 * The properties of a field. If rows is given, the field is a textarea. If options is given,
 * it is a select element. A date has the type "date".
 *
 * @typedef {object} Look
 * @property {[value: string, text: string][]} [options]
 * @property {number} [rows]
 * @property {string} [type]
 * @property {string} [hint]
 * @property {boolean} [required]
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control the control of a field */

/**
 * The fields of the pane, in order.
 *
 * @type {[name: string, label: string, look: Look][]}
 */
export const fields = [
	["title", "Title", { required: true }],
	["summary", "Summary", { rows: 3 }],
	["lang", "Language", { required: true, options: languageOptions() }],
	[
		"editing",
		"Editing status",
		{
			required: true,
			options: [
				["", "Choose one"],
				["verbatim", "Verbatim: every word as spoken"],
				["condensed", "Condensed: shortened or edited for clarity"],
				["translated", "Translated"],
			],
		},
	],
	["translatedFrom", "Translated from", { options: languageOptions() }],
	[
		"note",
		"Note to readers",
		{ rows: 2, hint: "shown before the text, as in “Machine translation, not edited”" },
	],
	["recordedAt", "Recorded on", { type: "date" }],
	["datePublished", "First published on", { type: "date" }],
	["sourceUrl", "Address of the source", { type: "url", hint: "https://…" }],
	["publisher.name", "Publisher", {}],
	["publisher.url", "Publisher’s address", { type: "url", hint: "https://…" }],
	["media.url", "Recording’s address", { type: "url", hint: "https://…" }],
	["media.type", "Recording’s type", { hint: "as audio/mpeg" }],
	["media.duration", "Recording’s length", { hint: "as 42:10" }],
	["id", "Short name in addresses", { required: true, hint: "lower-case letters, digits and hyphens" }],
];

/**
 * Returns the label of the field that edits the part of the transcript at a JSON Pointer.
 * For "/title" the label is "Title". Returns undefined if there is no such field.
 *
 * @param {string} pointer
 */
export const labelOf = (pointer) => fields.find(([name]) => pointerOf(name) === pointer)?.[1];

/**
 * Returns the label of the field with this name.
 *
 * @param {string} name
 */
export const labelOfField = (name) => fields.find(([other]) => other === name)?.[1] ?? name;

/**
 * Returns the JSON Pointer of the part of the transcript that a field edits. For the
 * field "media.url" it is "/media/url".
 *
 * @param {string} name
 */
export const pointerOf = (name) => `/${name.replace(".", "/")}`;

/**
 * Shows a value in a field. A select element that lacks the value gets it as an option, and a
 * date with a time is shown as text.
 *
 * @param {Control} control
 * @param {string} value
 */
export function showValue(control, value) {
	if (control instanceof HTMLSelectElement && ![...control.options].some((o) => o.value === value))
		control.append(h("option", { value }, languageName(value)));
	if (control instanceof HTMLInputElement && ["date", "text"].includes(control.type) && isDate(control))
		control.type = value === "" || /^\d{4}-\d\d-\d\d$/.test(value) ? "date" : "text";
	control.value = value;
}

/**
 * Reports whether a field is for a date, even if it is shown as text.
 *
 * @param {HTMLInputElement} control
 */
const isDate = ({ dataset }) => fields.some(([name, , { type }]) => name === dataset.key && type === "date");

/**
 * Makes the control of a field. When the editor has given it another value, calls save with
 * that value.
 *
 * @param {Look} look
 * @param {import("../types.js").Attributes} attributes
 * @param {(value: string) => unknown} save
 */
export function controlOf({ options, rows, type }, attributes, save) {
	// The event "change" occurs when the editor leaves the field. So a field makes one
	// editing step, and not one for each letter.
	const all = { ...attributes, change: () => changed(control, save) };
	/** @type {Control} */
	const control = options
		? h(
				"select",
				all,
				options.map(([value, text]) => h("option", { value }, text)),
			)
		: h(rows ? "textarea" : "input", { ...all, type: rows ? false : type, rows });
	return control;
}

/**
 * Calls save with the value that a control has now.
 *
 * @param {Control} control
 * @param {(value: string) => unknown} save
 */
function changed(control, save) {
	// While an editor types the year 2023 of a date, the year is 0002, 0020, 0202 and then
	// 2023. Only a year without "0" at the start is saved.
	if (control.type === "date" && control.value.startsWith("0")) return;
	if (control.value === "+") askForTag(control, save);
	else save(control.value);
}

/**
 * Asks for the tag of a language that is not in the list.
 *
 * @param {Control} control the list of languages
 * @param {(tag: string) => unknown} save
 */
function askForTag(control, save) {
	const field = h("input", {
		"aria-label": "Tag of the language",
		placeholder: "en-GB",
		spellcheck: "false",
		autocapitalize: "none",
		change: () => {
			field.remove();
			control.value = "";
			save(field.value);
		},
	});
	control.after(field);
	field.focus();
}
