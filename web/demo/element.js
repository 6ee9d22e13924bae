// The script of the page with examples of <quote-timeline>. It calls the element's methods
// and shows its events. It also lists the parts and properties that a page can style, as
// custom-elements.json describes them.
import { find } from "../find.js";

/** @typedef {{name: string, description: string}} Member a part or a property that custom-elements.json describes */

const element = [...document.querySelectorAll("quote-timeline")].find(({ id }) => id === "driven");
if (!element) throw new Error("The page has no #driven.");

/**
 * The calls of the buttons. A key is the value of a button's attribute data-call. A click on
 * the button makes the call.
 *
 * @type {Record<string, () => unknown>}
 */
const calls = {
	goTo: () => element.goTo("qtf947h"),
	speaker: () => element.filter({ speaker: ["mira-murati"], topic: "" }),
	search: () => element.filter({ q: "board", only: true, topic: "" }),
	clear: () => element.clear(),
	html: () => element.toHTML().length,
	topic: () => {
		element.clear();
		element.topic = "staff";
	},
};

const output = find(".told output", HTMLOutputElement);
/** @param {string} text */
const tell = (text) => {
	output.textContent = `${text}\n${output.textContent}`;
};

/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-call]");
for (const button of buttons) {
	const call = calls[button.dataset.call ?? ""];
	button.addEventListener("click", () => {
		const answer = call();
		if (answer !== undefined) tell(`${button.textContent} → ${answer}`);
	});
}
for (const type of ["qt-ready", "qt-select", "qt-filter", "qt-copy", "qt-error"]) {
	document.addEventListener(type, (event) => {
		if (!(event instanceof CustomEvent)) return;
		if (event.target === element || type === "qt-error") tell(`${type} ${JSON.stringify(event.detail)}`);
	});
}

/** @param {Member} member */
const row = ({ name, description }) => {
	const line = document.createElement("tr");
	const [head, cell] = [document.createElement("th"), document.createElement("td")];
	const code = document.createElement("code");
	code.textContent = name;
	head.scope = "row";
	head.append(code);
	cell.textContent = description;
	line.append(head, cell);
	return line;
};

/** Returns the CSS rules of the last example as text, with line breaks for reading. */
const styledRules = () =>
	[...document.styleSheets]
		.flatMap(({ cssRules }) => [...cssRules])
		.filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.startsWith("#styled"))
		.map(({ cssText }) =>
			cssText
				.replace("{ ", "{\n  ")
				.replaceAll("; ", ";\n  ")
				.replace(/\s*\}$/, "\n}"),
		)
		.join("\n");

/**
 * The contents of custom-elements.json that this page uses.
 *
 * @type {{modules: {declarations: {cssParts: Member[], cssProperties: Member[]}[]}[]}}
 */
const manifest = await (await fetch("/custom-elements.json")).json();
const { cssParts, cssProperties } = manifest.modules[0].declarations[0];
find(".parts", HTMLElement).append(...cssParts.map(row));
find(".properties", HTMLElement).append(...cssProperties.map(row));
find(".sheet", HTMLElement).textContent = styledRules();
