// Renders the snippets of a page (markup that newsrooms paste) with Preact. Each snippet
// is a list of trees, such as ["p", {lang: "en"}, ["Words"]].
import { h, render } from "preact";

const elementOf = (tree) =>
	typeof tree === "string" ? tree : h(tree[0], tree[1], ...tree[2].map(elementOf));

const snippets = Object.entries(globalThis.trees).map(([kind, snippet]) => (
	<div id={kind} key={kind}>
		{snippet.map(elementOf)}
	</div>
));
render(snippets, document.querySelector("#app"));
