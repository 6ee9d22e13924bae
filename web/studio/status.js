// Messages to the editor, and the progress of a reading.
import { byId, h } from "./dom.js";

const stages = [
	"Looking at the file",
	"Finding labels and times",
	"Distinguishing speakers",
	"Writing the report",
];

/**
 * Shows a message: quietly, or as an alert that stays until the next change.
 *
 * @param {string} text
 */
export function say(text, alert = false) {
	if (!alert) {
		byId("said").textContent = text;
		return;
	}
	const close = h("button.close", { type: "button", "aria-label": "Close the message", click: quiet }, "×");
	byId("message").replaceChildren(h("p", {}, text), close);
	byId("message").hidden = false;
}

/**
 * Adds a sentence to the alert.
 *
 * @param {string} text
 */
export function sayToo(text) {
	const said = byId("message").querySelector("p")?.textContent;
	say(said ? `${said} ${text}` : text, true);
}

/** Removes the alert. */
export function quiet() {
	byId("message").hidden = true;
	byId("message").replaceChildren();
}

/**
 * Shows that a reading is at a stage of so many; the page's own work is one more.
 *
 * @param {number} stage
 */
export function progress(stage, of = stages.length) {
	byId("working").hidden = false;
	byId("progress").max = of + 1;
	byId("progress").value = stage + 1;
	byId("stage").textContent = `${stages[stage]}…`;
}

/** Shows that nothing is being read. */
export function idle() {
	byId("working").hidden = true;
}
