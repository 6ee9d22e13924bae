// Types of what the shim gets from the Workers runtime, from Go's wasm_exec.js and from
// the Go program. They have only the members that the shim uses.

/** The bindings that the shim reads; wrangler.toml has all of them. Go reads the others. */
interface Env {
	/** Missing if the deployment has no database. */
	DB?: D1Database;
	/** "on" if the database has read replication. */
	READ_REPLICAS?: string;
}

/** The runtime's context of a request. */
interface ExecutionContext {
	/** Keeps the request alive until the promise is resolved or rejected. */
	waitUntil(promise: Promise<unknown>): void;
	passThroughOnException(): void;
}

interface CacheStorage {
	/** The edge cache of the data centre. */
	readonly default: Cache;
}

interface Request {
	/** What Cloudflare knows of the request, such as its data centre. */
	readonly cf?: object;
}

/** A value in a row of D1. The schema has no blobs. */
type D1Value = string | number | null;

interface D1Statement {
	bind(...values: D1Value[]): D1Statement;
	/** Runs the statement, and returns rows without the names of their columns. */
	raw(): Promise<D1Value[][]>;
}

interface D1Session {
	prepare(statement: string): D1Statement;
}

interface D1Database extends D1Session {
	/** Chooses the copy of the database that the first query goes to. */
	withSession(constraint: "first-primary" | "first-unconstrained"): D1Session;
}

/** Go's own glue: the class in wasm_exec.js. */
interface Go {
	env: Record<string, string>;
	importObject: WebAssembly.Imports;
	/** Called as the program ends. */
	exit(code: number): void;
	/** Runs the program until it first waits; the promise is resolved when it ends. */
	run(instance: WebAssembly.Instance): Promise<void>;
}

/** What the program exports; the functions are in worker/serve_js.go. */
interface ProgramExports extends WebAssembly.Exports {
	mem: WebAssembly.Memory;
	/** Returns the address of a buffer for that many bytes. */
	buffer(size: number): number;
	/** Answers the request in so many bytes of the buffer. Returns the address of the answer. */
	call(size: number): number;
}

/** What the bridge, syumai/workers, reads at every use: the request that Go works on. */
interface ProgramContext {
	env: Env;
	/** Null while the program has no request. */
	ctx: ExecutionContext | null;
	/** Go sets the function as it starts. */
	binding: {
		handleRequest?(request: import("./request.mjs").RequestParts): Promise<Response>;
	};
}

declare var Go: new () => Go;
/** Set only while the program starts. */
declare var context: ProgramContext | undefined;

/** Wrangler gives a WebAssembly file as a compiled module. */
declare module "*.wasm" {
	const program: WebAssembly.Module;
	export default program;
}

declare module "*/wasm_exec.js";
