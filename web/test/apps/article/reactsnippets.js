// Makes React elements from snippets (markup that newsrooms paste), in the browser and on
// a server. A snippet is given as a list of trees, such as ["p", {lang: "en"},
// ["Words"]].
import { createElement } from "react";

/** Returns React's name of a property of a style, as in "maxWidth" for "max-width". */
const propertyOf = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Returns the object that React needs for a style such as "border:0". */
const styleOf = (text) =>
	text &&
	Object.fromEntries(
		text
			.split(";")
			.map((rule) => rule.split(":").map((part) => part.trim()))
			.map(([name, value]) => [propertyOf(name), value]),
	);

const elementOf = (tree) => {
	if (typeof tree === "string") return tree;
	const [tag, { class: className, style, ...attributes }, children] = tree;
	return createElement(tag, { ...attributes, className, style: styleOf(style) }, ...children.map(elementOf));
};

export const Snippets = ({ trees }) =>
	Object.entries(trees).map(([kind, snippet]) =>
		createElement("div", { id: kind, key: kind }, ...snippet.map(elementOf)),
	);
