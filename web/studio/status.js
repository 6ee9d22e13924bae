// What the page tells people besides what it shows.
import { byId, h } from "./dom.js";

const stages = [
	"Looking at the file",
	"Finding labels and times",
	"Telling speakers apart",
	"Writing the report",
];

/** Tells something: quietly, or as an alert that stays until the next change. */
export function say(text, alert = false) {
	if (!alert) {
		byId("said").textContent = text;
		return;
	}
	const close = h("button.close", { type: "button", "aria-label": "Close the message", click: quiet }, "×");
	byId("message").replaceChildren(h("p", {}, text), close);
	byId("message").hidden = false;
}

/** Says one thing more in the alert. */
export function sayToo(text) {
	const said = byId("message").querySelector("p")?.textContent;
	say(said ? `${said} ${text}` : text, true);
}

/** Takes the alert back. */
export function quiet() {
	byId("message").hidden = true;
	byId("message").replaceChildren();
}

/** Shows that a reading is at a stage of so many; the page's own work is one more. */
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
