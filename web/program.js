// Starts the WebAssembly program of the widget. It gives the program the JavaScript
// functions that it needs. This script is loaded when the first <quote-timeline> element of
// a page needs the program.
//
// web/build.mjs replaces four names. __WIDGET__, __RUNTIME__ and __LIVE__ are the addresses
// of built files, relative to this file: the program, the compiler's runtime, and the style
// of the running widget. __WORDS__ maps a language tag to the address of the interface's
// texts in that language. The types are in program/bridge.d.ts.

import { get } from "./get.js";
import { copy, share } from "./program/clipboard.js";
import { watchDrags } from "./program/drag.js";
import { highlighter } from "./program/highlight.js";
import { write } from "./program/history.js";
import { idle } from "./program/idle.js";
import { keepKeys } from "./program/keys.js";
import { media, play } from "./program/media.js";
import { agreeing, keepNewest, newest } from "./program/newest.js";
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
 * Compiles the WebAssembly program. Browsers can compile it while the file is still
 * arriving, but not in two cases. In the first case, the page has replaced fetch, and the
 * answer is not a real Response. In the second case, the server sends another media type
 * than application/wasm. In both cases, this function waits for the whole file and then
 * compiles it.
 *
 * @param {Response | Promise<Response>} source
 */
const compile = async (source) => {
	const response = await source;
	try {
		return await WebAssembly.compileStreaming(response);
	} catch (error) {
		// A TypeError means that the browser refuses this answer, and that it has not
		// read the answer's body. The body can be read below. Any other error is thrown
		// to the caller.
		if (!(error instanceof TypeError) || !response.ok || response.bodyUsed) throw error;
	}
	const file = await response.arrayBuffer();
	// The answer may be no WebAssembly, for example the login page of a wireless network.
	// A later try may succeed, as it may after a failure of the network. So the error
	// here is of the type that fetch throws for a failure of the network, TypeError.
	if (new Uint8Array(file, 0, Math.min(4, file.byteLength)).join() !== magic)
		throw new TypeError("The answer is no WebAssembly.");
	return WebAssembly.compile(file);
};

/** The first four bytes of every WebAssembly file (WebAssembly Core Specification, section 5.5.16). */
const magic = "0,97,115,109";

/**
 * Calls act and returns [true, the result of act], or [false, the error's text] if act
 * throws. Go code that TinyGo compiles cannot catch exceptions.
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
 * Returns a function that calls the function end. If the signal life aborts before the
 * returned function has been called, end is called at the abort.
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

/**
 * Parses HTML markup and returns its nodes.
 *
 * @param {string} markup
 */
const parsed = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = markup;
	return template.content;
};

const decoder = new TextDecoder();

/**
 * Returns the JavaScript functions that the WebAssembly program calls.
 *
 * @param {AbortSignal} life removes all listeners when it aborts
 * @param {object} memory access to the program's memory
 * @param {(...place: import("./program/bridge.js").Place) => string} memory.read returns a text
 * @param {(...place: import("./program/bridge.js").Place) => Int32Array} memory.numbers returns a list of numbers
 * @param {(() => void) | undefined} memory.collect collects garbage
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands Trusted Types
 * @param {(error: unknown) => void} fail ends the program, with a reason
 * @param {import("./program/bridge.js").Guarded} guarded wraps a function of the program, so that fail is called if the function throws
 * @returns {Host}
 */
const bridge = (life, { read, numbers, collect }, trusted, fail, guarded) => ({
	guarded,
	get: (object, key) => guard(() => object[key]),
	// The methods inner and outer return the text of an error, or "" if there was none.
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
	// Dispatches an event at the <quote-timeline> element whose shadow tree contains node.
	// The event is dispatched only after the program has returned from its present call.
	tell(node, type, detail) {
		const { host } = /** @type {ShadowRoot} */ (node.getRootNode());
		queueMicrotask(() =>
			host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail })),
		);
	},
	write(address, push) {
		const [ok, error] = guard(() => write(address, push));
		return ok ? "" : error;
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
	newest,
	// Calls act(value, null) when the promise is fulfilled, or act(undefined, error) when it
	// is rejected. The error is a string.
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

/**
 * Attributes of <quote-timeline>. When one changes, the WebAssembly program receives the new
 * value.
 */
const attributes = ["speaker", "topic", "q", "turn"];

/**
 * Attributes of <quote-timeline> that the WebAssembly program reads only once, when it
 * begins to run in the element.
 */
const first = ["for", "address"];

/**
 * Returns the options with which the WebAssembly program mounts an element: its attributes,
 * the origin of the server, and the element's position among the page's <quote-timeline>
 * elements, counting from 1.
 *
 * @param {QuoteTimeline} element
 */
const optionsOf = (element) => {
	/** @type {import("./program/bridge.js").Options} */
	const options = Object.fromEntries(
		[...attributes, ...first].map((name) => [name, element.getAttribute(name)]),
	);
	options.base = new URL(element.src).origin;
	options.nth = `${[...document.querySelectorAll(element.localName)].indexOf(element) + 1}`;
	return options;
};

/**
 * Makes strings of an object's values, because the WebAssembly program accepts only strings.
 * A list becomes a string with commas. Undefined members are removed: {speaker: ["a", "b"],
 * q: undefined} becomes {speaker: "a,b"}.
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
 * The page's global object. The Go compilers' scripts (wasm_exec.js) set some of its
 * properties.
 *
 * @type {Record<string, unknown>}
 */
const globals = globalThis;

/**
 * The names of global variables that are set only while the WebAssembly program starts.
 * The Go compilers' scripts (wasm_exec.js) set the first four. The last one contains the
 * JavaScript functions that the program calls. Afterwards the page gets its own globals
 * with these names back. A page without a global "process" must not get one, because some
 * libraries would then assume that they run in Node.
 */
const borrowed = ["Go", "fs", "path", "process", "__quoteline"];

/**
 * Removes the page's own globals with the names in borrowed. Returns a function that
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
 * Loads the Go compiler's script (wasm_exec.js), and returns the globals that it sets. The
 * WebAssembly program reads some of them when it starts.
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

/**
 * Fetches a built file and returns its text.
 *
 * @param {string} name
 */
const text = async (name) => (await get(asset(name))).text();

/**
 * Loads the style of the running widget as one sheet for all <quote-timeline> elements. Its
 * rules match only markup of a running program. So an element may keep the sheet after the
 * program has ended.
 */
const loadStyle = async () => new CSSStyleSheet().replace(await text(__LIVE__));

/**
 * Loads the texts of the interface in the language of the markup in root. The WebAssembly
 * program contains the English texts, so for English the result is "".
 *
 * @param {ShadowRoot} root
 */
const loadWords = (root) => {
	const name = __WORDS__[root.querySelector(".ql")?.getAttribute("lang") ?? ""];
	return name ? text(name) : "";
};

/**
 * Starts the WebAssembly program. The program runs until it waits for something. Then
 * this function returns a promise.
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
 * Calls step until it returns a result, and returns that result. Every 8 ms it pauses, so
 * that the page can respond. If signal aborts, it calls step("stop") and returns undefined.
 *
 * @template T
 * @param {(stop?: "stop") => T | null | undefined} step
 * @param {AbortSignal} life aborts when the program ends; then this function throws the reason
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
 * Returns a function that mounts an element with one version of its transcript. From then
 * on, the WebAssembly program reacts to the reader in the element's shadow tree. The
 * promise of the returned function resolves to the functions of the mounted widget, or to
 * undefined if signal aborts.
 *
 * @param {import("./program/bridge.js").Mount} mount
 * @param {CSSStyleSheet} style of the running widget
 * @param {AbortSignal} life aborts when the program ends
 * @param {import("./program/bridge.js").Guarded} guarded
 * @returns {(element: QuoteTimeline, json: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>}
 */
const placer = (mount, style, life, guarded) => async (element, json, signal) => {
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
	keepKeys(/** @type {HTMLElement} */ (root.querySelector(".ql")), signal);
	const { filter } = handle;
	handle.filter = (criteria) => filter(inWords(criteria));
	return handle;
};

/**
 * Returns a function that mounts an element as the function place does. When the server
 * has a newer version of the transcript, the mounted element shows that version. The
 * object with the widget's functions stays the same, and gets the functions for the newer
 * version.
 *
 * @param {ReturnType<typeof placer>} place
 * @param {AbortSignal} life aborts when the program ends
 * @returns {ReturnType<typeof placer>}
 */
const mounter = (place, life) => async (element, json, signal) => {
	if (!element.shadowRoot) return;
	/** @type {Promise<Mounted | undefined> | undefined} */
	let placed; // a check may end before the widget is mounted
	keepNewest(element, signal, async (newer) => {
		const mounted = await placed;
		if (!mounted || life.aborted || signal.aborted) return;
		mounted.unmount();
		Object.assign(mounted, await place(element, newer, signal));
	});
	placed = agreeing(element, json).then((data) => place(element, data, signal));
	return placed;
};

/**
 * Starts a copy of the WebAssembly program.
 *
 * @param {(markup: string) => string} trusted makes trusted markup, if the page demands Trusted Types
 * @param {(error: unknown) => void} ended called once, when this copy of the program has ended
 * @param {Promise<Response>} [source] the program, if it is already being fetched
 * @returns {Promise<(element: QuoteTimeline, json: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>>}
 *   a function that mounts an element whose shadow root shows the server's markup. It
 *   returns the functions of the mounted widget, or undefined if signal aborts
 */
export async function boot(trusted, ended, source = fetch(asset(__WIDGET__), { credentials: "omit" })) {
	const life = new AbortController();
	/**
	 * Ends the program because of an error. Further calls are ignored.
	 *
	 * @param {unknown} error
	 */
	const fail = (error) => {
		if (life.signal.aborted) return;
		life.abort(error);
		ended(error);
	};
	runtime ??= loadRuntime();
	runtime.catch(() => {
		runtime = undefined; // the next start loads the runtime again
	});
	const [{ Go, globals: own }, style, module] = await Promise.all([runtime, loadStyle(), compile(source)]);
	const go = new Go();
	const instance = await WebAssembly.instantiate(module, go.importObject);
	const { memory: tinygo, mem, collect } = /** @type {Exports} */ (instance.exports);
	const memory = tinygo ?? mem;
	if (!memory) throw new Error("the program has no memory");
	/**
	 * Returns the text at an address in the program's memory. Its length is in bytes.
	 *
	 * @type {(at: number, length: number) => string}
	 */
	const read = (at, length) => decoder.decode(new Uint8Array(memory.buffer, at, length));
	/**
	 * Returns the 32-bit numbers at an address in the program's memory.
	 *
	 * @type {(at: number, length: number) => Int32Array}
	 */
	const numbers = (at, length) => new Int32Array(memory.buffer, at, length);
	/**
	 * Wraps a function of the program. If the function throws, the program ends.
	 *
	 * @type {import("./program/bridge.js").Guarded}
	 */
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
	return mounter(placer(host.mount, style, life.signal, guarded), life.signal);
}
