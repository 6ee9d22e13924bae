// What the page of React is when a server has rendered it.
import { renderToString } from "react-dom/server";
import { Page } from "./reactpage.jsx";

export const markup = renderToString(<Page />);
