// What a newsroom pastes into a page, with buttons that copy it.
import { h } from "./dom.js";
import { say } from "./status.js";

/** @import { Call, Snippets } from "./types.js" */

/** @type {[kind: keyof Snippets, label: string][]} */
const kinds = [
	["script", "Script, with the whole text for readers without JavaScript"],
	["frame", "Frame, for systems that refuse scripts"],
	["link", "Link"],
];

/**
 * A button that copies text and says that it did.
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
 * The snippets for the transcript that is open.
 *
 * @param {{ call: Call }} studio
 */
export const snippetsOf = (studio) => studio.call("snippets", { base: location.origin });

/**
 * All snippets with their buttons.
 *
 * @param {{ call: Call }} studio
 */
export async function snippets(studio) {
	const texts = await snippetsOf(studio);
	// A script has several lines: its field shows more of it.
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
