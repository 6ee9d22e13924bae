// Parent elements whose width depends on their content, such as a flex container. Each
// function returns HTML of the parent with a snippet inside. In each parent, a long
// paragraph is as wide as the page allows. Each parent is a row of the support matrix.
import { all } from "./outcome.mjs";

/**
 * The parents by description. The argument of a function is the HTML of the snippet.
 *
 * @type {Record<string, (content: string) => string>}
 */
export const parents = {
	"a block": (content) => `<div>${content}</div>`,
	"a centred figure": (content) => `<figure style="display:flex;justify-content:center">${content}</figure>`,
	"a flex row": (content) => `<div style="display:flex">${content}</div>`,
	"a flex row with a column": (content) =>
		`<div style="display:flex;gap:16px">${content}<div>A column</div></div>`,
	"a centred flex column": (content) =>
		`<div style="display:flex;flex-direction:column;align-items:center">${content}</div>`,
	"a centred grid": (content) => `<div style="display:grid;place-items:center">${content}</div>`,
	"an auto grid column": (content) =>
		`<div style="display:grid;grid-template-columns:auto;justify-content:start">${content}</div>`,
	"a float": (content) => `<div style="float:left">${content}</div>`,
	"an inline-block": (content) => `<div style="display:inline-block">${content}</div>`,
	"a table cell": (content) => `<table><tr><td>${content}</td></tr></table>`,
	"a box that fits its content": (content) => `<div style="width:fit-content">${content}</div>`,
	"a positioned box": (content) => `<div style="position:absolute;max-width:100%">${content}</div>`,
	"an open dialog": (content) => `<dialog open style="position:static">${content}</dialog>`,
};

/**
 * The rows of the support matrix for these parents.
 *
 * @type {import("./environments.mjs").Environment[]}
 */
export const layouts = Object.entries(parents).map(([name, parent]) => ({
	name: `In ${name}`,
	keep: (html) => `<div style="display:flow-root;position:relative">${parent(html)}</div>`,
	expect: all,
}));
