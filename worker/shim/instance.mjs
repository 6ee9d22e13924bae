// An instance is one running copy of the Go program.
import "./wasm_exec.js";
import program from "./app.wasm";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The program returns this number instead of a memory address if the request needs I/O. */
const needsIO = 1;

/** The largest number of bytes in UTF-8 for one UTF-16 code unit of a string. */
const maxBytes = 3;

export class Instance {
	/** Whether the program has ended, or must not be used any more for another reason. */
	broken = false;

	/** Called when the program ends. @type {() => void} */
	onExit = () => {};

	#buffer = 0;
	#size = 0;

	/**
	 * Starts the program, which takes about 60 ms. It can be started only during a
	 * request, because Go needs random numbers, and the Workers runtime allows them only
	 * during a request.
	 *
	 * @param {Env} env
	 * @param {() => Promise<void>} pause interrupts long work, and returns when it may continue
	 */
	constructor(env, pause) {
		const go = new globalThis.Go();
		go.env = { GOGC: "50" }; // a smaller heap, for which the garbage collector works a little more
		go.exit = () => {
			this.broken = true;
			this.onExit();
		};
		// The bridge (the Go package syumai/workers) reads the properties of this
		// object for every request that it passes to Go. Before each such request they
		// are set.
		/** @type {ProgramContext} */
		this.context = { env, ctx: null, binding: {}, pause };
		let ready = false;
		const imports = {
			...go.importObject,
			workers: {
				ready: () => {
					ready = true;
				},
			},
		};
		const instance = new WebAssembly.Instance(program, imports);
		this.exports = /** @type {ProgramExports} */ (instance.exports);
		// The bridge (the Go package syumai/workers) reads globalThis.context only
		// once, when the program starts.
		globalThis.context = this.context;
		go.run(instance); // returns when the program waits for its first request
		delete globalThis.context;
		if (!ready || this.broken) throw new Error("the Go program did not start");
	}

	/**
	 * The size of the Go program's memory, in bytes. The memory of a WebAssembly program
	 * never shrinks.
	 */
	get memory() {
		return this.exports.mem.buffer.byteLength;
	}

	/**
	 * Answers a request without I/O, in one call of the Go program. If a handler queries
	 * the database, returns the query. If a handler needs other I/O, returns null.
	 * answer.go, request.go and result.go describe the bytes that are exchanged.
	 *
	 * @param {string} text the request
	 * @param {Uint8Array[]} results of the database
	 * @returns {Response | string | null}
	 */
	call(text, results) {
		const size = results.reduce((sum, result) => sum + result.length, text.length * maxBytes);
		if (size > this.#size) {
			this.#size = size + 1024;
			this.#buffer = this.exports.buffer(this.#size);
		}
		const buffer = this.#bytes(this.#buffer, this.#size);
		let { written } = encoder.encodeInto(text, buffer);
		for (const result of results) {
			buffer.set(result, written);
			written += result.length;
		}
		const at = this.exports.call(written);
		// If a handler blocks, Go's runtime returns 0.
		if (this.broken || at === 0) throw new Error("the Go program ended or blocks");
		// The memory may have grown during the call, and then older views of it are
		// empty. So #outcome creates new views.
		return at === needsIO ? null : this.#outcome(at);
	}

	/**
	 * Decodes the answer, or the database query, at an address in the program's memory.
	 * The comment in answer.go describes the format.
	 *
	 * @param {number} at
	 */
	#outcome(at) {
		const [size, status, headSize] = new Uint32Array(this.exports.mem.buffer, at, 3);
		const start = at + 12;
		if (status === 0) return decoder.decode(this.#bytes(start, size - 12));
		const fields = decoder.decode(this.#bytes(start, headSize)).split("\n");
		const headers = new Headers();
		for (let i = 1; i < fields.length; i += 2) headers.append(fields[i - 1], fields[i]);
		const bodySize = size - 12 - headSize;
		// slice copies the bytes, because the next request overwrites them.
		const body = bodySize === 0 ? null : this.#bytes(start + headSize, bodySize).slice();
		return new Response(body, { status, headers });
	}

	/**
	 * Returns a view of a part of the program's memory, without copying it.
	 *
	 * @param {number} at an address in the program's memory
	 * @param {number} size
	 */
	#bytes(at, size) {
		return new Uint8Array(this.exports.mem.buffer, at, size);
	}

	/**
	 * Answers a request with I/O, through the bridge (the Go package syumai/workers). The
	 * caller must have reserved this instance (a running copy of the program), so that no
	 * other request uses it meanwhile.
	 *
	 * @param {import("./request.mjs").RequestParts} request
	 * @returns {Promise<Response>}
	 */
	async handle(request) {
		const { binding } = this.context;
		if (!binding.handleRequest) throw new Error("the Go program has no bridge");
		return binding.handleRequest(request);
	}
}
