// The types of the objects that JavaScript and the WebAssembly program exchange. Host has
// the functions that web/program.js gives to the Go code (package wasm/dom). Mount, Step and
// Handle are the functions that the Go code gives to JavaScript. Go finds the members of
// these objects by their names. So a change of a name here needs the same change in
// wasm/dom.

/**
 * The result of a function: [true, its value], or [false, the text of the exception that it
 * threw]. Go code that TinyGo compiles cannot catch exceptions, so it gets them as values.
 */
export type Caught<T> = [ok: true, value: T] | [ok: false, error: string];

/**
 * The place of a text, or of a list of numbers, in the WebAssembly program's memory. Length
 * is in bytes for a text. For a list it is the number of its numbers.
 */
export type Place = [at: number, length: number];

/**
 * Watches which elements are near the viewport. The function watch in web/program/watch.js
 * returns it.
 */
export interface Watcher {
	add(target: Element, n: number, inside: boolean): void;
	addList(list: NodeListOf<Element>): void;
	addChildren(parent: Element, n: number): void;
	dropChildren(parent: Element): void;
	end(): void;
}

/**
 * Work for times when the browser is idle. The function idle in web/program/idle.js returns
 * it.
 */
export interface Work {
	start(): void;
	end(): void;
}

/**
 * The JavaScript functions that the Go code calls. While the WebAssembly program starts, the
 * global variable __quoteline contains this object.
 */
export interface Host {
	/** Wraps a function of the WebAssembly program. If that function throws, the program ends. */
	guarded: Guarded;
	/** Reads a property. Returns [false, the error's text] if the object throws an exception. */
	get(object: any, key: PropertyKey): Caught<unknown>; // any: each property of each object of the page
	/**
	 * Replaces the content of an element by the markup at this place in the program's
	 * memory. Returns "", or the error's text.
	 */
	inner(node: Element, ...place: Place): string;
	/**
	 * Replaces an element itself by the markup at this place in the program's memory.
	 * Returns "", or the error's text.
	 */
	outer(node: Element, ...place: Place): string;
	/**
	 * Dispatches an event at the <quote-timeline> element whose shadow tree contains node.
	 * The event is dispatched only after the program has returned from its present call.
	 */
	tell(node: Element, type: string, detail: unknown): void;
	/**
	 * Replaces the page's address, and adds an entry to the browser's history if push is
	 * true; see history.js. Returns "", or the error's text.
	 */
	write(address: string, push: boolean): string;
	media(root: ShadowRoot, id: string): HTMLMediaElement | null;
	play(player: HTMLMediaElement): void;
	/**
	 * Returns which words of the turns inside node the reader has selected, as a flat
	 * list. Each turn with selected words adds three numbers: the turn's number, and the
	 * offsets of the selection's start and end in the turn's text, in code points.
	 */
	selection(node: Element): number[];
	copy(text: string, html: string): Promise<void>;
	share(title: string, text: string, url: string): Promise<boolean>;
	/**
	 * Reads the words of a turn in earlier versions of the transcript. It calls said for
	 * each version that contains the turn, the newest first, until said returns true.
	 */
	past(
		address: string,
		turn: string,
		version: number,
		most: number,
		said: (text: string, changed: string) => boolean,
	): Promise<void>;
	/**
	 * Returns the id of the turn that is nearest to a removed turn. Returns "" if the turn
	 * was not removed.
	 */
	nearest(address: string, turn: string): Promise<string>;
	/**
	 * Asks the server whether the element that contains node shows the newest version of
	 * its transcript. Resolves to true if it does. Otherwise shows the newest version and
	 * resolves to false.
	 */
	newest(node: Node): Promise<boolean>;
	/**
	 * Waits for a promise. Then it calls act with the promise's value and null, or with
	 * undefined and the error's text.
	 */
	settle(promise: Promise<unknown>, act: (value: unknown, error: string | null) => void): void;
	watch(rootMargin: string, seen: (...news: (number | boolean)[]) => void): Watcher;
	idle(step: () => boolean): Work;
	/**
	 * Writes the size of each part of a list into the part's style. The list of numbers has
	 * three for each part: its index, its number of turns, and its number of words.
	 */
	extents(parts: NodeListOf<HTMLElement>, ...place: Place): void;
	/**
	 * Highlights words in a list, such as the hits of a search. The text at this place in
	 * the program's memory has four numbers for each highlight. The member is undefined if
	 * the browser cannot highlight.
	 */
	highlight: ((list: Element, ...place: Place) => void) | undefined;
	/**
	 * Listens to an event until the program ends, or until the function that it returns is
	 * called.
	 */
	listen(target: EventTarget, type: string, heard: (event: Event) => void): () => void;
	/**
	 * The function that mounts a widget. The WebAssembly program sets it when it starts; see
	 * Serve in wasm/dom/host.go.
	 */
	mount?: Mount;
}

/**
 * Wraps a function of the WebAssembly program. If that function throws, the program ends and
 * the result is undefined.
 */
export type Guarded = <A extends unknown[], R>(act: (...args: A) => R) => (...args: A) => R | undefined;

/**
 * The attributes of an element, and facts about the page around, which the WebAssembly
 * program needs. The program reads null as "".
 */
export type Options = Record<string, string | null>;

/**
 * Prepares to mount a widget in a shadow root. The function that it returns does the work in
 * steps. Call that function until it returns a result.
 */
export type Mount = (root: ShadowRoot, json: Uint8Array, options: Options) => Step;

/**
 * Does a part of the work of mounting a widget. It returns null while there is more to do.
 * At the end it returns the widget's functions (Handle), or a string with the reason why the
 * transcript cannot be shown. Step("stop") ends the work early.
 */
export type Step = (stop?: "stop") => Handle | string | null;

/** The functions of a mounted widget. The Go code provides them to JavaScript. */
export interface Handle {
	goTo(id: string): boolean | undefined;
	filter(criteria: Record<string, string>): void;
	attribute(name: string, value: string): void;
	html(): string | undefined;
	unmount(): void;
}

/**
 * The functions of a mounted widget, as <quote-timeline> calls them. Here filter also
 * accepts lists and booleans.
 */
export interface Mounted extends Omit<Handle, "filter"> {
	filter(criteria: Record<string, unknown>): void;
}

/** The globals that the Go compiler's script wasm_exec.js sets. */
export interface Runtime {
	Go: new () => {
		importObject: WebAssembly.Imports;
		run(instance: WebAssembly.Instance): Promise<void>;
	};
	globals: Record<string, unknown>;
}

/**
 * The exports of the compiled WebAssembly program. They depend on the compiler, TinyGo or
 * standard Go.
 */
export interface Exports {
	memory?: WebAssembly.Memory; // the name of the memory in TinyGo's build
	mem?: WebAssembly.Memory; // the name of the memory in standard Go's build
	start?(): void; // TinyGo only: starts the program and returns
	collect?(): void; // TinyGo only: collects garbage
}
