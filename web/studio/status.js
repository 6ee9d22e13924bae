// Shows messages to the editor, and the progress while a source is parsed.
import { byId, h } from "./dom.js";

const stages = [
	"Looking at the file",
	"Finding labels and times",
	"Distinguishing speakers",
	"Writing the report",
];

/**
 * Shows a message. By default only screen readers announce it; with alert, a box shows
 * it until the next change.
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
 * Appends a sentence to the alert, or shows it as a new one.
 *
 * @param {string} text
 */
export function sayToo(text) {
	const said = byId("message").querySelector("p")?.textContent;
	say(said ? `${said} ${text}` : text, true);
}

/** Hides the alert. */
export function quiet() {
	byId("message").hidden = true;
	byId("message").replaceChildren();
}

/**
 * Shows the progress of parsing: the stage, counted from 0, of so many stages. The
 * page's own drawing counts as one more stage.
 *
 * @param {number} stage
 */
export function progress(stage, of = stages.length) {
	byId("working").hidden = false;
	byId("progress").max = of + 1;
	byId("progress").value = stage + 1;
	byId("stage").textContent = `${stages[stage]}…`;
}

/** Hides the progress. */
export function idle() {
	byId("working").hidden = true;
}
