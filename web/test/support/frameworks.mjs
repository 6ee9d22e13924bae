// Pages whose framework puts the snippets (markup that a newsroom pastes) into the page. The
// programs in web/test/apps/article do that, with the real packages. Each page is a row of
// the support matrix.
import { JSDOM } from "jsdom";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { Snippets } from "../apps/article/reactsnippets.js";
import { bundled, major } from "./apps.mjs";
import { all } from "./outcome.mjs";

/**
 * A node of a snippet: a text, or an element with its attributes and children.
 *
 * @typedef {string | [tag: string, attributes: Record<string, string>, children: Tree[]]} Tree
 */

/** Returns the tree of a node. It leaves out scripts, which frameworks do not run. */
function treeOf(node) {
	if (node.nodeType === 3) return node.data;
	const attributes = [...node.attributes].map(({ name, value }) => [name, value]);
	return [node.localName, Object.fromEntries(attributes), treesOf(node)];
}

const treesOf = (parent) =>
	[...parent.childNodes]
		.filter(({ nodeType, localName }) => nodeType !== 8 && localName !== "script")
		.map(treeOf);

/**
 * Returns two things: the trees of each snippet, by its kind, and the markup of all
 * scripts in the snippets.
 */
function parsed(snippets) {
	const scripts = new Set();
	const trees = Object.entries(snippets).map(([kind, html]) => {
		const { document } = new JSDOM(html).window;
		for (const script of document.querySelectorAll("script")) scripts.add(script.outerHTML);
		return [kind, treesOf(document.body)];
	});
	return { trees: Object.fromEntries(trees), scripts: [...scripts].join("\n") };
}

/** Returns a script element with the text of a module. */
const script = (text) => `<script type="module">${text.replaceAll("</script", "<\\/script")}</script>`;

/**
 * Returns a function that makes the page of a framework.
 *
 * @param {string} program its path in web/test/apps
 * @param {(article: Function, trees: Record<string, Tree[]>) => string} [rendered] returns the
 *   markup that the server has rendered
 */
const page =
	(program, rendered = () => "") =>
	(article) =>
	async (snippets) => {
		const { trees, scripts } = parsed(snippets);
		const data = `globalThis.trees = ${JSON.stringify(trees).replaceAll("<", "\\u003c")}`;
		const own = `<div id="app">${rendered(trees)}</div>${script(data)}${script(await bundled(program))}`;
		return article({}, { body: own + scripts });
	};

/** Returns the HTML that React renders on a server. */
const reactServer = (trees) => renderToString(createElement(Snippets, { trees }));

/**
 * Returns a page with Turbo. A <turbo-stream> element adds the snippets and their
 * scripts to the page.
 */
const turboPage = (article) => async (snippets) => {
	const parts = Object.entries(snippets).map(([kind, html]) => `<div id="${kind}">${html}</div>`);
	const own = `<div id="app"></div><template id="snippets">${parts.join("\n")}</template>`;
	return article({}, { body: own + script(await bundled("article/turbo.js")) });
};

/**
 * The rows of the support matrix for these frameworks.
 *
 * @param {(snippets: Record<string, string>, parts: {body: string}) => string} article
 * @returns {import("./environments.mjs").Environment[]}
 */
export const frameworks = (article) => [
	{ name: `React ${major("react")}`, page: page("article/react.jsx")(article), expect: all },
	{
		name: `React ${major("react")}, rendered by a server`,
		page: page("article/react.jsx", reactServer)(article),
		expect: all,
	},
	{ name: `Preact ${major("preact")}`, page: page("article/preact.jsx")(article), expect: all },
	{ name: `Vue ${major("vue")}`, page: page("article/vue.js")(article), expect: all },
	{ name: `Svelte ${major("svelte")}`, page: page("article/svelte.js")(article), expect: all },
	{ name: `Turbo ${major("@hotwired/turbo")}, in a stream`, page: turboPage(article), expect: all },
];
