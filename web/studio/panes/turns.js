// The pane (part of the page) that lists the turns. An editor can change them there.

import { byId, byKey, find, glyph, h } from "../dom.js";
import { VirtualList } from "../virtuallist.js";
import { parts, TurnForm } from "./turnform.js";

/** @import { TurnRow, View } from "../types.js" */

const lineHeight = 24;
const characterWidth = 7.4;
const rowPadding = 46;

export class TurnsPane {
	/** @type {VirtualList<TurnRow>} */
	#list;

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("turns");
		this.#list = new VirtualList(find(this.root, ".scroller"), {
			fetch: (from, to) => studio.call("rows", { pane: "turns", from, to }),
			draw: (row, i) => this.#draw(row, i),
			key: ({ id }) => id,
			estimate: (rows, characters) => {
				const columns = Math.max(20, (this.root.clientWidth - 120) / characterWidth);
				return rows * (rowPadding + lineHeight) + (characters / columns) * lineHeight;
			},
		});
	}

	/**
	 * Shows the turns of the present transcript.
	 *
	 * @param {View} view
	 */
	update(view) {
		return this.#list.update(view.turnRows);
	}

	/** Closes all open forms and discards the changes in them. */
	closeAll() {
		this.#list.closeAll();
	}

	/**
	 * Scrolls to the turn with number n and focuses it, or the control in its row that has
	 * this data-key.
	 *
	 * @param {number} n
	 * @param {string} [key]
	 */
	reveal(n, key) {
		return this.#list.reveal(n - 1, key);
	}

	/**
	 * Scrolls to the turn with number n and opens the form that edits it.
	 *
	 * @param {number} n
	 */
	async open(n) {
		await this.reveal(n);
		const row = this.#list.row(n - 1);
		if (row) byKey(row, `turn-${n}`)?.click();
	}

	/**
	 * Draws the row of a turn, with the button that edits it.
	 *
	 * @param {TurnRow} turn
	 * @param {number} i
	 */
	#draw(turn, i) {
		const lanes = this.studio.view.speakers.length;
		const text = turn.text.split("\n").map((paragraph) => h("p", {}, paragraph));
		// The row contains only the beginning of a long turn, and ends with "…". The form
		// later fetches all words.
		if (turn.clipped) text.at(-1)?.append(" …");
		return h(
			"div.turn-row",
			{ tabindex: "-1" },
			turn.topic && h("p.topic-row", {}, turn.topic),
			h("span.number", { "aria-hidden": "true" }, `${turn.n}`),
			h(
				"p.turn-head",
				{},
				turn.lane >= 0 && glyph(turn.lane, lanes),
				h("b", {}, turn.name || (turn.kind === "note" ? "Note" : "No speaker")),
				h("span.quiet", {}, parts[turn.kind].toLowerCase(), turn.start && `, ${turn.start}`),
			),
			h(
				"button.small.on-row",
				{
					type: "button",
					"data-key": `turn-${turn.n}`,
					"aria-label": `Edit turn ${turn.n}`,
					click: () => this.#edit(turn.id, i),
				},
				"Edit",
			),
			h("div.turn-text", {}, text),
		);
	}

	/**
	 * Replaces the row of a turn by the form that edits it.
	 *
	 * @param {string} id
	 * @param {number} i
	 */
	async #edit(id, i) {
		const turn = await this.studio.call("turn", { turn: id });
		if (!this.#list.row(i)) return;
		const editor = new TurnForm(this.studio, this.studio.view, turn, async (further = 0) => {
			const at = await this.#list.close(editor.form);
			const n = Math.min(at + 1 + further, this.studio.view.turns);
			await this.reveal(n, `turn-${n}`);
		});
		this.#list.open(i, editor.form, ({ n }) => editor.number(n));
		editor.focus();
		this.studio.preview.follow(id, turn.n);
	}
}
