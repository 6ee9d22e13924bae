// The tabs that switch between the panes, the parts of the page on the left. They behave as
// the tabs pattern in the ARIA Authoring Practices Guide demands.
import { byId } from "./dom.js";

/** @import { Pane } from "./types.js" */

/**
 * Returns the id of the pane (part of the page) that a tab shows.
 *
 * @param {Element} tab
 */
const paneOf = (tab) => /** @type {Pane} */ (tab.getAttribute("aria-controls"));

export class Tabs {
	/** @type {HTMLElement[]} */
	#tabs = [...document.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLElement);

	constructor() {
		for (const tab of this.#tabs) {
			tab.addEventListener("click", () => this.show(paneOf(tab)));
			tab.addEventListener("keydown", (event) => this.#move(event, this.#tabs.indexOf(tab)));
		}
	}

	/**
	 * Moves the focus to another tab when the editor presses an arrow key, Home or End.
	 *
	 * @param {KeyboardEvent} event
	 * @param {number} at the index of the tab that has the focus
	 */
	#move(event, at) {
		const last = this.#tabs.length - 1;
		/** @type {Record<string, number>} */
		const places = {
			ArrowRight: at === last ? 0 : at + 1,
			ArrowLeft: at === 0 ? last : at - 1,
			Home: 0,
			End: last,
		};
		const to = places[event.key];
		if (to === undefined) return;
		event.preventDefault();
		this.show(paneOf(this.#tabs[to]));
		this.#tabs[to].focus();
	}

	/**
	 * Shows one pane (part of the page) and hides the others.
	 *
	 * @param {Pane} pane
	 */
	show(pane) {
		for (const tab of this.#tabs) {
			const chosen = paneOf(tab) === pane;
			tab.setAttribute("aria-selected", `${chosen}`);
			tab.tabIndex = chosen ? 0 : -1;
			byId(paneOf(tab)).hidden = !chosen;
		}
	}
}
