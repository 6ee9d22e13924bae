// Starts the WebAssembly program and stands between it and the page. It is loaded
// when the first element of a page wants the program.
//
// __WIDGET__, __RUNTIME__ and __LIVE__ (the style of the live widget) are the
// addresses of built files, relative to this one; __WORDS__ has those of the
// interface's languages by tag.

import { copy, share } from "./program/clipboard.js";
import { watchDrags } from "./program/drag.js";
import { highlighter } from "./program/highlight.js";
import { idle } from "./program/idle.js";
import { media, play } from "./program/media.js";
import { selection } from "./program/selection.js";
import { sizes } from "./program/sizes.js";
import { earlierWords, nearest } from "./program/versions.js";
import { watch } from "./program/watch.js";

const asset = (name) => new URL(name, import.meta.url).href;

// What may throw is caught here, because the program's compilers cannot.
const guard = (act) => {
	try {
		return [true, act()];
	} catch (error) {
		return [false, String(error)];
	}
};

// Returns end as a function to call once: at the latest when life ends.
const ending = (life, end) => {
	const once = () => {
		life.removeEventListener("abort", once);
		end();
	};
	life.addEventListener("abort", once);
	return once;
};

const parsed = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = markup;
	return template.content;
};

const decoder = new TextDecoder();

// What the program gets. Its listeners end with its life; read gives a text of its
// memory, and numbers gives numbers; collect frees memory; trusted makes markup of a
// string; fail ends the life, and guarded makes a call of the program do that.
const bridge = (life, { read, numbers, collect }, trusted, fail, guarded) => ({
	guarded,
	get: (object, key) => guard(() => object[key]),
	call: (object, name, ...args) => guard(() => object[name](...args)),
	// These give the error, if there is one.
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
	// Dispatches an event at the element, when the program has done what it does.
	tell(node, type, detail) {
		const { host } = node.getRootNode();
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
	// Calls settled(value, error) when a promise is; the error is a string or null.
	settle(promise, settled) {
		const tell = guarded(settled);
		promise.then(
			(value) => tell(value, null),
			(error) => tell(undefined, String(error)),
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
			return left;
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

// Attributes whose changes the program is told of.
const attributes = ["speaker", "topic", "q", "turn"];

// What the program is told of an element.
const optionsOf = (element) => {
	const options = Object.fromEntries(
		[...attributes, "for"].map((name) => [name, element.getAttribute(name)]),
	);
	options.base = new URL(element.src).origin;
	options.nth = `${[...document.querySelectorAll(element.localName)].indexOf(element) + 1}`;
	return options;
};

// An object of strings, as the program takes them: lists with commas, without what
// is undefined.
const inWords = (object) =>
	Object.fromEntries(
		Object.entries(object)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, String(value ?? "")]),
	);

// Names that the compilers' runtimes leave in the page, and the one by which the
// program finds its bridge. The page may have globals of these names, and a global
// "process" makes some libraries believe that they run in Node.
const borrowed = ["Go", "fs", "path", "process", "__quoteline"];

// Takes the page's globals away for a moment; the answer puts them back.
const borrowGlobals = () => {
	const own = borrowed.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
	for (const name of borrowed) delete globalThis[name];
	return () => {
		for (const [name, descriptor] of own) {
			delete globalThis[name];
			if (descriptor) Object.defineProperty(globalThis, name, descriptor);
		}
	};
};

// The compiler's runtime sets globals; the program reads some of them when it starts.
let runtime;
const loadRuntime = async () => {
	const { default: define } = await import(asset(__RUNTIME__));
	const giveBack = borrowGlobals();
	define();
	const { Go, fs, path, process } = globalThis;
	giveBack();
	return { Go, globals: { fs, path, process } };
};

const get = async (name) => {
	const response = await fetch(asset(name), { credentials: "omit" });
	if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
	return response.text();
};

// The style of the live widget, one sheet for every element. It changes nothing of
// markup that is not live, so it stays on a root that it was put on.
const loadStyle = async () => new CSSStyleSheet().replace(await get(__LIVE__));

// The words of the interface in the language of the markup in root. The program
// itself knows English.
const loadWords = (root) => {
	const name = __WORDS__[root.querySelector(".ql")?.lang];
	return name ? get(name) : "";
};

// Starts the program: what it does at once, it does before this returns.
const run = (go, instance, globals) => {
	const giveBack = borrowGlobals();
	try {
		Object.assign(globalThis, globals);
		const ended = go.run(instance);
		if (!instance.exports.start) return ended;
		instance.exports.start(); // TinyGo's build, which does not end
		return new Promise(() => {});
	} finally {
		giveBack();
	}
};

const pause = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

// Calls step until it gives something, and lets the page go on now and then. Where
// nobody needs it any more (signal), step is told so and nothing is given.
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

// Mounts an element, see boot.
const mounter = (host, style, life, guarded) => async (element, json, signal) => {
	const words = await loadWords(element.shadowRoot);
	if (signal.aborted) return;
	const { adoptedStyleSheets } = element.shadowRoot;
	if (!adoptedStyleSheets.includes(style)) adoptedStyleSheets.push(style);
	const options = optionsOf(element);
	const step = guarded(host.mount)(element.shadowRoot, new Uint8Array(json), { ...options, words });
	life.throwIfAborted();
	const mounted = await inSlices(guarded(step), life, signal);
	if (typeof mounted === "string") throw new Error(mounted);
	if (!mounted) return;
	const handle = Object.fromEntries(Object.entries(mounted).map(([name, act]) => [name, guarded(act)]));
	for (const name of attributes) {
		const value = element.getAttribute(name); // changed meanwhile
		if (value !== options[name]) handle.attribute(name, value ?? "");
	}
	await undefined; // until listeners have heard of it
	life.throwIfAborted();
	if (signal.aborted) return handle.unmount();
	watchDrags(element.shadowRoot.querySelector(".line[part] .plotbox"));
	const { filter } = handle;
	handle.filter = (wishes) => filter(inWords(wishes));
	return handle;
};

/**
 * Starts an instance of the program.
 *
 * @param {(markup: string) => string | TrustedHTML} trusted
 * @param {(error: Error) => void} ended called once, when the instance has ended
 * @param {Promise<Response>} [source] the program, where it is already being fetched
 * @returns {Promise<(element: HTMLElement, json: ArrayBuffer, signal: AbortSignal) => Promise<object | undefined>>}
 *   mounts an element whose shadow root shows the server's markup, and gives its
 *   handle, see wasm/main.go, or nothing where signal says that it is not needed
 */
export async function boot(trusted, ended, source = fetch(asset(__WIDGET__), { credentials: "omit" })) {
	const life = new AbortController();
	const fail = (error) => {
		if (life.signal.aborted) return;
		life.abort(error);
		ended(error);
	};
	runtime ??= loadRuntime();
	runtime.catch(() => {
		runtime = undefined; // a later start may have more luck
	});
	const [{ Go, globals }, style, module] = await Promise.all([
		runtime,
		loadStyle(),
		WebAssembly.compileStreaming(source), // while it arrives
	]);
	const go = new Go();
	const instance = await WebAssembly.instantiate(module, go.importObject);
	const memory = instance.exports.memory ?? instance.exports.mem;
	const read = (at, length) => decoder.decode(new Uint8Array(memory.buffer, at, length));
	const numbers = (at, length) => new Int32Array(memory.buffer, at, length);
	const { collect } = instance.exports;
	const guarded =
		(act) =>
		(...args) => {
			const [ok, value] = guard(() => act(...args));
			if (ok) return value;
			fail(value);
		};
	const host = bridge(life.signal, { read, numbers, collect }, trusted, fail, guarded);
	run(go, instance, { ...globals, __quoteline: host }).then(() => fail(new Error("the program ended")));
	if (!host.mount) throw new Error("the program did not start");
	return mounter(host, style, life.signal, guarded);
}
