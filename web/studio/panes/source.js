// The pane (part of the page) that shows the source, which is the imported text. Every line
// shows how the importer understood it. Below the line are the entries of the import report
// about it.

import { byId, count, find, h } from "../dom.js";
import { VirtualList } from "../virtuallist.js";

/** @import { Part, Remark, SourceRow, Step, View } from "../types.js" */

// The sizes of text on the page, in pixels. The height of rows that are not drawn yet is
// estimated from them. If the sizes in the style sheet change, these numbers must change
// too.
const lineHeight = 21;
const characterWidth = 7.9;
const rowPadding = 10;

/**
 * Returns an element or a text that shows one part of a row. For example, the part may be a
 * speaker's label (the name before the words), which has the speaker's colour.
 *
 * @param {Part} part
 */
const part = ({ kind, text, lane }) => {
	if (kind === "label") return h(`b.label.s${Math.max(lane, 0)}`, {}, text);
	if (kind === "suspicious") return h("em.suspicious", {}, text);
	return kind === "text" || kind === "note" || kind === "" ? text : h("span.quiet", {}, text);
};

/**
 * Reports whether most lines of the source contain several turns, for example if the source
 * is one long line. Then rows are called parts, as in "part 12".
 *
 * @param {View} view
 */
const isSplit = ({ lines, sourceRows }) => lines * 2 <= sourceRows.rows;

/**
 * Returns the name of a row, such as "line 12". It is "part 12" if most lines of the source
 * contain several turns.
 *
 * @param {View} view
 * @param {number} row the row's index
 * @param {number} line the number of the row's line, counted from 1
 */
export const nameOf = (view, row, line) => (isSplit(view) ? `part ${row + 1}` : `line ${line}`);

export class SourcePane {
	/** @type {VirtualList<SourceRow>} */
	#list;

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("source");
		this.#list = new VirtualList(find(this.root, ".scroller"), {
			fetch: (from, to) => studio.call("rows", { pane: "source", from, to }),
			draw: (row, i) => this.#draw(row, i),
			key: ({ id }) => id,
			estimate: (rows, characters) => {
				const columns = Math.max(20, (this.root.clientWidth - 120) / characterWidth);
				return rows * (rowPadding + lineHeight) + (characters / columns) * lineHeight;
			},
		});
	}

	/**
	 * Shows the rows of the present source (the imported text).
	 *
	 * @param {View} view
	 */
	update(view) {
		const { lines, sourceRows } = view;
		const split = isSplit(view) ? `, split at the marks into ${count(sourceRows.rows, "part")}` : "";
		byId("source-facts").textContent =
			`${count(lines, "line")}${split}. ${view.format.name}, ${view.encoding}`;
		return this.#list.update(sourceRows);
	}

	/** Closes all open forms and discards the changes in them. */
	closeAll() {
		this.#list.closeAll();
	}

	/**
	 * Scrolls to a row of the source and focuses it, or the control in it that has this
	 * data-key.
	 *
	 * @param {number} row
	 * @param {string} [key]
	 */
	reveal(row, key) {
		return this.#list.reveal(row, key);
	}

	/**
	 * Draws the row with index i: its text, the button that edits it, and its remarks
	 * (entries of the import report).
	 *
	 * @param {SourceRow} row
	 * @param {number} i
	 */
	#draw(row, i) {
		const { view } = this.studio;
		const name = nameOf(view, i, row.line);
		const worst = row.remarks.some(needsLook) ? ".warn" : "";
		// A long line is divided into several rows. Only the first of them shows the number
		// of the line.
		const number = isSplit(view) ? i + 1 : row.column === 1 ? row.line : "";
		return h(
			`div.line-row${worst}`,
			{ tabindex: "-1" },
			h("span.number", { "aria-hidden": "true" }, `${number}`),
			h("span.sign", { "aria-hidden": "true" }, sign(row.remarks)),
			h("code", {}, h("span.vh", {}, `${name}: `), row.parts.map(part)),
			h(
				"button.small.on-row",
				{
					type: "button",
					"data-key": `edit-${i}`,
					"aria-label": `Edit ${name}`,
					click: () => this.#edit(row, i),
				},
				"Edit",
			),
			h(
				"div.remarks",
				{},
				row.remarks.map((remark, k) => this.#remark(remark, i, k)),
			),
		);
	}

	/**
	 * Returns a remark (an entry of the import report) with the actions that the editor can
	 * choose.
	 *
	 * @param {Remark} remark
	 * @param {number} i the row's index
	 * @param {number} k the remark's index in the row
	 */
	#remark(remark, i, k) {
		const warn = needsLook(remark) ? ".warn" : "";
		return h(
			`div.remark${warn}`,
			{},
			warn && h("p.remark-title", {}, remark.title),
			h("p", {}, remark.done),
			remark.advice.length > 0 && warn && h("p.quiet", {}, `Or: ${remark.advice.join(", ")}.`),
			remark.choices.length > 0 && this.#choices(remark, i, k),
			remark.remove && this.#removal(remark.remove, i, k),
			remark.kind === "not-understood" && this.#leaveOut(remark, i, k),
		);
	}

	/**
	 * Returns radio buttons for a remark (an entry of the import report). Each button is one
	 * possible way to understand the words that the remark is about.
	 *
	 * @param {Remark} remark
	 * @param {number} i
	 * @param {number} k
	 */
	#choices({ title, choices, name }, i, k) {
		const options = choices.map(({ label, chosen, step }, c) =>
			h(
				"label.choice",
				{},
				h("input", {
					type: "radio",
					name: `choice-${name}`,
					checked: chosen,
					"data-key": `choice-${i}-${k}-${c}`,
					change: () => this.studio.step(step),
				}),
				label,
			),
		);
		return h("fieldset.choices", {}, h("legend.vh", {}, title), options);
	}

	/**
	 * Returns a button that removes a speaker's label (the name before the words) from the
	 * source (the imported text).
	 *
	 * @param {Step} step
	 * @param {number} i
	 * @param {number} k
	 */
	#removal(step, i, k) {
		const take = async () => (await this.studio.step(step)) && this.reveal(i);
		return h(
			"button.link",
			{ type: "button", "data-key": `remove-${i}-${k}`, click: take },
			"Remove the word from the text",
		);
	}

	/**
	 * Returns a button that leaves out a text that was not understood. If the text is
	 * left out already, returns a sentence that says so.
	 *
	 * @param {Remark} remark
	 * @param {number} i
	 * @param {number} k
	 */
	#leaveOut({ leftOut, line, column }, i, k) {
		if (leftOut) return h("p.quiet", {}, "You leave it out.");
		const step = { kind: "leave-out", line, column };
		return h(
			"button.link",
			{ type: "button", "data-key": `leave-${i}-${k}`, click: () => this.studio.step(step) },
			"Leave it out",
		);
	}

	/**
	 * Replaces a row of the source by a form that edits its text.
	 *
	 * @param {SourceRow} row
	 * @param {number} i
	 */
	#edit(row, i) {
		let place = row; // the row as it is now: its line changes if lines before it are added or removed
		const before = row.parts.map(({ text }) => text).join("");
		const field = h("textarea", {
			value: before,
			"aria-label": `Text of ${nameOf(this.studio.view, i, row.line)}`,
		});
		field.rows = Math.min(12, Math.ceil(before.length / 50) + 1);
		const close = async () => {
			const at = await this.#list.close(form);
			await this.reveal(at, `edit-${at}`);
		};
		const save = async () => {
			const step = { kind: "source", line: place.line, column: place.column, before, value: field.value };
			if (field.value === before || (await this.studio.step(step))) return close();
			field.focus();
		};
		/** @type {HTMLFormElement} */
		const form = h(
			"form.line-form",
			{
				submit: (event) => {
					event.preventDefault();
					save();
				},
				keydown: (event) => {
					if (event.key === "Escape") close();
					if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
				},
			},
			field,
			h("button.solid.small", {}, "Save"),
			h("button.small", { type: "button", click: close }, "Cancel"),
		);
		this.#list.open(i, form, (now) => {
			place = now;
		});
		field.focus();
	}
}

/**
 * Reports whether the editor should look at a remark (an entry of the import report).
 *
 * @param {Remark} remark
 */
const needsLook = ({ level, kind, leftOut }) => level === "check" && !(kind === "not-understood" && leftOut);

/**
 * Returns the mark at the beginning of a row with remarks (entries of the import report).
 * The mark is "!" if the editor should look at one of them.
 *
 * @param {Remark[]} remarks
 */
const sign = (remarks) => {
	if (remarks.some(needsLook)) return h("span.alert", {}, "!");
	return remarks.length > 0 && h("span.told", {});
};
