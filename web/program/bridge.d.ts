// The types of both sides of the WebAssembly program: Host is what web/program.js gives to Go
// (package wasm/dom), and Mount, Step and Handle are what Go gives back. Go finds the members of
// these objects by their names, so a change here needs the same change in wasm/dom.

/**
 * A function's result, or the text of the exception that it threw: Go gets the exception as a
 * value, because TinyGo cannot catch it.
 */
export type Caught<T> = [ok: true, value: T] | [ok: false, error: string];

/**
 * A text or a list of numbers in the program's memory: its address, and its length in bytes
 * or in numbers.
 */
export type Place = [at: number, length: number];

/** The result of the function watch in web/program/watch.js. */
export interface Watcher {
	add(target: Element, n: number, inside: boolean): void;
	addList(list: NodeListOf<Element>): void;
	addChildren(parent: Element, n: number): void;
	dropChildren(parent: Element): void;
	end(): void;
}

/** The result of the function idle in web/program/idle.js. */
export interface Work {
	start(): void;
	end(): void;
}

/** The functions that Go calls. Go finds them as the global variable __quoteline while the program starts. */
export interface Host {
	/** Wraps a function of the program, so that the program ends if the function throws. */
	guarded: Guarded;
	/** Reads a property. An object of the page may throw an exception at that. */
	get(object: any, key: PropertyKey): Caught<unknown>; // any: each property of each object of the page
	/** Calls a method. An object of the page may throw an exception at that. */
	call(object: any, name: PropertyKey, ...args: unknown[]): Caught<unknown>; // any: each method of each object of the page
	/** Replaces the content of an element by markup. Returns "", or the error's text. */
	inner(node: Element, ...place: Place): string;
	/** Replaces an element itself by markup. Returns "", or the error's text. */
	outer(node: Element, ...place: Place): string;
	/**
	 * Dispatches an event at the <quote-timeline> element around a node, after the running
	 * call of the program has ended.
	 */
	tell(node: Element, type: string, detail: unknown): void;
	media(root: ShadowRoot, id: string): HTMLMediaElement | null;
	play(player: HTMLMediaElement): void;
	/**
	 * The selected stretches of text below a node, as three numbers each: the turn's number,
	 * and the code points of the start and the end.
	 */
	selection(node: Element): number[];
	copy(text: string, html: string): Promise<void>;
	share(title: string, text: string, url: string): Promise<boolean>;
	/** Reads a turn's words in earlier versions of the transcript, until said returns true. */
	past(
		address: string,
		turn: string,
		version: number,
		most: number,
		said: (text: string, changed: string) => boolean,
	): Promise<void>;
	/** The id of the turn that is nearest to a removed one, or "" if the turn was not removed. */
	nearest(address: string, turn: string): Promise<string>;
	/** Calls act once: with the promise's value and null, or with undefined and the error's text. */
	settle(promise: Promise<unknown>, act: (value: unknown, error: string | null) => void): void;
	watch(rootMargin: string, seen: (...news: (number | boolean)[]) => void): Watcher;
	idle(step: () => boolean): Work;
	/**
	 * Writes into the style of parts of a list how much they hold, as three numbers each:
	 * the part's position, its rows, its words.
	 */
	extents(parts: NodeListOf<HTMLElement>, ...place: Place): void;
	/**
	 * Highlights words in a list, as four numbers for each stretch of words. Undefined if
	 * the browser cannot highlight.
	 */
	highlight: ((list: Element, ...place: Place) => void) | undefined;
	/** Listens until the function that it returns is called, or until the program ends. */
	listen(target: EventTarget, type: string, heard: (event: Event) => void): () => void;
	/** The program sets this function when it starts; see Serve in wasm/dom/host.go. */
	mount?: Mount;
}

/** Wraps a function of the program. If the function throws, the program ends and the result is undefined. */
export type Guarded = <A extends unknown[], R>(act: (...args: A) => R) => (...args: A) => R | undefined;

/** The attributes and surroundings of an element, for the program. The program reads null as "". */
export type Options = Record<string, string | null>;

/**
 * Begins to mount a widget in a shadow root. The result does the work in steps: call it until
 * it returns something.
 */
export type Mount = (root: ShadowRoot, json: Uint8Array, options: Options) => Step;

/**
 * Does a part of the work. Returns null while there is more to do, and at the end the
 * widget's handle, or a string with the reason why the transcript cannot be shown. A call
 * with an argument ends the work early.
 */
export type Step = (stop?: "stop") => Handle | string | null;

/** The functions of a mounted widget, as Go gives them to JavaScript. */
export interface Handle {
	goTo(id: string): boolean | undefined;
	filter(criteria: Record<string, string>): void;
	attribute(name: string, value: string): void;
	html(): string | undefined;
	unmount(): void;
}

/**
 * The functions of a mounted widget, as the element calls them: this filter takes lists and
 * booleans as well.
 */
export interface Mounted extends Omit<Handle, "filter"> {
	filter(criteria: Record<string, unknown>): void;
}

/** The globals that the compiler's script wasm_exec.js sets. */
export interface Runtime {
	Go: new () => {
		importObject: WebAssembly.Imports;
		run(instance: WebAssembly.Instance): Promise<void>;
	};
	globals: Record<string, unknown>;
}

/** The exports of a compiled program, which depend on its compiler. */
export interface Exports {
	memory?: WebAssembly.Memory; // the name of the memory in TinyGo's build
	mem?: WebAssembly.Memory; // the name of the memory in standard Go's build
	start?(): void; // TinyGo only: starts the program and returns
	collect?(): void; // TinyGo only: collects garbage
}
