// The proposals for the transcript's details, as a part of the report. A proposal is a
// value that was found in the source (the imported text), with the reason. It becomes a
// detail only when the editor accepts it.

import { h } from "../dom.js";
import { languageName } from "../languages.js";
import { labelOfField } from "./fields.js";

/** @import { Proposal, View } from "../types.js" */

/**
 * Describes a proposal in two parts, as in "Language" and "German".
 *
 * @param {Proposal} proposal
 * @returns {[detail: string, value: string]}
 */
function described({ field, value, of }) {
	if (field === "topic") return ["Topic", value];
	if (field === "name") return [`Name of ${of}`, value];
	if (field === "kind") return [`Role of ${of}`, value];
	return [labelOfField(field), field === "lang" ? languageName(value) : value];
}

/**
 * Returns the part of the report that lists the proposals. Returns false if there are none.
 *
 * @param {import("../studio.js").Studio} studio
 * @param {View} view
 */
export function proposalsOf(studio, { proposals }) {
	if (proposals.length === 0) return false;
	return h(
		"div.cell.wide.proposals",
		{},
		h("h3", {}, "Proposals from the source"),
		h(
			"ul",
			{},
			proposals.map((proposal) => item(studio, proposal)),
		),
		takeAll(studio, proposals),
	);
}

/**
 * Returns the buttons that accept all clear proposals. One of them then opens the dialog in
 * which the editor publishes. Returns false if no proposal is clear.
 *
 * @param {import("../studio.js").Studio} studio
 * @param {Proposal[]} proposals
 */
function takeAll(studio, proposals) {
	// A proposal is not clear if its value may belong to another field. For example, a date
	// in the source may be that of the recording or that of the publication. Then the
	// editor has to choose the field.
	const clear = proposals.filter(({ either }) => !either);
	if (clear.length === 0) return false;
	const all = async () => {
		for (const { step } of clear) if (!(await studio.step(step))) return false;
		return true;
	};
	const publish = async () => (await all()) && studio.publishing.open();
	const whole = clear.length === proposals.length;
	const name = whole ? "Use all" : `Use all ${clear.length} that are clear`;
	const first = clear.length > 1 ? name : "Use it";
	/** @type {(key: string, text: string, click: () => unknown) => HTMLElement} */
	const button = (key, text, click) => h("button.small", { type: "button", "data-key": key, click }, text);
	return h(
		"p.actions",
		{},
		clear.length > 1 && button("use-all", name, all),
		button("use-and-publish", `${first} and publish …`, publish),
	);
}

/**
 * Returns a list item with a proposal, its reason, and a button that accepts the
 * proposal.
 *
 * @param {import("../studio.js").Studio} studio
 * @param {Proposal} proposal
 */
function item(studio, proposal) {
	const { field, step, reason } = proposal;
	const [detail, value] = described(proposal);
	const use = h(
		"button.small",
		{
			type: "button",
			"data-key": `use-${field}-${step.speaker ?? step.turn ?? ""}`,
			"aria-label": `Use ${value} as ${detail.toLowerCase()}`,
			click: () => studio.step(step),
		},
		"Use",
	);
	return h("li", {}, use, `${detail}: `, h("b", { dir: "auto" }, value), h("span", {}, `(${reason})`));
}
