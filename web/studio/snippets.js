// The snippets that a newsroom pastes into its pages, with buttons that copy them.
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
 * A button that copies text to the clipboard. For two seconds it then shows "Copied".
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
 * The HTML that embeds the open transcript. script: a script element with the full
 * text; frame: an iframe; link: a link.
 *
 * @param {{ call: Call }} studio
 */
export const snippetsOf = (studio) => studio.call("snippets", { base: location.origin });

/**
 * A list of all snippets, each with a button that copies it.
 *
 * @param {{ call: Call }} studio
 */
export async function snippets(studio) {
	const texts = await snippetsOf(studio);
	// A script snippet has several lines, so its field shows four; the others show two.
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
