// What a long reading leaves behind: nodes, listeners, memory, and the references
// that the program holds into JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "./browser.mjs";

/** In the page, before its scripts: keeps hold of the compiler's runtime and of the program's memory. */
function observe() {
	globalThis.leaks = {};
	let Go;
	Object.defineProperty(globalThis, "Go", {
		configurable: true,
		get: () => Go,
		set(Runtime) {
			Go = class extends Runtime {
				constructor(...args) {
					super(...args);
					globalThis.leaks.go = this;
				}
			};
		},
	});
	const { instantiateStreaming } = WebAssembly;
	WebAssembly.instantiateStreaming = async (...args) => {
		const made = await instantiateStreaming.apply(WebAssembly, args);
		globalThis.leaks.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
		return made;
	};
}

/** Counts after what is garbage has gone. */
async function count(page) {
	const session = await page.createCDPSession();
	await session.send("Performance.enable");
	for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
	const { metrics } = await session.send("Performance.getMetrics");
	const metric = (name) => metrics.find((one) => one.name === name).value;
	const [references, memory] = await page.evaluate(() => [leaks.go._ids.size, leaks.memory.buffer.byteLength]);
	await session.detach();
	return {
		nodes: metric("Nodes"),
		listeners: metric("JSEventListeners"),
		heap: metric("JSHeapUsedSize"),
		references,
		memory,
	};
}

const words = ["board", "security", "the company", "employee", "xyz"];

/** Types and takes back, by the events that keys give. */
const type = (timeline, strokes) =>
	timeline.read(
		async (root, words, strokes) => {
			const field = root.querySelector(".search input");
			for (let i = 0, done = 0; done < strokes; i++) {
				for (const letter of words[i % words.length]) {
					field.value += letter;
					field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
					done++;
				}
				field.value = "";
				field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
				done++;
				await new Promise((resolve) => setTimeout(resolve));
			}
		},
		words,
		strokes,
	);

/** Takes the element out of the page and puts it back, so many times. */
const remount = (page, times) =>
	page.evaluate(async (times) => {
		const element = document.querySelector("quote-timeline");
		const place = document.createComment("");
		for (let i = 0; i < times; i++) {
			element.replaceWith(place);
			const ready = new Promise((resolve) => element.addEventListener("qt-ready", resolve, { once: true }));
			place.replaceWith(element);
			await ready;
		}
	}, times);

eachWidget("Leaks", (site) => {
	for (const [what, once, many] of [
		["5,000 keystrokes", 500, 5_000],
		["200 mounts", 20, 200],
	]) {
		test(`${what} leave nothing behind`, async (t) => {
			await site.visit({ path: "/", prepare: observe }, async (page, timeline) => {
				const act = (times) => (what.endsWith("mounts") ? remount(page, times) : type(timeline, times));
				await act(once); // caches fill
				const before = await count(page);
				const t0 = Date.now();
				await act(many);
				const after = await count(page);
				t.diagnostic(JSON.stringify({ before, after, ms: Date.now() - t0 }));
			});
		});
	}
});
