// Shows messages to the editor, and a progress bar while a source is parsed.
import { byId, h } from "./dom.js";

const stages = [
	"Looking at the file",
	"Finding labels and times",
	"Distinguishing speakers",
	"Writing the report",
];

/**
 * Shows a message to the editor. If alert is false, only a screen reader announces the
 * message. If alert is true, a visible box shows the message until the editor closes the box
 * or changes the transcript.
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
 * Appends a sentence to the message in the alert box. If there is none, shows the sentence
 * as a new message.
 *
 * @param {string} text
 */
export function sayToo(text) {
	const said = byId("message").querySelector("p")?.textContent;
	say(said ? `${said} ${text}` : text, true);
}

/** Hides the alert box. */
export function quiet() {
	byId("message").hidden = true;
	byId("message").replaceChildren();
}

/**
 * Shows how far the parsing of a source (the imported text) has come. The first parameter is
 * the index of the present stage, and the second one is the number of stages. The bar has
 * one more stage for drawing the page afterwards.
 *
 * @param {number} stage
 */
export function progress(stage, of = stages.length) {
	byId("working").hidden = false;
	byId("progress").max = of + 1;
	byId("progress").value = stage + 1;
	byId("stage").textContent = `${stages[stage]}…`;
}

/** Hides the progress bar. */
export function idle() {
	byId("working").hidden = true;
}
