// Opens a page in Chromium that measures two things: the project's parsers, compiled to
// WebAssembly, and comparable parsers from npm.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { launch } from "../../web/test/support/launch.mjs";
import { argumentsFor, parse } from "./go.mjs";
import { addressOf } from "./peers.mjs";
import { sourceOf } from "./sources.mjs";

const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const html = `<!doctype html><meta charset="utf-8"><title>Benchmarks</title><script src="/wasm_exec.js"></script>`;

/** Serves the folder of built files over HTTP, on a free port. */
function serve(out) {
	const server = createServer(async (request, response) => {
		const path = request.url === "/" ? "/index.html" : request.url;
		try {
			const body = path === "/index.html" ? html : await readFile(join(out, path));
			// These headers isolate the page from other origins. The clock of an
			// isolated page has a resolution of five microseconds, which is finer than
			// usual.
			response.writeHead(200, {
				"Content-Type": types[extname(path)] ?? "text/plain",
				"Cross-Origin-Opener-Policy": "same-origin",
				"Cross-Origin-Embedder-Policy": "require-corp",
			});
			response.end(body);
		} catch {
			response.writeHead(404).end();
		}
	});
	return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/**
 * Runs in the page: starts a Go program in a new WebAssembly instance. Returns the
 * lines that the program printed, and the size of its memory in bytes.
 */
async function inPage(program, args) {
	const lines = [];
	const log = console.log;
	console.log = (line) => lines.push(line);
	try {
		const go = new globalThis.Go();
		go.argv = ["bench", ...args];
		const { instance } = await WebAssembly.instantiateStreaming(fetch(program), go.importObject);
		await go.run(instance);
		return { output: lines.join("\n"), memory: instance.exports.mem.buffer.byteLength };
	} finally {
		console.log = log;
	}
}

/**
 * Runs in the page: times a parser as Go's benchmarks do. Parses the source again and
 * again for 400 ms, and at least twice. The result is the mean time of a run.
 */
async function timePeer(address, source) {
	const { default: read } = await import(address);
	const start = performance.now();
	let runs = 0;
	let cues = 0;
	for (; runs < 2 || performance.now() < start + 400; runs++) cues = read(source).length;
	return { ns: ((performance.now() - start) / runs) * 1e6, cues };
}

/** Starts Chromium and the server of built files. Each measurement opens a new page. */
export async function open(out) {
	const server = await serve(out);
	const browser = await launch();
	const origin = `http://127.0.0.1:${server.address().port}`;
	// A new page has a new heap. So no measurement includes the garbage collection of an
	// earlier measurement.
	const inNewPage = async (f, ...args) => {
		const page = await browser.newPage();
		try {
			await page.goto(origin);
			return await page.evaluate(f, ...args);
		} finally {
			await page.close();
		}
	};
	return {
		version: () => browser.version(),
		async ours(family, size, folder = "") {
			const program = `${folder}/bench.wasm`;
			const { output, memory } = await inNewPage(inPage, program, argumentsFor(family, size));
			return { ...parse(output), peak: memory };
		},
		async peer(name, family, size) {
			const { source, crc32 } = sourceOf(family, size);
			return { ...(await inNewPage(timePeer, addressOf(name), source)), bytes: source.length, crc32 };
		},
		async close() {
			await browser.close();
			server.close();
		},
	};
}
