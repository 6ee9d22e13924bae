// The element in a template of Vue, where the compiler reads its types from GlobalComponents.
import type { GlobalComponents } from "vue";
import "../../quote-timeline.js";

type Element = InstanceType<GlobalComponents["quote-timeline"]>;
export const properties: Element["$props"] = { src: "https://edge.example/v1/transcripts/tides", class: "wide", only: true };
export const listen = (emit: Element["$emit"], event: CustomEvent<{ message: string }>) => emit("qt-error", event);

// @ts-expect-error: there is no such theme
export const wrong: Element["$props"] = { theme: "blue" };
// @ts-expect-error: there is no such event
export const other = (emit: Element["$emit"], event: CustomEvent<null>) => emit("qt-play", event);
