// Adds the snippets to a page as Turbo does with an answer of the server: by a stream.
import { renderStreamMessage } from "@hotwired/turbo";

const { innerHTML } = document.querySelector("#snippets");
renderStreamMessage(
	`<turbo-stream action="append" target="app"><template>${innerHTML}</template></turbo-stream>`,
);
