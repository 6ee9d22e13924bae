// Renders the snippets of a page (markup that newsrooms paste) with React. If a server
// has rendered them, React uses the nodes of the server's HTML.
import { createRoot, hydrateRoot } from "react-dom/client";
import { Snippets } from "./reactsnippets.js";

const root = document.querySelector("#app");
const page = <Snippets trees={globalThis.trees} />;
if (root.firstElementChild) hydrateRoot(root, page);
else createRoot(root).render(page);
