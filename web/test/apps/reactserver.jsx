// Renders the page in React to HTML, as a server does.
import { renderToString } from "react-dom/server";
import { Page } from "./reactpage.jsx";

export const markup = renderToString(<Page />);
