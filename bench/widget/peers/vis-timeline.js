// Uses vis-timeline. Each turn is an item that lasts one minute, and each speaker is a
// group. A field filters the items.
import { DataSet, Timeline, DataView as View } from "vis-timeline/standalone";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";

const element = document.getElementById("conversation");
const turns = await (await fetch(element.dataset.src)).json();
const minute = 60_000;
const start = Date.UTC(2024, 4, 1);
const names = [...new Set(turns.map(({ name }) => name))];
const items = new DataSet(
	turns.map(({ n, name, text }) => ({
		id: n,
		group: name,
		content: text,
		folded: `${name} ${text}`.toLowerCase(),
		start: start + n * minute,
		end: start + (n + 1) * minute,
	})),
);
let query = "";
const view = new View(items, { filter: ({ folded }) => folded.includes(query) });
const timeline = new Timeline(
	element,
	view,
	names.map((name) => ({ id: name, content: name })),
	{ height: 500, start, end: start + 10 * minute, stack: false },
);
const input = document.querySelector("input");
const count = document.querySelector(".count");
input.addEventListener("input", () => {
	query = input.value.toLowerCase();
	view.refresh();
	count.textContent = view.length;
});
globalThis.pan = (part) => timeline.moveTo(start + turns.length * minute * part, { animation: false });
timeline.on("changed", () => performance.mark("ready"));
