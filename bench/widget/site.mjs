// Serves every page of a run with brotli from memory, as a CDN does, and notes
// what was asked.
import { once } from "node:events";
import { globSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { style } from "./article.mjs";
import { bundles, timelinejs } from "./packages.mjs";
import { serve } from "./peers.mjs";

const types = {
	".css": "text/css",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".json": "application/json",
	".wasm": "application/wasm",
	".woff": "font/woff",
	".woff2": "font/woff2",
};
const isCode = /javascript|css|wasm/;
const pageStyle = "/article.css"; // the page's own, no part of what is measured

/** Files are compressed once, at the highest quality; what a CDN compresses as it passes, faster. */
function compress(type, body) {
	if (type.startsWith("font/")) return { body };
	const quality = isCode.test(type) ? constants.BROTLI_MAX_QUALITY : 5;
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: quality,
		[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
	};
	return { body: brotliCompressSync(body, { params }), encoding: "br" };
}

/** The files, the pages and the answers of the edge endpoint, on one origin. */
class Site {
	#answers = new Map();
	#asked = [];
	#folders;
	#edge;
	#server;

	/**
	 * @param {Record<string, string>} folders of served files by the prefix of their addresses
	 * @param {{ask: Function}} edge asked for what is in no folder, once for each address
	 */
	constructor(folders, edge) {
		this.#folders = Object.entries(folders);
		this.#edge = edge;
	}

	async start() {
		for (const [prefix, folder] of this.#folders) {
			const names = globSync("**/*.{css,js,wasm}", { cwd: folder }).filter((name) => !/studio/.test(name));
			for (const name of names) await this.#answer(prefix + name);
		}
		this.#server = createServer((request, response) => {
			this.#serve(request, response).catch((error) => response.destroy(error));
		}).listen(0, "127.0.0.1");
		await once(this.#server, "listening");
		this.host = `127.0.0.1:${this.#server.address().port}`;
		this.origin = `http://${this.host}`;
	}

	async stop() {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, "close");
	}

	/** Serves a text at an address, whose ending gives its type. */
	put(path, text, type = types[extname(path)]) {
		this.#answers.set(path, { status: 200, type, headers: {}, ...compress(type, Buffer.from(text)) });
	}

	/**
	 * What was asked since the last call, in bytes on the wire: code, of it what was asked before the
	 * WebAssembly program and its loader, and data.
	 */
	taken() {
		const asked = this.#asked;
		this.#asked = [];
		const sum = (list) => list.reduce((n, { bytes }) => n + bytes, 0);
		const code = asked.filter(({ url, type }) => isCode.test(type) && url !== pageStyle);
		const program = code.findIndex(({ url }) => /^\/assets\/(program|widget)\./.test(url));
		return {
			requests: asked.length,
			code: sum(code),
			opening: sum(program < 0 ? code : code.slice(0, program)),
			data: sum(asked) - sum(code),
		};
	}

	async #serve({ url }, response) {
		const { status, type, headers, body, encoding } = await this.#answer(url);
		this.#asked.push({ url, type, bytes: body.length });
		response.writeHead(status, {
			...headers,
			"Content-Type": type,
			"Content-Length": body.length,
			...(encoding && { "Content-Encoding": encoding }),
		});
		response.end(body);
	}

	async #answer(url) {
		if (!this.#answers.has(url)) this.#answers.set(url, await (this.#file(url) ?? this.#fromEdge(url)));
		return this.#answers.get(url);
	}

	#file(url) {
		const path = url.split("?")[0];
		for (const [prefix, folder] of this.#folders) {
			const file = join(folder, path.slice(prefix.length));
			if (!path.startsWith(prefix) || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
			const type = types[extname(file)];
			if (!type) throw new Error(`${file}: of what type is it?`);
			return { status: 200, type, headers: {}, ...compress(type, readFileSync(file)) };
		}
	}

	async #fromEdge(url) {
		const { status, headers, body } = await this.#edge.ask(url, this.host);
		const type = headers["content-type"];
		const kept = Object.fromEntries(["link", "etag", "cache-control"].map((name) => [name, headers[name]]));
		for (const name in kept) if (kept[name] === undefined) delete kept[name];
		return { status, type, headers: kept, ...compress(type, body) };
	}
}

/**
 * Serves the built files, the peers, and the chosen pages with each transcript.
 *
 * @param {string} root the folder of the project, of this or an older revision
 * @param {{ask: Function}} edge
 * @param {import("./peers.mjs").Entry[]} chosen
 * @param {object[]} transcripts
 * @param {{widget: string}} options
 */
export async function startSite(root, edge, chosen, transcripts, { widget }) {
	const folders = {
		"/timelinejs/": timelinejs,
		"/peers/": bundles,
		"/": join(root, `dist/public-${widget}`),
	};
	const site = new Site(folders, edge);
	site.put(pageStyle, style);
	for (const transcript of transcripts) for (const entry of chosen) serve(site, entry, transcript);
	await site.start();
	return site;
}
