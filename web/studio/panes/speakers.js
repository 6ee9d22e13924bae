// The pane (part of the page) in which an editor changes the names and kinds of the
// speakers, and merges speakers who are the same person.
import { byId, count, find, glyph, h, redraw } from "../dom.js";

/** @import { Merge, Speaker, View } from "../types.js" */

/** @type {Record<string, string>} */
const kinds = { host: "Host, asks", guest: "Guest, answers" };

export class SpeakersPane {
	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("speakers");
		this.body = find(this.root, ".body");
	}

	/**
	 * Shows the speakers of the present transcript.
	 *
	 * @param {View} view
	 */
	update(view) {
		const more = view.speakerCount - view.speakers.length;
		redraw(
			this.body,
			view.speakers.map((speaker) => this.#speaker(speaker, view)),
			more > 0 && h("p.quiet", {}, `And ${count(more, "speaker")} more. Change theirs in the turns.`),
			this.#adding(),
		);
	}

	/**
	 * Returns the fields of one speaker.
	 *
	 * @param {Speaker} speaker
	 * @param {View} view
	 */
	#speaker(speaker, view) {
		const { id, name, turns, lane } = speaker;
		const others = view.speakers.filter((other) => other.id !== id);
		return h(
			"fieldset.person",
			{},
			h("legend", {}, glyph(lane, view.speakers.length), name, h("span.quiet", {}, count(turns, "turn"))),
			h(
				"div.fields",
				{},
				this.#text(speaker, "name", "Name", name),
				this.#text(speaker, "role", "Role", speaker.role),
				this.#kind(speaker),
				this.#text(speaker, "sameAs", "Identified by (URLs)", speaker.sameAs.join(" ")),
				others.length > 0 && this.#mergeWith(speaker, others),
			),
			this.#merges(speaker),
		);
	}

	/**
	 * Returns a text field of a speaker. A change of its value is an editing step.
	 *
	 * @param {Speaker} speaker
	 * @param {string} field
	 * @param {string} label
	 * @param {string} value
	 */
	#text({ id, name }, field, label, value) {
		/** @type {HTMLInputElement} */
		const input = h("input", {
			value,
			"data-key": `${id}-${field}`,
			"data-saved": value,
			"aria-label": `${label} of ${name}`,
			change: () => this.studio.step({ kind: "speaker", speaker: id, field, value: input.value }),
		});
		return h("label.field", {}, h("span", {}, label), input);
	}

	/**
	 * Returns the select element for the kind of a speaker, host or guest.
	 *
	 * @param {Speaker} speaker
	 */
	#kind({ id, name, kind }) {
		const known = kind in kinds ? kinds : { ...kinds, [kind]: kind };
		/** @type {HTMLSelectElement} */
		const select = h(
			"select",
			{
				"data-key": `${id}-kind`,
				"aria-label": `Part of ${name}`,
				change: () => this.studio.step({ kind: "speaker", speaker: id, field: "kind", value: select.value }),
			},
			Object.entries(known).map(([value, text]) => h("option", { value, selected: value === kind }, text)),
		);
		return h("label.field", {}, h("span", {}, "Part"), select);
	}

	/**
	 * Returns the select element that merges a speaker with another one.
	 *
	 * @param {Speaker} speaker
	 * @param {Speaker[]} others
	 */
	#mergeWith({ id, name }, others) {
		/** @type {HTMLSelectElement} */
		const select = h(
			"select",
			{
				"data-key": `${id}-merge`,
				"aria-label": `${name} is the same as`,
				change: () => select.value && this.studio.step({ kind: "merge", speaker: id, into: select.value }),
			},
			h("option", { value: "" }, "no other speaker"),
			others.map((other) => h("option", { value: other.id }, other.name)),
		);
		return h("label.field", {}, h("span", {}, "Is the same as"), select);
	}

	/**
	 * Returns the list of names that were merged into a speaker, or could be. Each has a
	 * button that makes or undoes the merge.
	 *
	 * @param {Speaker} speaker
	 */
	#merges({ id, merges }) {
		/**
		 * Returns the list item of one name.
		 *
		 * @type {(merge: Merge, i: number) => HTMLElement}
		 */
		const item = ({ label, turns, made, reason, step }, i) =>
			h(
				"li",
				{},
				h("b", {}, `“${label}”`),
				` ${count(turns, "turn")}, ${made ? "taken for this speaker" : "kept separate"}. `,
				h("span.quiet", {}, `${reason} `),
				h(
					"button.link",
					{
						type: "button",
						"data-key": `${id}-merge-${i}`,
						"aria-label": made ? `Split ${label}` : `Merge ${label}`,
						click: () => this.studio.step(step),
					},
					made ? "Split" : "Merge",
				),
			);
		return merges.length > 0 && h("ul.merges", {}, merges.map(item));
	}

	#adding() {
		const name = h("input", { "data-key": "new-name", "data-saved": "" });
		const add = async () => {
			const speaker = await this.studio.freshId(name.value || "speaker");
			const step = { kind: "add-speaker", speaker, value: name.value };
			name.value = "";
			await this.studio.step(step);
		};
		return h(
			"form.inline",
			{
				submit: (event) => {
					event.preventDefault();
					add();
				},
			},
			h("label.field", {}, h("span", {}, "Another speaker"), name),
			h("button.small", { "data-key": "new-add" }, "Add a speaker"),
		);
	}
}
