// Renders the snippets of a page with React. If the server has rendered them, React takes
// over its nodes.
import { createRoot, hydrateRoot } from "react-dom/client";
import { Snippets } from "./reactsnippets.js";

const root = document.querySelector("#app");
const page = <Snippets trees={globalThis.trees} />;
if (root.firstElementChild) hydrateRoot(root, page);
else createRoot(root).render(page);
