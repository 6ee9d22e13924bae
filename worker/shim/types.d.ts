// The types of the values that this folder's JavaScript gets from other programs: the
// Workers runtime, Go's wasm_exec.js and the Go program. Each type has only the members
// that are used here.

/**
 * The settings and services (bindings) in wrangler.toml that this folder's JavaScript
 * reads. The Go program reads the others.
 */
interface Env {
	/** The database D1. It is undefined if the deployment has no database. */
	DB?: D1Database;
	/** It is "on" if the database has read replicas. */
	READ_REPLICAS?: string;
	/** Counts uncached searches of each client. It is undefined if they are not limited. */
	SEARCH_LIMIT?: RateLimit;
	/** Counts cards that are drawn for each client. It is undefined if they are not limited. */
	CARD_LIMIT?: RateLimit;
	/** The served files. */
	ASSETS?: { fetch(url: string): Promise<Response> };
}

/** A rate limit. Cloudflare keeps its counts. */
interface RateLimit {
	/** Counts one more request for the key, and returns whether the limit allows it. */
	limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** The context of a request, which the Workers runtime passes to fetch. */
interface ExecutionContext {
	/** Keeps the request alive until the promise is resolved or rejected. */
	waitUntil(promise: Promise<unknown>): void;
	passThroughOnException(): void;
}

interface CacheStorage {
	/** The edge cache of this data centre. */
	readonly default: Cache;
}

interface Request {
	/** Facts that Cloudflare adds to the request, such as the name of the data centre. */
	readonly cf?: object;
}

/** A value in a row of the database D1. The database schema has no binary values. */
type D1Value = string | number | null;

interface D1Statement {
	bind(...values: D1Value[]): D1Statement;
	/** Runs the SQL statement. Returns the rows as arrays of values, without column names. */
	raw(): Promise<D1Value[][]>;
}

interface D1Session {
	prepare(statement: string): D1Statement;
}

interface D1Database extends D1Session {
	/**
	 * Starts a session, a series of queries. The constraint says where the first query
	 * goes: to the primary database, or to any replica.
	 */
	withSession(constraint: "first-primary" | "first-unconstrained"): D1Session;
}

/** The class that Go's file wasm_exec.js defines. It runs a Go program in JavaScript. */
interface Go {
	env: Record<string, string>;
	importObject: WebAssembly.Imports;
	/** wasm_exec.js calls this function when the Go program ends. */
	exit(code: number): void;
	/**
	 * Starts the program, and returns as soon as the program waits for the first time.
	 * The returned promise is resolved when the program ends.
	 */
	run(instance: WebAssembly.Instance): Promise<void>;
}

/**
 * The functions and the memory that the Go program exports. The functions are in
 * worker/serve_js.go.
 */
interface ProgramExports extends WebAssembly.Exports {
	mem: WebAssembly.Memory;
	/** Returns the memory address of a buffer of at least size bytes. */
	buffer(size: number): number;
	/**
	 * Answers the request in the first size bytes of the buffer. Returns the memory
	 * address of the answer. Returns 1 if the request needs I/O, and 0 if a handler
	 * blocks.
	 */
	call(size: number): number;
}

/** The functions and the memory of the program that draws cards (worker/cardprogram). */
interface CardExports extends WebAssembly.Exports {
	memory: WebAssembly.Memory;
	/** Starts the program. */
	_initialize(): void;
	/** Returns the memory address of a buffer of size bytes for the message. */
	buffer(size: number): number;
	/** Draws the card in the buffer. Returns the memory address of the answer. */
	draw(): number;
}

/**
 * The object from which the Go package syumai/workers (the bridge) reads the environment
 * and the context of the current request.
 */
interface ProgramContext {
	env: Env;
	/** It is null while the Go program answers no request with I/O. */
	ctx: ExecutionContext | null;
	/** Interrupts the work of a request, so that readers are answered (see readers.mjs). */
	pause(): Promise<void>;
	/** The Go program sets the function handleRequest when it starts. */
	binding: {
		handleRequest?(request: import("./request.mjs").RequestParts): Promise<Response>;
	};
}

declare var Go: new () => Go;
/** It is defined only while the Go program is being started. */
declare var context: ProgramContext | undefined;

/**
 * If a script imports a .wasm file, Wrangler (Cloudflare's command) provides it as a
 * compiled module.
 */
declare module "*.wasm" {
	const program: WebAssembly.Module;
	export default program;
}

declare module "*/wasm_exec.js";
