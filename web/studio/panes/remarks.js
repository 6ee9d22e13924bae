// The lists of remarks in the report. A remark is an entry of the import report about a place
// in the source, or a fault that prevents publication. Remarks of one kind form a group.
// Five of each group are shown, and a button shows the others.

import { told } from "../blockers.js";
import { count, grouped, h } from "../dom.js";

/** @import { AnyFault, Group, Place, View } from "../types.js" */

const few = 5; // how many remarks of a group are shown at first

export class Remarks {
	/**
	 * The kinds of the groups that the editor has opened, so that all their items are
	 * shown. If the set has "infos", groups that need no action are shown too.
	 */
	#open = new Set();

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
	}

	/** Folds all groups. */
	closeAll() {
		this.#open.clear();
	}

	/**
	 * Returns the part of the report with all groups. What an editor should check comes
	 * first. Returns false if there is nothing to show.
	 *
	 * @param {View} view
	 */
	draw(view) {
		const infos = this.#open.has("infos");
		const shown = view.groups.filter(({ level }) => level === "check" || infos);
		if (shown.length === 0 && view.obstacleCount === 0) return false;
		return h(
			"div.cell.wide.groups",
			{},
			this.#obstacles(view),
			shown.map((group) => this.#group(group)),
		);
	}

	/**
	 * Returns a sentence with the number of remarks that need no action, and a button that
	 * shows them.
	 *
	 * @param {View} view
	 */
	infos({ infos }) {
		if (infos === 0) return h("p", {}, "No other remarks.");
		const open = this.#open.has("infos");
		return h(
			"p",
			{},
			`${count(infos, "other remark")} beside the source. `,
			this.#toggle("infos", open ? "Hide" : "Show"),
		);
	}

	/**
	 * Returns the group of the faults that come from the source and prevent publication, such
	 * as a turn that is too long.
	 *
	 * @param {View} view
	 */
	#obstacles({ obstacles, obstacleCount }) {
		if (obstacleCount === 0) return false;
		/** @param {AnyFault} fault @param {number} i */
		const item = (fault, i) => {
			// A fault of the whole transcript, such as its length, has no place to show.
			if (fault.pointer === "") return h("li", {}, `${told(fault)}.`);
			const go = () => this.studio.goToFault(fault);
			return h(
				"li",
				{},
				h("button.link", { type: "button", "data-key": `fault-${i}`, click: go }, `${told(fault)}.`),
			);
		};
		return this.#list("obstacles", "Publishing waits for this", obstacleCount, obstacles.map(item));
	}

	/** @param {Group} group */
	#group({ kind, level, title, count: n, places }) {
		const key = `${level}-${kind}`;
		return this.#list(
			key,
			title,
			n,
			places.map((place, i) => this.#place(place, `go-${key}-${i}`)),
		);
	}

	/**
	 * Returns a group: its title, its first five items or all of them, and a button that
	 * switches between the two.
	 *
	 * @param {string} key of the group
	 * @param {string} title
	 * @param {number} n how many remarks the group has; there may be fewer items
	 * @param {HTMLElement[]} items
	 */
	#list(key, title, n, items) {
		const open = this.#open.has(key);
		const more = open ? n - items.length : 0;
		return h(
			"div.group",
			{},
			h("h3", {}, title),
			" ",
			h("ul", {}, open ? items : items.slice(0, few)),
			n > few &&
				h(
					"p",
					{},
					`In all: ${grouped(n)}. `,
					more > 0 && `The other ${grouped(more)} are marked below. `,
					this.#toggle(key, open ? `Show only ${few}` : `Show ${items.length < n ? "more" : "all"}`, title),
				),
		);
	}

	/**
	 * Returns a button that shows the rest of a group, or hides it.
	 *
	 * @param {string} key of the group
	 * @param {string} text
	 * @param {string} [title] of the group
	 */
	#toggle(key, text, title) {
		const toggle = () => {
			if (!this.#open.delete(key)) this.#open.add(key);
			this.studio.report.update(this.studio.view);
		};
		return h(
			"button.link",
			{
				type: "button",
				"data-key": `toggle-${key}`,
				"aria-expanded": `${this.#open.has(key)}`,
				"aria-label": title ? `${text}: ${title}` : `${text} the other remarks`,
				click: toggle,
			},
			text,
		);
	}

	/**
	 * Returns the place of a remark, with a button that scrolls to it.
	 *
	 * @param {Place} place
	 * @param {string} key
	 */
	#place(place, key) {
		const { text, n, row, line } = place;
		const go = h(
			"button.link",
			{ type: "button", "data-key": key, click: () => this.studio.goToRow(row) },
			`Go to ${this.studio.nameOf(row, line)}`,
		);
		const words = `${n > 0 ? `in turn ${n}: ` : ""}“${text.slice(0, 60)}” `;
		return h("li", {}, words, go, place.turn !== "" && this.#speakers(place, `speaker-${key}`));
	}

	/**
	 * Returns buttons for a turn without a speaker. A click on a name makes that person
	 * the speaker of the turn. A click on "Other …" opens the form of the turn, in which
	 * the editor can choose any speaker, or make the turn a note.
	 *
	 * @param {Place} place
	 * @param {string} key
	 */
	#speakers({ n, turn }, key) {
		/** @type {(text: string, name: string, i: number, click: () => unknown) => HTMLElement} */
		const button = (text, name, i, click) =>
			h("button.small", { type: "button", "data-key": `${key}-${i}`, "aria-label": name, click }, text);
		const speakers = this.studio.view.speakers.slice(0, few).map(({ id, name }, i) => {
			const assign = () => this.studio.step({ kind: "assign", turn, speaker: id });
			return button(name, `${name} speaks in turn ${n}`, i, assign);
		});
		const other = button("Other …", `Other speaker of turn ${n}, or no speech`, few, () =>
			this.studio.goToTurn(n),
		);
		return h("span.speakers", {}, speakers, other);
	}
}
