// Shows the snippets, which are three alternative pieces of HTML that embed the transcript
// in a newsroom's page. Each has a button that copies it.
import { h } from "./dom.js";
import { say } from "./status.js";

/** @import { Call, Snippets } from "./types.js" */

/**
 * The kinds of embedding HTML, each with its label on the page.
 *
 * @type {[kind: keyof Snippets, label: string][]}
 */
const kinds = [
	["script", "Script, with the whole text for readers without JavaScript"],
	["frame", "Frame, for systems that refuse scripts"],
	["link", "Link"],
];

/**
 * Returns a button that copies a text to the clipboard. After that, it shows "Copied" for
 * two seconds.
 *
 * @param {string} label
 * @param {string} text
 */
export function copyButton(label, text) {
	const button = h("button.small", { type: "button", "aria-label": label }, "Copy");
	button.addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(text);
			button.textContent = "Copied";
			say("Copied.");
			setTimeout(() => {
				button.textContent = "Copy";
			}, 2000);
		} catch {
			say("The browser does not let this page copy. Select the text and copy it.", true);
		}
	});
	return button;
}

/**
 * Asks the program for the snippets, the pieces of HTML that embed the open transcript. The
 * member script is a script element with the full text, frame is an iframe, and link is a
 * link.
 *
 * @param {{ call: Call }} studio
 */
export const snippetsOf = (studio) => studio.call("snippets", { base: location.origin });

/**
 * Returns a list of all snippets, which are pieces of HTML that embed the transcript. Each
 * has a button that copies it.
 *
 * @param {{ call: Call }} studio
 */
export async function snippets(studio) {
	const texts = await snippetsOf(studio);
	// The snippet with a script has several lines, so its field is four lines high. The
	// other fields are two lines high.
	return h(
		"dl.snippets",
		{},
		kinds.map(([kind, label]) =>
			h(
				"div",
				{},
				h("dt", {}, label, copyButton(`Copy the ${kind}`, texts[kind])),
				h(
					"dd",
					{},
					h("textarea", {
						value: texts[kind],
						readonly: true,
						rows: kind === "script" ? 4 : 2,
						"aria-label": label,
						"data-snippet": kind,
						spellcheck: "false",
					}),
				),
			),
		),
	);
}
