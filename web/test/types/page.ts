// A page without a framework.
import type { QuoteTimeline } from "../../quote-timeline.js";

const element: QuoteTimeline = document.createElement("quote-timeline");
element.src = "https://edge.example/v1/transcripts/tides";
element.filter({ speaker: ["ann"], only: true });
element.addEventListener("qt-filter", (event) => event.detail.hits.toFixed());
document.addEventListener("qt-select", (event) => event.detail.turn.trim());
window.addEventListener("qt-error", (event) => event.detail.message.trim());
document.querySelector("quote-timeline")?.goTo("b2");

// @ts-expect-error: this event has no turn
document.addEventListener("qt-error", (event) => event.detail.turn);
// @ts-expect-error: this element has no such method
element.play();
