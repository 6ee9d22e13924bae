// Renders the snippets of an article (markup that newsrooms paste) with Vue. A snippet is
// given as a list of trees, such as ["p", {lang: "en"}, ["Words"]].
import { createApp, h } from "vue";

const elementOf = (tree) => (typeof tree === "string" ? tree : h(tree[0], tree[1], tree[2].map(elementOf)));

const render = () =>
	Object.entries(globalThis.trees).map(([kind, snippet]) => h("div", { id: kind }, snippet.map(elementOf)));
createApp({ render }).mount("#app");
