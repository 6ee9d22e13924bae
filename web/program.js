// Starts the WebAssembly program, and gives it the functions of the page that it needs.
// This script is loaded when the first element of a page needs the program.
//
// web/build.mjs replaces four names. __WIDGET__, __RUNTIME__ and __LIVE__ (the style of
// the live widget) are the addresses of built files, relative to this file. __WORDS__
// maps a language tag to the address of the interface's texts in that language. The types
// are in program/bridge.d.ts.

import { copy, share } from "./program/clipboard.js";
import { watchDrags } from "./program/drag.js";
import { highlighter } from "./program/highlight.js";
import { idle } from "./program/idle.js";
import { media, play } from "./program/media.js";
import { selection } from "./program/selection.js";
import { sizes } from "./program/sizes.js";
import { earlierWords, nearest } from "./program/versions.js";
import { watch } from "./program/watch.js";

/** @typedef {import("./program/bridge.js").Host} Host */
/** @typedef {import("./program/bridge.js").Mounted} Mounted */
/** @typedef {import("./program/bridge.js").Exports} Exports */
/** @typedef {import("./program/bridge.js").Runtime} Runtime */
/** @typedef {import("./quote-timeline.js").QuoteTimeline} QuoteTimeline */

/** @param {string} name */
const asset = (name) => new URL(name, import.meta.url).href;

/**
 * Calls act, and returns what it throws as a value, because TinyGo cannot catch exceptions.
 *
 * @template T
 * @param {() => T} act
 * @returns {import("./program/bridge.js").Caught<T>}
 */
const guard = (act) => {
	try {
		return [true, act()];
	} catch (error) {
		return [false, String(error)];
	}
};

/**
 * Returns a function that calls end. If that function has not been called when life ends, end
 * is called then.
 *
 * @param {AbortSignal} life
 * @param {() => void} end
 */
const ending = (life, end) => {
	const once = () => {
		life.removeEventListener("abort", once);
		end();
	};
	life.addEventListener("abort", once);
	return once;
};

/** @param {string} markup */
const parsed = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = markup;
	return template.content;
};

const decoder = new TextDecoder();

/**
 * Returns the functions that the program gets.
 *
 * @param {AbortSignal} life its end removes all listeners
 * @param {object} memory access to the program's memory
 * @param {(...place: import("./program/bridge.js").Place) => string} memory.read returns a text
 * @param {(...place: import("./program/bridge.js").Place) => Int32Array} memory.numbers returns a list of numbers
 * @param {(() => void) | undefined} memory.collect collects garbage
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands Trusted Types
 * @param {(error: unknown) => void} fail ends life, with a reason
 * @param {import("./program/bridge.js").Guarded} guarded wraps a function of the program, so that fail is called if the function throws
 * @returns {Host}
 */
const bridge = (life, { read, numbers, collect }, trusted, fail, guarded) => ({
	guarded,
	get: (object, key) => guard(() => object[key]),
	call: (object, name, ...args) => guard(() => object[name](...args)),
	// inner and outer return the error's text, "" if there is no error.
	inner(node, ...place) {
		const [ok, error] = guard(() => {
			node.innerHTML = trusted(read(...place));
		});
		return ok ? "" : error;
	},
	outer(node, ...place) {
		const [ok, error] = guard(() => {
			const markup = trusted(read(...place));
			if (node.parentElement) node.outerHTML = markup;
			else node.replaceWith(parsed(markup)); // WebKit cannot set outerHTML directly below a shadow root
		});
		return ok ? "" : error;
	},
	// Dispatches an event at the <quote-timeline> element around node, after the running
	// call of the program has ended.
	tell(node, type, detail) {
		const { host } = /** @type {ShadowRoot} */ (node.getRootNode());
		queueMicrotask(() =>
			host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail })),
		);
	},
	media,
	play,
	selection,
	copy,
	share,
	past: (address, turn, version, most, said) =>
		earlierWords(address, turn, version, most, (...words) => {
			const [ok, found] = guard(() => said(...words));
			if (!ok) fail(found);
			return !ok || found;
		}),
	nearest,
	// Calls act(value, error) when the promise is fulfilled or rejected. Error is a
	// string or null.
	settle(promise, act) {
		const call = guarded(act);
		promise.then(
			(value) => call(value, null),
			(error) => call(undefined, String(error)),
		);
	},
	watch: (rootMargin, seen) => {
		const watcher = watch(rootMargin, guarded(seen));
		return { ...watcher, end: ending(life, watcher.end) };
	},
	idle: (step) => {
		const next = guarded(step);
		const work = idle(() => {
			const left = next();
			if (!left && !life.aborted) collect?.();
			return Boolean(left);
		});
		return { ...work, end: ending(life, work.end) };
	},
	extents: (parts, ...place) => sizes(parts, numbers(...place)),
	highlight: globalThis.CSS?.highlights && highlighter(life, read),
	listen(target, type, heard) {
		const listener = guarded(heard);
		target.addEventListener(type, listener, { signal: life });
		return () => target.removeEventListener(type, listener);
	},
});

/** Attributes of the element whose changes the program receives. */
const attributes = ["speaker", "topic", "q", "turn"];

/**
 * Returns the attributes of an element and its surroundings in the page, as the program takes them.
 *
 * @param {QuoteTimeline} element
 */
const optionsOf = (element) => {
	/** @type {import("./program/bridge.js").Options} */
	const options = Object.fromEntries(
		[...attributes, "for"].map((name) => [name, element.getAttribute(name)]),
	);
	options.base = new URL(element.src).origin;
	options.nth = `${[...document.querySelectorAll(element.localName)].indexOf(element) + 1}`;
	return options;
};

/**
 * Returns an object of strings, as the program takes it. A list becomes a string with commas, and
 * undefined members are removed: {speaker: ["a", "b"], q: undefined} becomes {speaker: "a,b"}.
 *
 * @param {Record<string, unknown>} object
 * @returns {Record<string, string>}
 */
const inWords = (object) =>
	Object.fromEntries(
		Object.entries(object)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, String(value ?? "")]),
	);

/**
 * The page's global object. The compilers' runtimes set some of its properties.
 *
 * @type {Record<string, unknown>}
 */
const globals = globalThis;

/**
 * Globals that the compilers' runtimes (wasm_exec.js) set, and the one in which the program
 * finds its bridge to the page. The page may have globals with the same names, and a global
 * "process" makes some libraries believe that they run in Node.
 */
const borrowed = ["Go", "fs", "path", "process", "__quoteline"];

/**
 * Removes the page's own globals with these names for a moment. The function that it returns
 * restores them.
 */
const borrowGlobals = () => {
	const own = borrowed.map((name) => ({
		name,
		descriptor: Object.getOwnPropertyDescriptor(globals, name),
	}));
	for (const name of borrowed) delete globals[name];
	return () => {
		for (const { name, descriptor } of own) {
			delete globals[name];
			if (descriptor) Object.defineProperty(globals, name, descriptor);
		}
	};
};

/** @type {Promise<Runtime> | undefined} */
let runtime;

/**
 * Loads the compiler's runtime, and returns the globals that it sets. The program reads some
 * of them when it starts.
 *
 * @returns {Promise<Runtime>}
 */
const loadRuntime = async () => {
	const { default: define } = await import(asset(__RUNTIME__));
	const restore = borrowGlobals();
	define();
	const { Go, fs, path, process } = globals;
	restore();
	return { Go: /** @type {Runtime["Go"]} */ (Go), globals: { fs, path, process } };
};

/** @param {string} name */
const get = async (name) => {
	const response = await fetch(asset(name), { credentials: "omit" });
	if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
	return response.text();
};

/**
 * Loads the style of the live widget as one sheet for all elements. Its rules match only live
 * markup, so a shadow root may keep the sheet after the program has ended.
 */
const loadStyle = async () => new CSSStyleSheet().replace(await get(__LIVE__));

/**
 * Loads the texts of the interface in the language of the markup in root. The program
 * contains the English texts, so for English the result is "".
 *
 * @param {ShadowRoot} root
 */
const loadWords = (root) => {
	const name = __WORDS__[root.querySelector(".ql")?.getAttribute("lang") ?? ""];
	return name ? get(name) : "";
};

/**
 * Starts the program. When this function returns, the program has run until it waits for something.
 *
 * @param {InstanceType<Runtime["Go"]>} go
 * @param {WebAssembly.Instance} instance
 * @param {Record<string, unknown>} own the globals that the program reads
 * @returns {Promise<void>} resolves when the program ends
 */
const run = (go, instance, own) => {
	const restore = borrowGlobals();
	try {
		Object.assign(globals, own);
		const ended = go.run(instance);
		const { start } = /** @type {Exports} */ (instance.exports);
		if (!start) return ended;
		start(); // TinyGo's build: start returns, and the program never ends
		return new Promise(() => {});
	} finally {
		restore();
	}
};

const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/**
 * Calls step until it returns something, and pauses every 8 ms so that the page can respond.
 * If signal aborts, it calls step("stop") and returns undefined.
 *
 * @template T
 * @param {(stop?: "stop") => T | null | undefined} step
 * @param {AbortSignal} life ends with the program; then this function throws the reason
 * @param {AbortSignal} signal
 */
const inSlices = async (step, life, signal) => {
	while (!signal.aborted) {
		const end = performance.now() + 8; // in milliseconds: half of the time between two frames
		do {
			const given = step();
			life.throwIfAborted();
			if (given) return given;
		} while (performance.now() < end);
		await pause();
		life.throwIfAborted();
	}
	step("stop");
};

/**
 * Returns the function that mounts an element; see boot.
 *
 * @param {import("./program/bridge.js").Mount} mount
 * @param {CSSStyleSheet} style of the live widget
 * @param {AbortSignal} life ends with the program
 * @param {import("./program/bridge.js").Guarded} guarded
 * @returns {(element: QuoteTimeline, json: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>}
 */
const mounter = (mount, style, life, guarded) => async (element, json, signal) => {
	const root = element.shadowRoot;
	if (!root) return;
	const words = await loadWords(root);
	if (signal.aborted) return;
	const { adoptedStyleSheets } = root;
	if (!adoptedStyleSheets.includes(style)) adoptedStyleSheets.push(style);
	const options = optionsOf(element);
	const step = guarded(mount)(root, new Uint8Array(json), { ...options, words });
	life.throwIfAborted();
	if (!step) return;
	const mounted = await inSlices(guarded(step), life, signal);
	if (typeof mounted === "string") throw new Error(mounted);
	if (!mounted) return;
	const guardedHandle = Object.entries(mounted).map(([name, act]) => [name, guarded(act)]);
	/** @type {Mounted} */
	const handle = Object.fromEntries(guardedHandle);
	for (const name of attributes) {
		const value = element.getAttribute(name); // may have changed while the program was being mounted
		if (value !== options[name]) handle.attribute(name, value ?? "");
	}
	await undefined; // wait until the events about these changes are dispatched
	life.throwIfAborted();
	if (signal.aborted) {
		handle.unmount();
		return;
	}
	const box = root.querySelector(".line[part] .plotbox");
	if (box instanceof HTMLElement) watchDrags(box);
	const { filter } = handle;
	handle.filter = (criteria) => filter(inWords(criteria));
	return handle;
};

/**
 * Starts an instance of the program.
 *
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands Trusted Types
 * @param {(error: unknown) => void} ended called once, when the instance has ended
 * @param {Promise<Response>} [source] the program, if it is already being fetched
 * @returns {Promise<(element: QuoteTimeline, json: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>>}
 *   a function that mounts an element whose shadow root shows the server's markup. It
 *   returns the element's handle, or undefined if signal aborts
 */
export async function boot(trusted, ended, source = fetch(asset(__WIDGET__), { credentials: "omit" })) {
	const life = new AbortController();
	/** @param {unknown} error */
	const fail = (error) => {
		if (life.signal.aborted) return;
		life.abort(error);
		ended(error);
	};
	runtime ??= loadRuntime();
	runtime.catch(() => {
		runtime = undefined; // the next start loads the runtime again
	});
	const [{ Go, globals: own }, style, module] = await Promise.all([
		runtime,
		loadStyle(),
		WebAssembly.compileStreaming(source), // compiles while the file arrives
	]);
	const go = new Go();
	const instance = await WebAssembly.instantiate(module, go.importObject);
	const { memory: tinygo, mem, collect } = /** @type {Exports} */ (instance.exports);
	const memory = tinygo ?? mem;
	if (!memory) throw new Error("the program has no memory");
	/** @type {(at: number, length: number) => string} */
	const read = (at, length) => decoder.decode(new Uint8Array(memory.buffer, at, length));
	/** @type {(at: number, length: number) => Int32Array} */
	const numbers = (at, length) => new Int32Array(memory.buffer, at, length);
	/** @type {import("./program/bridge.js").Guarded} */
	const guarded =
		(act) =>
		(...args) => {
			const [ok, value] = guard(() => act(...args));
			if (ok) return value;
			fail(value);
		};
	const host = bridge(life.signal, { read, numbers, collect }, trusted, fail, guarded);
	run(go, instance, { ...own, __quoteline: host }).then(() => fail(new Error("the program ended")));
	if (!host.mount) throw new Error("the program did not start");
	return mounter(host.mount, style, life.signal, guarded);
}
