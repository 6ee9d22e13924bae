// Puts together a directory of files to be served: the element with its style
// and widget, the studio, and the demo pages.
//
//   node web/build.mjs WIDGET STUDIO OUT
//
// WIDGET holds what wasm/build/widget.sh made, STUDIO what wasm/build/studio.sh
// made. Two addresses are stable, quote-timeline.js and quote-timeline.css; what these point to has
// a hash of its content in its name and may be cached for ever.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import esbuild from "esbuild";

const web = import.meta.dirname;
const root = path.dirname(web);
const [widget, studio, out] = process.argv.slice(2).map((dir) => path.resolve(dir));

/** The files that this build wrote. @type {Set<string>} */
const written = new Set();

/**
 * Writes one served file, by its path below OUT.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function write(name, content) {
	const file = path.join(out, name);
	written.add(file);
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, content);
}

/**
 * Writes a file that never changes under its name, and returns that name.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function writeHashed(name, content) {
	const { name: stem, ext } = path.parse(name);
	const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
	const hashed = `assets/${stem}.${hash}${ext}`;
	write(hashed, content);
	return hashed;
}

/**
 * One file out of a script or a style sheet and all that it imports.
 *
 * @param {string} file
 * @param {Record<string, string>} [define] names, each with the expression that replaces it
 */
function bundle(file, define = {}) {
	const result = esbuild.buildSync({
		entryPoints: [file],
		bundle: true,
		minify: true,
		write: false,
		format: file.endsWith(".js") ? "esm" : undefined,
		target: file.endsWith(".js") ? "es2022" : undefined, // CSS is left at the level it is written in
		define,
		legalComments: "none",
		logLevel: "warning",
	});
	return result.outputFiles[0].contents;
}

/**
 * CSS without what esbuild leaves: spaces in the values of custom properties, in
 * conditions, and at slashes and stars, as in "--paper: var(--qt-paper, #fff)".
 *
 * @param {string} css
 */
function squeezed(css) {
	return css
		.replace(/(?<=[{;]--[\w-]+:)[^;}]*/g, (value) => value.replace(/^ |(?<=[(,]) | (?=\))/g, ""))
		.replace(/(?<=\((?:min|max)-width:) /g, "")
		.replace(/ ([/*]) /g, "$1")
		.replace(":root,", "") // it matches nothing in a shadow tree
		.trim();
}

/**
 * A style sheet of the element's shadow tree: its rem is the element's own, and not the page's.
 *
 * @param {string} name
 */
function shadowStyle(name) {
	const css = Buffer.from(bundle(path.join(web, name))).toString();
	return squeezed(css).replace(/(?<![\w.])([\d.]+)rem\b/g, "calc($1*var(--rem))");
}

/**
 * One of the element's scripts, with the addresses that it needs.
 *
 * @param {string} name
 * @param {Record<string, unknown>} addresses of built files, as JSON, by the names in globals.d.ts
 */
function script(name, addresses) {
	const quoted = Object.entries(addresses).map(([key, value]) => [key, JSON.stringify(value)]);
	return bundle(path.join(web, name), Object.fromEntries(quoted));
}

/**
 * A compiler's own glue between JavaScript and Go: a classic script, and no module.
 *
 * @param {string} source
 * @param {esbuild.TransformOptions} [more]
 */
function minified(source, more = {}) {
	return esbuild.transformSync(source, {
		minify: true,
		target: "es2022",
		legalComments: "none",
		banner: "/*! The Go Authors, The TinyGo Authors. BSD-3-Clause, https://go.dev/LICENSE */",
		...more,
	}).code;
}

/** @param {string} dir */
const runtime = (dir) => fs.readFileSync(path.join(dir, "wasm_exec.js"), "utf8");

/**
 * The widget's, as a module with a function that sets its globals: the loader gives
 * the page its own back, and the function keeps the one that it uses later.
 */
function wasmExec() {
	const module = `export default () => { ${runtime(widget)}\nconst keptFS = globalThis.fs; };`;
	return minified(module, { define: { fs: "keptFS" } });
}

/**
 * The studio, and what its threads load. It shows the element's own program and style.
 *
 * @param {{program: string, style: string}} element the names of two of its files
 */
function writeStudio({ program, style }) {
	const wasm = writeHashed("studio.wasm", fs.readFileSync(path.join(studio, "studio.wasm")));
	const exec = writeHashed("studio-runtime.js", minified(runtime(studio)));
	const worker = writeHashed(
		"studio-worker.js",
		script("studio/worker.js", { __RUNTIME__: path.basename(exec) }),
	);
	const page = fs.readFileSync(path.join(web, "studio/studio.html"), "utf8");
	/** @type {Record<string, string>} */
	const addresses = {
		__STUDIO_STYLE__: writeHashed("studio.css", bundle(path.join(web, "studio/studio.css"))),
		__STUDIO_SCRIPT__: writeHashed(
			"studio.js",
			script("studio/studio.js", {
				__PROGRAM_OF_STUDIO__: path.basename(wasm),
				__WORKER__: path.basename(worker),
				__PROGRAM__: path.basename(program),
				__STYLE__: path.basename(style),
			}),
		),
	};
	write(
		"studio.html",
		page.replace(/__STUDIO_\w+?__/g, (name) => addresses[name]),
	);
}

/**
 * The public embed snippet, as any newsroom gets it, with addresses relative to the site's root.
 *
 * @param {string} id of a transcript
 */
function snippet(id) {
	const content = path.join("dist", "content", `${id}.json`);
	const args = ["run", "./worker/cmd/quoteline", "snippet", content];
	return execFileSync("go", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** Writes the words of the interface, a file a language, and returns their names by tag. */
function words() {
	const args = ["run", "./worker/cmd/quoteline", "words"];
	/** @type {Record<string, string>} */
	const tables = JSON.parse(execFileSync("go", args, { cwd: root, encoding: "utf8" }));
	return Object.fromEntries(
		Object.entries(tables).map(([tag, text]) => [tag, path.basename(writeHashed(`lang-${tag}.txt`, text))]),
	);
}

function writeElement() {
	const css = shadowStyle("css/quote-timeline.css");
	const style = writeHashed("quote-timeline.css", css);
	const wasm = writeHashed("widget.wasm", fs.readFileSync(path.join(widget, "widget.wasm")));
	const live = shadowStyle("css/live.css");
	const loader = script("program.js", {
		__LIVE__: path.basename(writeHashed("live.css", live)),
		__WORDS__: words(),
		__WIDGET__: path.basename(wasm),
		__RUNTIME__: path.basename(writeHashed("wasm_exec.js", wasmExec())),
	});
	const program = writeHashed("program.js", loader);
	write("quote-timeline.css", css);
	write(
		"quote-timeline.js",
		script("quote-timeline.js", { __STYLE__: style, __PROGRAM__: program, __WIDGET__: wasm }),
	);
	write("page.css", bundle(path.join(web, "css/page.css")));
	for (const name of ["embed.js", "host.js"]) write(name, bundle(path.join(web, name)));
	write("embed.css", bundle(path.join(web, "css/embed.css")));
	return { program, style };
}

/**
 * Writes the pages of a folder below an address, with the public snippet where they ask for it.
 *
 * @param {string} folder
 * @param {string} address
 */
function writePages(folder, address) {
	/** @type {Map<string, string>} */
	const snippets = new Map();
	/** @type {(comment: string, id: string) => string} */
	const embed = (_, id) => {
		const made = snippets.get(id) ?? snippet(id);
		snippets.set(id, made);
		return made;
	};
	for (const name of fs.readdirSync(path.join(web, folder), { recursive: true, encoding: "utf8" })) {
		const file = path.join(web, folder, name);
		// The article of the demonstrations is the front page.
		const served = name === "article.html" ? "index.html" : `${address}/${name}`;
		if (name.endsWith(".html")) {
			const page = fs.readFileSync(file, "utf8");
			write(served, page.replace(/<!-- quote-timeline ([a-z0-9-]+) -->/g, embed));
		} else if (/\.(css|js)$/.test(name) && !name.startsWith("parts/")) {
			write(served, bundle(file));
		}
	}
}

/** What programs may rely on, as files for editors and catalogues. */
function writeContract() {
	for (const name of ["custom-elements.json", "quote-timeline.d.ts"]) {
		write(name, fs.readFileSync(path.join(web, name)));
	}
}

/** Removes what an earlier build left: the directory itself stays, for a server that watches it. */
function removeOthers() {
	for (const entry of fs.readdirSync(out, { recursive: true, withFileTypes: true })) {
		const file = path.join(entry.parentPath, entry.name);
		if (entry.isFile() && !written.has(file)) fs.rmSync(file);
	}
}

if (!widget || !studio || !out) {
	console.error("usage: node web/build.mjs WIDGET STUDIO OUT");
	process.exit(2);
}
writeStudio(writeElement());
writePages("demo", "demo");
writePages("embedding", "demo/embed");
writeContract();
write("_headers", fs.readFileSync(path.join(web, "_headers")));
removeOthers();
