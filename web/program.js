// Starts the WebAssembly program, and gives it what it needs of the page. It is loaded
// when the first element of a page needs the program.
//
// __WIDGET__, __RUNTIME__ and __LIVE__ (the style of the live widget) are the
// addresses of built files, relative to this one; __WORDS__ has those of the
// interface's languages by tag. The types of both sides are in program/bridge.d.ts.

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
 * Calls act and catches what it throws, because the program's compilers cannot.
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
 * Returns a function that calls end once. It calls itself when life ends.
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
 * What the program gets.
 *
 * @param {AbortSignal} life listeners end with it
 * @param {object} memory the program's
 * @param {(...place: import("./program/bridge.js").Place) => string} memory.read gives a text
 * @param {(...place: import("./program/bridge.js").Place) => Int32Array} memory.numbers gives numbers
 * @param {(() => void) | undefined} memory.collect frees what is not used
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands it
 * @param {(error: unknown) => void} fail ends the life
 * @param {import("./program/bridge.js").Guarded} guarded makes a call of the program do that if it throws
 * @returns {Host}
 */
const bridge = (life, { read, numbers, collect }, trusted, fail, guarded) => ({
	guarded,
	get: (object, key) => guard(() => object[key]),
	call: (object, name, ...args) => guard(() => object[name](...args)),
	// These return the error, "" if there is none.
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
			else node.replaceWith(parsed(markup)); // WebKit sets no outerHTML below a shadow root
		});
		return ok ? "" : error;
	},
	// Dispatches an event at the element, after the present call of the program.
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
	// Calls act(value, error) when the promise settles; the error is a string or null.
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

/** Attributes whose changes reach the program. */
const attributes = ["speaker", "topic", "q", "turn"];

/**
 * The attributes of an element, and where it is in the page.
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
 * An object of strings, as the program takes them: lists with commas, and no undefined
 * members. {speaker: ["a", "b"], q: undefined} becomes {speaker: "a,b"}.
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
 * The page's globals, of which the runtimes set some.
 *
 * @type {Record<string, unknown>}
 */
const globals = globalThis;

/**
 * Names that the compilers' runtimes leave in the page, and the name by which the program
 * finds its bridge. The page may have globals of these names, and a global "process" makes
 * some libraries believe that they run in Node.
 */
const borrowed = ["Go", "fs", "path", "process", "__quoteline"];

/** Removes the page's globals of these names for a moment. The function that it returns restores them. */
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
 * Loads the compiler's runtime. It sets globals, some of which the program reads when it starts.
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
 * The style of the live widget, one sheet for every element. Its rules match live markup
 * only, so a root keeps it when the program ends.
 */
const loadStyle = async () => new CSSStyleSheet().replace(await get(__LIVE__));

/**
 * The words of the interface in the language of the markup in root. English is part of
 * the program.
 *
 * @param {ShadowRoot} root
 */
const loadWords = (root) => {
	const name = __WORDS__[root.querySelector(".ql")?.getAttribute("lang") ?? ""];
	return name ? get(name) : "";
};

/**
 * Starts the program. It runs until it waits for something, before this returns.
 *
 * @param {InstanceType<Runtime["Go"]>} go
 * @param {WebAssembly.Instance} instance
 * @param {Record<string, unknown>} own the globals that it reads
 * @returns {Promise<void>} resolves when the program ends
 */
const run = (go, instance, own) => {
	const restore = borrowGlobals();
	try {
		Object.assign(globals, own);
		const ended = go.run(instance);
		const { start } = /** @type {Exports} */ (instance.exports);
		if (!start) return ended;
		start(); // TinyGo's build, which does not end
		return new Promise(() => {});
	} finally {
		restore();
	}
};

const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/**
 * Calls step until it returns something, and lets the page work every 8 ms. If signal
 * aborts, it calls step("stop") and returns undefined.
 *
 * @template T
 * @param {(stop?: "stop") => T | null | undefined} step
 * @param {AbortSignal} life the program's; when it ends, this throws its reason
 * @param {AbortSignal} signal
 */
const inSlices = async (step, life, signal) => {
	while (!signal.aborted) {
		const end = performance.now() + 8; // milliseconds: half of a frame
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
 * @param {AbortSignal} life the program's
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
		const value = element.getAttribute(name); // changed meanwhile
		if (value !== options[name]) handle.attribute(name, value ?? "");
	}
	await undefined; // until listeners have heard of it
	life.throwIfAborted();
	if (signal.aborted) {
		handle.unmount();
		return;
	}
	const box = root.querySelector(".line[part] .plotbox");
	if (box instanceof HTMLElement) watchDrags(box);
	const { filter } = handle;
	handle.filter = (wishes) => filter(inWords(wishes));
	return handle;
};

/**
 * Starts an instance of the program.
 *
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands it
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
		runtime = undefined; // the next start tries again
	});
	const [{ Go, globals: own }, style, module] = await Promise.all([
		runtime,
		loadStyle(),
		WebAssembly.compileStreaming(source), // while it arrives
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
