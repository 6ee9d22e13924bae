// Starts the small page in React, in the browser. If a server has rendered the page, the
// test calls hydrate(), and React uses the nodes of the server's HTML.
import { load } from "quoteline";
import { createRoot, hydrateRoot } from "react-dom/client";
import { Page } from "./reactpage.jsx";

load("/quoteline/quote-timeline.js");
const root = document.querySelector("#app");
globalThis.recovered = []; // errors after which React has thrown the server's nodes away
const onRecoverableError = (error) => globalThis.recovered.push(String(error));
globalThis.hydrate = () => hydrateRoot(root, <Page />, { onRecoverableError });
if (root.childElementCount === 0) createRoot(root).render(<Page />);
