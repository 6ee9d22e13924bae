// The element in a template of Svelte, where the compiler reads its types from SvelteHTMLElements.
import type { SvelteHTMLElements } from "svelte/elements";
import "../../quote-timeline.js";

type Attributes = SvelteHTMLElements["quote-timeline"];
export const attributes: Attributes = {
	src: "https://edge.example/v1/transcripts/tides",
	class: "wide",
	"onqt-select": (event) => event.detail.turn.trim(),
};

// @ts-expect-error: there is no such theme
export const wrong: Attributes = { theme: "blue" };
// @ts-expect-error: this event has no turn
export const other: Attributes = { "onqt-error": (event) => event.detail.turn };
