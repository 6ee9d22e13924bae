// Adds the snippets (markup that newsrooms paste) to a page in the way of Turbo: by a
// <turbo-stream> element, which a server usually sends.
import { renderStreamMessage } from "@hotwired/turbo";

const { innerHTML } = document.querySelector("#snippets");
renderStreamMessage(
	`<turbo-stream action="append" target="app"><template>${innerHTML}</template></turbo-stream>`,
);
