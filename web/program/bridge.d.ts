// The two sides of the program: what web/program.js gives to wasm/dom, and what
// wasm/dom gives back. Go reads these objects by name, so a change here is a change
// there as well.

/** A function's result, or the text of what it threw: the program's compilers cannot catch. */
export type Caught<T> = [ok: true, value: T] | [ok: false, error: string];

/** Where a text or a list of numbers is in the program's memory: its address, and its length. */
export type Place = [at: number, length: number];

/** What watch returns; see web/program/watch.js. */
export interface Watcher {
	add(target: Element, n: number, inside: boolean): void;
	addList(list: NodeListOf<Element>): void;
	addChildren(parent: Element, n: number): void;
	dropChildren(parent: Element): void;
	end(): void;
}

/** Work for idle time; see web/program/idle.js. */
export interface Work {
	start(): void;
	end(): void;
}

/** What the program calls. wasm/dom finds it as the global __quoteline while it starts. */
export interface Host {
	/** Makes a call of the program end its life if it throws. */
	guarded: Guarded;
	/** Reads a property; any object of the page may throw there. */
	get(object: any, key: PropertyKey): Caught<unknown>; // any: each property of each object of the page
	/** Calls a method. */
	call(object: any, name: PropertyKey, ...args: unknown[]): Caught<unknown>; // any: as for get
	/** Replaces the content of an element by markup; "" or the error. */
	inner(node: Element, ...place: Place): string;
	/** Replaces an element by markup; "" or the error. */
	outer(node: Element, ...place: Place): string;
	/** Dispatches an event at the <quote-timeline> element, after the present call of the program. */
	tell(node: Element, type: string, detail: unknown): void;
	media(root: ShadowRoot, id: string): HTMLMediaElement | null;
	play(player: HTMLMediaElement): void;
	/** Three numbers for each selected part of a text: turn, first code point, last. */
	selection(node: Element): number[];
	copy(text: string, html: string): Promise<void>;
	share(title: string, text: string, url: string): Promise<boolean>;
	/** Reads a turn's words in earlier versions until said returns true. */
	past(
		address: string,
		turn: string,
		version: number,
		most: number,
		said: (text: string, changed: string) => boolean,
	): Promise<void>;
	/** The id of the turn nearest to a removed one, or "". */
	nearest(address: string, turn: string): Promise<string>;
	/** Calls act when the promise settles: with its value and null, or with undefined and the error. */
	settle(promise: Promise<unknown>, act: (value: unknown, error: string | null) => void): void;
	watch(rootMargin: string, seen: (...news: (number | boolean)[]) => void): Watcher;
	idle(step: () => boolean): Work;
	/** Writes how much the parts of a list hold: three numbers each. */
	extents(parts: NodeListOf<HTMLElement>, ...place: Place): void;
	/** Highlights words of a list: four numbers each; missing in browsers without highlights. */
	highlight: ((list: Element, ...place: Place) => void) | undefined;
	/** Listens until the function that it returns is called, or the program's life ends. */
	listen(target: EventTarget, type: string, heard: (event: Event) => void): () => void;
	/** Set by the program when it starts; see Serve in wasm/dom/host.go. */
	mount?: Mount;
}

/** Wraps a function of the program; the result is undefined if it throws. */
export type Guarded = <A extends unknown[], R>(act: (...args: A) => R) => (...args: A) => R | undefined;

/** What an element gives the program; each is a string, and null is read as "". */
export type Options = Record<string, string | null>;

/** Takes a shadow root over, in steps: call the result until it returns something. */
export type Mount = (root: ShadowRoot, json: Uint8Array, options: Options) => Step;

/** Does one step. It returns null while there is more to do, a string if the transcript cannot be shown. Called with an argument it gives up. */
export type Step = (stop?: "stop") => Handle | string | null;

/** The mounted widget, as wasm/dom hands it over. */
export interface Handle {
	goTo(id: string): boolean | undefined;
	filter(wishes: Record<string, string>): void;
	attribute(name: string, value: string): void;
	html(): string | undefined;
	unmount(): void;
}

/** The mounted widget, as the element uses it: filter takes lists and truth values as well. */
export interface Mounted extends Omit<Handle, "filter"> {
	filter(wishes: Record<string, unknown>): void;
}

/** The compilers' runtimes set these globals; see wasm_exec.js. */
export interface Runtime {
	Go: new () => {
		importObject: WebAssembly.Imports;
		run(instance: WebAssembly.Instance): Promise<void>;
	};
	globals: Record<string, unknown>;
}

/** What a built program exports, by its compiler. */
export interface Exports {
	memory?: WebAssembly.Memory; // TinyGo's
	mem?: WebAssembly.Memory; // standard Go's
	start?(): void; // TinyGo's: main, which returns
	collect?(): void; // TinyGo's: frees memory
}
