// Draws cards: the pictures that other sites show with a link to an interview or a quote.
//
// The Go program answers with the description of a card. A second program, card.wasm,
// draws the card. To draw a card takes a hundred times as long as to describe it, so
// the picture is stored in the edge cache under its entity tag. The tag depends only on
// what the card shows. So each data centre draws a picture once for each version of a
// quote.
import program from "./card.wasm";
import { log } from "./log.mjs";
import { problem } from "./problem.mjs";
import { clientOf } from "./request.mjs";

/**
 * The header field with which the Go program marks an answer that is the description of a
 * card, the picture shown with a link. The field's value names the fonts that the card
 * needs.
 */
const field = "Quoteline-Card";

const mediaType = "image/png";

/** How long the edge cache keeps a picture, in seconds. */
const kept = 30 * 24 * 3600;

/**
 * Functions for files return this number, because the program has no files. The number
 * means "bad file descriptor".
 */
const noFile = 8;

export class Cards {
	/** The fonts of this isolate (a running copy of the Worker), by name. @type {Map<string, Uint8Array>} */
	#fonts = new Map();

	/**
	 * Converts an answer with the description of a card into an answer with the picture of
	 * the card. Other answers, such as errors, are returned unchanged.
	 *
	 * @param {Request} request
	 * @param {Response} described
	 * @param {Env} env
	 * @param {ExecutionContext} ctx
	 * @returns {Promise<Response>}
	 */
	async answer(request, described, env, ctx) {
		const names = described.headers.get(field);
		if (names === null) return described;
		const headers = new Headers(described.headers);
		headers.delete(field);
		headers.delete("Content-Length"); // of the description
		if (described.status !== 200) return new Response(null, { status: described.status, headers });
		headers.set("Content-Type", mediaType);
		if (request.method === "HEAD") return new Response(null, { headers });
		const key = new URL(`/card/${headers.get("ETag")?.replaceAll('"', "")}.png`, request.url).href;
		const stored = await caches.default.match(key).catch(() => undefined);
		if (stored) return new Response(stored.body, { headers });
		const counted = await env.CARD_LIMIT?.limit({ key: clientOf(request) });
		if (counted?.success === false) return problem("too-many-requests", { "Retry-After": "60" });
		const files = await Promise.all(names.split(" ").map((name) => this.#font(name, request, env)));
		if (files.includes(null)) return problem("internal");
		const picture = draw([
			new Uint8Array(await described.arrayBuffer()),
			.../** @type {Uint8Array[]} */ (files),
		]);
		if (!picture) return problem("internal");
		const copy = new Response(picture, {
			headers: { "Content-Type": mediaType, "Cache-Control": `public, max-age=${kept}` },
		});
		ctx.waitUntil(caches.default.put(key, copy).catch(() => {}));
		return new Response(picture, { headers });
	}

	/**
	 * Returns a font, which is a served file. Returns null if it cannot be read.
	 *
	 * @param {string} name
	 * @param {Request} request
	 * @param {Env} env
	 */
	async #font(name, request, env) {
		const known = this.#fonts.get(name);
		if (known) return known;
		const answer = await env.ASSETS?.fetch(new URL(`/fonts/${name}.ttf`, request.url).href).catch(() => null);
		if (!answer?.ok) {
			log("fault", { message: `cards: the font ${name} cannot be read: ${answer?.status}` });
			return null;
		}
		const font = new Uint8Array(await answer.arrayBuffer());
		this.#fonts.set(name, font);
		return font;
	}
}

/**
 * Draws a card. Returns null if that fails. Every call starts the program anew, so that
 * no memory is left in use.
 *
 * @param {Uint8Array[]} parts the description and the fonts
 */
function draw(parts) {
	const size = parts.reduce((sum, part) => sum + 4 + part.length, 0);
	/** @type {WebAssembly.Instance} */
	const instance = new WebAssembly.Instance(
		program,
		imports(() => memory),
	);
	const { memory, _initialize, buffer, draw } = /** @type {CardExports} */ (instance.exports);
	_initialize();
	let at = buffer(size);
	const bytes = new Uint8Array(memory.buffer);
	const numbers = new DataView(memory.buffer);
	for (const part of parts) {
		numbers.setUint32(at, part.length, true);
		bytes.set(part, at + 4);
		at += 4 + part.length;
	}
	const result = draw();
	const [drawn, length] = new Uint32Array(memory.buffer.slice(result, result + 8));
	const body = memory.buffer.slice(result + 8, result + 8 + length);
	if (drawn === 1) return body;
	log("fault", { message: `cards: ${new TextDecoder().decode(body)}` });
	return null;
}

/**
 * Returns all functions that the program imports: for files, random numbers and the
 * clock. Drawing needs none of them, so nearly all of them do nothing. Where TinyGo is
 * not installed, standard Go builds the program. A program that standard Go has built
 * needs two of the functions: the clock must not return the time 0, and the function
 * that ends the program must throw an error instead of returning.
 *
 * @param {() => WebAssembly.Memory} memory returns the program's memory, once it has been started
 * @returns {WebAssembly.Imports}
 */
function imports(memory) {
	/** @type {Record<string, Record<string, (...values: number[]) => number | boolean>>} */
	const all = { wasi_snapshot_preview1: {} };
	for (const { module, name } of WebAssembly.Module.imports(program)) {
		all[module] ??= {};
		// WebAssembly converts false to a 0 of any type. It would not accept the number 0
		// for a 64-bit integer.
		all[module][name] = () => (name.startsWith("fd_") ? noFile : false);
	}
	Object.assign(all.wasi_snapshot_preview1, {
		/** @type {(clock: number, precision: bigint, at: number) => number} */
		clock_time_get(_clock, _precision, at) {
			new DataView(memory().buffer).setBigUint64(at, 1n, true);
			return 0;
		},
		/** @type {(code: number) => never} */
		proc_exit(code) {
			throw new Error(`the program that draws cards ended with ${code}`);
		},
	});
	return all;
}
