// Runs the studio's program (Go, compiled to WebAssembly) in a Web Worker. It receives
// {id, name, question, body} and answers {id, answer} or {id, failure}. While it parses
// a source, it sends {progress, of}.
//
// web/build.mjs replaces __RUNTIME__ by the address of the compiler's runtime
// (wasm_exec.js), relative to this file.

/** @import { Question, Thread } from "./types.js" */

const json = new TextDecoder();
const text = new TextEncoder();
// A Worker, but TypeScript assumes that globalThis is a window.
const thread = /** @type {Thread} */ (/** @type {unknown} */ (globalThis));

/** @type {Thread["__studio"]} */
const host = {
	progress: (stage, stages) => thread.postMessage({ progress: stage, of: stages }),
};

/**
 * The first message contains the compiled program, and starts it.
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

/** @param {Question} question */
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
