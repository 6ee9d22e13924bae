// Tests that a long reading leaks no nodes, listeners, objects or memory. The
// WebAssembly program refers to JavaScript values by the entries of a table. That table
// must not grow either.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countObjects, grown } from "../../../worker/test/support/heap.mjs";
import { eachWidget } from "../support/browser.mjs";

/**
 * Runs in the page, before its own scripts. Stores the compiler's JavaScript runtime in
 * leaks.go, and the memory of the WebAssembly program in leaks.memory.
 */
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

/** The number of JavaScript values that the WebAssembly program refers to. */
const references = (page) => page.evaluate(() => leaks.go._ids.size);

/** The size of the program's WebAssembly memory, in bytes. */
const memory = (page) => page.evaluate(() => leaks.memory.buffer.byteLength);

/**
 * Collects garbage, and then counts what remains in memory: objects by class, nodes,
 * listeners, and the JavaScript values that the WebAssembly program refers to.
 */
async function count(page) {
	const session = await page.createCDPSession();
	let snapshot = "";
	session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
		snapshot += chunk;
	});
	await session.send("HeapProfiler.takeHeapSnapshot"); // collects garbage first
	await session.send("Performance.enable");
	const { metrics } = await session.send("Performance.getMetrics");
	const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
	await session.detach();
	return countObjects(JSON.parse(snapshot))
		.set("nodes", metric("Nodes"))
		.set("listeners", metric("JSEventListeners"))
		.set("references", await references(page));
}

const words = ["board", "security", "the company", "employee", "xyz"];

/**
 * Types words into the search field and deletes them. Instead of pressing keys, it
 * sends the events that key presses cause.
 */
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

/** Removes the element from the page and inserts it again, the given number of times. */
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
 * Calls act again and again. Returns how many things are in memory when the program
 * refers to the fewest JavaScript values. That is just after the program has collected
 * garbage. Counts at other times cannot be compared, because they include garbage.
 * Standard Go collects after about 650 key strokes, or after 50 insertions of the element.
 *
 * @param {(times: number) => Promise<void>} act
 * @param {{step: number, steps: number}} plan how many actions a step has, and how many steps
 *   there are
 */
async function countAtLeast(page, act, { step, steps }) {
	let least = Number.POSITIVE_INFINITY;
	let counts;
	let collected = false;
	for (let i = 0, before = 0; i < steps || (!collected && i < 10 * steps); i++) {
		await act(step);
		const now = await references(page);
		// If the number of references falls, garbage was collected. This happens with
		// standard Go. TinyGo releases references immediately, so the number stays the same.
		// So in the second half of the steps, a number that is at most one above the least
		// number so far is also accepted.
		collected ||= now < before || (i > steps / 2 && now <= least + 1);
		before = now;
		if (now >= least) continue;
		least = now;
		counts = await count(page);
	}
	return counts;
}

/**
 * Calls act(step) three times. The argument step is how often one call repeats its
 * action. Counts how many things of each kind a call leaves in memory until the program
 * collects garbage. Returns the greatest growth for each kind.
 */
async function countOne(page, act, step) {
	const most = new Map();
	let before = await count(page);
	for (let i = 0; i < 3; i++) {
		await act(step);
		const after = await count(page);
		for (const [kind, n] of after) most.set(kind, Math.max(most.get(kind) ?? 0, n - (before.get(kind) ?? 0)));
		before = after;
	}
	return most;
}

/**
 * Calls the function round until a call no longer makes the WebAssembly memory grow.
 * Fails after eight calls. A leak needs more memory in every call, whereas a normal heap
 * stops growing.
 */
async function untilEnough(page, round) {
	for (let rounds = 0; rounds < 8; rounds++) {
		const before = await memory(page);
		await round();
		if ((await memory(page)) === before) return;
	}
	assert.fail("the program's memory grows with every round");
}

/**
 * The actions that the test repeats: key strokes, and insertions of the element (mounts).
 * most is a limit for each kind of thing: how many things an action may leave in memory
 * on average. A leak leaves at least one thing for each key stroke, so the limit for key
 * strokes is half a thing. An insertion makes 1,353 nodes, 121 references and 8
 * listeners. Standard Go can keep those of two insertions until its next collection. The
 * limits are three times as high: 60 insertions can leave the nodes and references of six.
 * On average that is 6 × 1,353 / 60 = 135 nodes and 6 × 121 / 60 = 12 references. A leak
 * would leave those of all 60 insertions.
 */
const acts = {
	keystrokes: { act: type, step: 75, steps: 20, most: { nodes: 0.5, listeners: 0.5, others: 0.5 } },
	mounts: { act: remount, step: 1, steps: 60, most: { nodes: 135, listeners: 0.5, others: 12 } },
};

eachWidget("Leaks", (site) => {
	for (const [name, { act, most, ...plan }] of Object.entries(acts)) {
		const third = plan.step * plan.steps;
		test(`${(3 * third).toLocaleString("en")} ${name} leave nothing`, async (t) => {
			await site.visit({ path: "/", prepare: observe }, async (page, timeline) => {
				const again = (times) => act(page, timeline, times);
				const before = await countAtLeast(page, again, plan);
				const one = await countOne(page, again, plan.step);
				await again(third);
				const after = await countAtLeast(page, again, plan);
				for (const what of ["nodes", "listeners", "references"])
					t.diagnostic(`${what}: ${before.get(what)}, then ${after.get(what)}`);
				const limit = (kind) => Math.max(third * (most[kind] ?? most.others), 3 * (one.get(kind) ?? 0));
				assert.deepEqual(grown(before, after, limit), []);
				await untilEnough(page, () => again(third));
			});
		});
	}
});
