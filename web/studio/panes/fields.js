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
 * Returns the label of the field that edits a member of the transcript. The pointer is the
 * JSON Pointer of that member. Returns undefined if there is no such field.
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
 * Returns the JSON Pointer of the member of the transcript that a field edits. For
 * "media.url" it is "/media/url".
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
