// Runs the studio's Go program, compiled to WebAssembly, in a Web Worker. It receives
// messages {id, name, question, body}. Its answers are {id, answer}, or {id, failure} if the
// call failed. While it parses a source, it sends messages {progress, of}.
//
// web/build.mjs replaces __RUNTIME__ by the address of the Go compiler's script
// (wasm_exec.js), relative to this file.

/** @import { Question, Thread } from "./types.js" */

const json = new TextDecoder();
const text = new TextEncoder();
// The global object of a Web Worker. TypeScript assumes that globalThis is a window, so its
// type is given here.
const thread = /** @type {Thread} */ (/** @type {unknown} */ (globalThis));

/** @type {Thread["__studio"]} */
const host = {
	progress: (stage, stages) => thread.postMessage({ progress: stage, of: stages }),
};

/**
 * Resolves to the compiled program, which the first message to this Web Worker contains.
 *
 * @type {Promise<WebAssembly.Module>}
 */
const compiled = new Promise((resolve) => {
	addEventListener("message", ({ data }) => resolve(data), { once: true });
});

const started = compiled.then(async (module) => {
	await import(new URL(__RUNTIME__, import.meta.url).href);
	thread.__studio = host;
	const go = new thread.Go();
	const instance = await WebAssembly.instantiate(module, go.importObject);
	go.run(instance).then(() => {
		throw new Error("the program ended");
	});
});

/**
 * Calls the Go program and posts its answer to the page, or the failure of the call.
 *
 * @param {Question} question
 */
function answer({ id, name, question, body, raw }) {
	if (!host.call) throw new Error("the program did not start");
	const said = host.call(name, text.encode(JSON.stringify(question ?? {})), body);
	if (typeof said === "string") thread.postMessage({ id, failure: JSON.parse(said) });
	else if (raw) thread.postMessage({ id, answer: said }, [said.buffer]);
	else thread.postMessage({ id, answer: JSON.parse(json.decode(said)) });
}

addEventListener("message", async ({ data }) => {
	if (data instanceof WebAssembly.Module) return;
	await started;
	answer(data);
});
