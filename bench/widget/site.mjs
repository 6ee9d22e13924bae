// Serves every page of a run from memory, compressed with brotli, as a CDN does. Records
// each request with the compressed size of its answer.
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
const pageStyle = "/article.css"; // the story's style sheet, which does not count as code

/**
 * Compresses an answer with brotli. Code gets the highest quality, because a CDN
 * compresses a file of code only once. Other answers get quality 5, because a CDN
 * compresses them for each request. Fonts are sent unchanged, because they are already
 * compressed.
 */
function compress(type, body) {
	if (type.startsWith("font/")) return { body };
	const quality = isCode.test(type) ? constants.BROTLI_MAX_QUALITY : 5;
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: quality,
		[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
	};
	return { body: brotliCompressSync(body, { params }), encoding: "br" };
}

/**
 * Serves the built files, the pages to measure, and the answers of the edge endpoint
 * (the server of transcripts). All have the same origin.
 */
class Site {
	#answers = new Map();
	#asked = [];
	#folders;
	#edge;
	#server;

	/**
	 * Creates a site that does not listen yet.
	 *
	 * @param {Record<string, string>} folders of files to serve, by the prefix of their URLs
	 * @param {{ask: Function}} edge the edge endpoint (the server of transcripts). If a request is not
	 *   for a file, the site asks the endpoint, and keeps its answer in memory for the next request
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

	/**
	 * Makes the site serve a text at a path. By default the path's extension determines
	 * the media type.
	 */
	put(path, text, type = types[extname(path)]) {
		this.#answers.set(path, { status: 200, type, headers: {}, ...compress(type, Buffer.from(text)) });
	}

	/**
	 * Returns the number of requests since the last call of taken, and the compressed
	 * sizes of the answers in bytes. code: scripts, styles and WebAssembly. opening:
	 * the code that was requested before the WebAssembly program and its loader. data:
	 * all other answers.
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
 * Starts a site with the built files, the scripts of the peers (other libraries), and
 * the chosen pages for each transcript.
 *
 * @param {string} root the project's folder, at this revision or an older one
 * @param {{ask: Function}} edge the edge endpoint
 * @param {import("./peers.mjs").Entry[]} chosen
 * @param {object[]} transcripts
 * @param {{widget: string}} options widget: the build to serve, "tinygo" or "go"
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
