// The types of the values that the shim gets from the Workers runtime, from Go's
// wasm_exec.js and from the Go program. They have only the members that the shim uses.

/** The bindings in wrangler.toml that the shim reads. The Go program reads the other bindings. */
interface Env {
	/** undefined if the deployment has no database. */
	DB?: D1Database;
	/** "on" if the database has read replication. */
	READ_REPLICAS?: string;
}

/** The context of a request, which the Workers runtime passes to fetch. */
interface ExecutionContext {
	/** Keeps the request alive until the promise is resolved or rejected. */
	waitUntil(promise: Promise<unknown>): void;
	passThroughOnException(): void;
}

interface CacheStorage {
	/** The part of the edge cache in this data centre. */
	readonly default: Cache;
}

interface Request {
	/** Facts about the request from Cloudflare, such as the data centre. */
	readonly cf?: object;
}

/** A value in a row of D1. The schema has no blobs. */
type D1Value = string | number | null;

interface D1Statement {
	bind(...values: D1Value[]): D1Statement;
	/** Runs the statement. Returns the rows as arrays, without the names of the columns. */
	raw(): Promise<D1Value[][]>;
}

interface D1Session {
	prepare(statement: string): D1Statement;
}

interface D1Database extends D1Session {
	/**
	 * Starts a session. The constraint says whether its first query goes to the primary
	 * database or to any replica.
	 */
	withSession(constraint: "first-primary" | "first-unconstrained"): D1Session;
}

/** The class in wasm_exec.js, which Go provides to run a program in JavaScript. */
interface Go {
	env: Record<string, string>;
	importObject: WebAssembly.Imports;
	/** Called when the program ends. */
	exit(code: number): void;
	/**
	 * Runs the program, and returns when it waits for the first time. The promise is
	 * resolved when the program ends.
	 */
	run(instance: WebAssembly.Instance): Promise<void>;
}

/** The exports of the Go program. Their functions are in worker/serve_js.go. */
interface ProgramExports extends WebAssembly.Exports {
	mem: WebAssembly.Memory;
	/** Returns the address of a buffer of at least size bytes. */
	buffer(size: number): number;
	/**
	 * Answers the request in the first size bytes of the buffer. Returns the address of
	 * the answer.
	 */
	call(size: number): number;
}

/** The object that the bridge, syumai/workers, reads whenever it needs the current request. */
interface ProgramContext {
	env: Env;
	/** null while the instance answers no request. */
	ctx: ExecutionContext | null;
	/** The Go program sets handleRequest when it starts. */
	binding: {
		handleRequest?(request: import("./request.mjs").RequestParts): Promise<Response>;
	};
}

declare var Go: new () => Go;
/** Set only while an instance starts the program. */
declare var context: ProgramContext | undefined;

/** Wrangler provides a .wasm file as a compiled module. */
declare module "*.wasm" {
	const program: WebAssembly.Module;
	export default program;
}

declare module "*/wasm_exec.js";
