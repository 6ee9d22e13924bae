// The panes on the left, as the tabs of the ARIA Authoring Practices.
import { byId } from "./dom.js";

export class Tabs {
	#tabs = [...document.querySelectorAll("[role=tab]")];

	constructor() {
		for (const tab of this.#tabs) {
			tab.addEventListener("click", () => this.show(tab.getAttribute("aria-controls")));
			tab.addEventListener("keydown", (event) => this.#move(event, this.#tabs.indexOf(tab)));
		}
	}

	#move(event, at) {
		const last = this.#tabs.length - 1;
		const to = {
			ArrowRight: at === last ? 0 : at + 1,
			ArrowLeft: at === 0 ? last : at - 1,
			Home: 0,
			End: last,
		}[event.key];
		if (to === undefined) return;
		event.preventDefault();
		this.show(this.#tabs[to].getAttribute("aria-controls"));
		this.#tabs[to].focus();
	}

	/** Shows one pane. */
	show(pane) {
		for (const tab of this.#tabs) {
			const chosen = tab.getAttribute("aria-controls") === pane;
			tab.setAttribute("aria-selected", chosen);
			tab.tabIndex = chosen ? 0 : -1;
			byId(tab.getAttribute("aria-controls")).hidden = !chosen;
		}
	}
}
