// What a long reading leaves behind: nodes, listeners, memory, and the references
// that the program holds into JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";

/** In the page, before its scripts: keeps hold of the compiler's runtime and of the program's memory. */
function observe() {
	globalThis.leaks = {};
	Object.defineProperty(Object.prototype, "importObject", {
		configurable: true,
		set(value) {
			globalThis.leaks.go = this;
			Object.defineProperty(this, "importObject", { value });
		},
	});
	const { instantiate } = WebAssembly;
	WebAssembly.instantiate = async (...args) => {
		const made = await instantiate.apply(WebAssembly, args);
		globalThis.leaks.memory = Object.values(made.exports).find((one) => one instanceof WebAssembly.Memory);
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
	const [references, memory] = await page.evaluate(() => [
		leaks.go._ids.size,
		leaks.memory.buffer.byteLength,
	]);
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
const type = (_, timeline, strokes) =>
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
const remount = (page, _, times) =>
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

/**
 * What one act may leave, on average: far less than what it makes. A mount has some 1,300 nodes; the
 * compilers' collectors come late, standard Go's by a thousand references or two, where a leak would leave
 * at least one with every keystroke; and the browser keeps the times of its latest requests.
 */
const acts = {
	keystrokes: {
		act: type,
		first: 500,
		times: 5_000,
		most: { nodes: 1, listeners: 0, heap: 100, references: 0.5 },
	},
	mounts: {
		act: remount,
		first: 20,
		times: 200,
		most: { nodes: 150, listeners: 0, heap: 2_048, references: 10 },
	},
};
const mostMemory = 5 * 2 ** 20; // bytes: standard Go collects when 4 MiB of garbage have come, and keeps its heap

eachWidget("Leaks", (site) => {
	for (const [name, { act, first, times, most }] of Object.entries(acts)) {
		test(`${times.toLocaleString("en")} ${name} leave nothing behind`, async (t) => {
			await site.visit({ path: "/", prepare: observe }, async (page, timeline) => {
				await act(page, timeline, first); // caches fill
				const before = await count(page);
				await act(page, timeline, times);
				const after = await count(page);
				t.diagnostic(`before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
				for (const [what, limit] of Object.entries(most)) {
					const left = (after[what] - before[what]) / times;
					assert.ok(left <= limit, `${what}: ${left} each time, of ${limit} at most`);
				}
				assert.ok(after.memory - before.memory <= mostMemory, "the program's memory grows");
			});
		});
	}
});
