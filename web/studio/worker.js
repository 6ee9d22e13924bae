// The studio's program in a thread of its own. It takes {id, name, question, body}
// and answers {id, answer} or {id, failure}; {progress, of} while it reads.
//
// __RUNTIME__ is the address of the compiler's runtime, relative to this file.

const json = new TextDecoder();
const text = new TextEncoder();

const host = {
	progress: (stage, stages) => postMessage({ progress: stage, of: stages }),
};

// The first message is the compiled program.
const started = new Promise((resolve) => {
	addEventListener("message", ({ data }) => resolve(data), { once: true });
}).then(async (module) => {
	await import(new URL(__RUNTIME__, import.meta.url).href);
	globalThis.__studio = host;
	const go = new globalThis.Go();
	const instance = await WebAssembly.instantiate(module, go.importObject);
	go.run(instance).then(() => {
		throw new Error("the program ended");
	});
});

function answer({ id, name, question, body, raw }) {
	const said = host.call(name, text.encode(JSON.stringify(question ?? {})), body);
	if (typeof said === "string") postMessage({ id, failure: JSON.parse(said) });
	else if (raw) postMessage({ id, answer: said }, [said.buffer]);
	else postMessage({ id, answer: JSON.parse(json.decode(said)) });
}

addEventListener("message", async ({ data }) => {
	if (data instanceof WebAssembly.Module) return;
	await started;
	answer(data);
});
