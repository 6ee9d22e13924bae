// The studio's program in a thread of its own. It takes {id, name, question, body}
// and answers {id, answer} or {id, failure}; {progress, of} while it reads.
//
// __RUNTIME__ is the address of the compiler's runtime, relative to this file.

/** @import { Question, Thread } from "./types.js" */

const json = new TextDecoder();
const text = new TextEncoder();
const thread = /** @type {Thread} */ (/** @type {unknown} */ (globalThis)); // not a window

/** @type {Thread["__studio"]} */
const host = {
	progress: (stage, stages) => thread.postMessage({ progress: stage, of: stages }),
};

/**
 * The first message is the compiled program.
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
