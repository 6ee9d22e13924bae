// The pane in which turns are edited.

import { byId, glyph, h } from "../dom.js";
import { VirtualList } from "../virtuallist.js";
import { parts, TurnForm } from "./turnform.js";

const lineHeight = 24;
const characterWidth = 7.4;
const rowPadding = 46;

export class TurnsPane {
	#view;
	#list;

	constructor(studio) {
		this.studio = studio;
		this.root = byId("turns");
		this.#list = new VirtualList(this.root.querySelector(".scroller"), {
			fetch: (from, to) => studio.call("rows", { pane: "turns", from, to }),
			draw: (row, i) => this.#draw(row, i),
			key: ({ id }) => id,
			estimate: (rows, characters) => {
				const columns = Math.max(20, (this.root.clientWidth - 120) / characterWidth);
				return rows * (rowPadding + lineHeight) + (characters / columns) * lineHeight;
			},
		});
	}

	update(view) {
		this.#view = view;
		return this.#list.update(view.turnRows);
	}

	/** Gives up what is being typed. */
	closeAll() {
		this.#list.closeAll();
	}

	reveal(n, key) {
		return this.#list.reveal(n - 1, key);
	}

	/** Shows the turn with that number, open to be edited. */
	async open(n) {
		await this.reveal(n);
		this.#list
			.row(n - 1)
			?.querySelector(`[data-key="turn-${n}"]`)
			?.click();
	}

	#draw(turn, i) {
		const lanes = this.#view.speakers.length;
		const text = turn.text.split("\n").map((paragraph) => h("p", {}, paragraph));
		if (turn.clipped) text.at(-1).append(" …");
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

	async #edit(id, i) {
		const turn = await this.studio.call("turn", { turn: id });
		if (!this.#list.row(i)) return;
		const editor = new TurnForm(this.studio, this.#view, turn, async (further = 0) => {
			const at = await this.#list.close(editor.form);
			const n = Math.min(at + 1 + further, this.#view.turns);
			await this.reveal(n, `turn-${n}`);
		});
		this.#list.open(i, editor.form, ({ n }) => editor.number(n));
		editor.focus();
		this.studio.preview.follow(id, turn.n);
	}
}
