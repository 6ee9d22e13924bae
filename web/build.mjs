// Puts together the directory of files to be served: the script of <quote-timeline> with its
// style and its WebAssembly program, the studio (the editors' page), and the demo pages.
//
//   node web/build.mjs WIDGET STUDIO OUT
//
// WIDGET is the output directory of wasm/build/widget.sh. STUDIO is that of
// wasm/build/studio.sh. OUT is the directory to be served. Two files in OUT have names that
// never change: quote-timeline.js and quote-timeline.css. The other files that these two
// load have a hash of their content in their names, so browsers may cache them without a
// time limit. worker/releases.mjs keeps them when the site gets the next release.
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
 * The files whose name has a hash, such as "widget.0a1b2c3d4e.wasm". A key is a file's
 * name. The value is the time when a release replaced the file. It is "" here, because
 * these files are new. This object is written to releases.json, where worker/releases.mjs
 * adds the files of older releases.
 *
 * @type {Record<string, string>}
 */
const release = {};

/**
 * Writes one file to be served. Name is the file's path relative to the output directory.
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
 * Writes a file whose name contains a hash of its content, such as "widget.0a1b2c3d4e.wasm".
 * Returns that name.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function writeHashed(name, content) {
	const { name: stem, ext } = path.parse(name);
	const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
	const hashed = `assets/${stem}.${hash}${ext}`;
	write(hashed, content);
	release[path.basename(hashed)] = "";
	return hashed;
}

/**
 * Bundles a script or a style sheet into one file, together with everything that it imports.
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
		target: file.endsWith(".js") ? "es2022" : undefined, // esbuild must not rewrite CSS for older browsers
		define,
		legalComments: "none",
		logLevel: "warning",
	});
	return result.outputFiles[0].contents;
}

/**
 * Removes spaces that esbuild's minifier leaves in CSS: in the values of custom properties,
 * in conditions, after the comma in var(), and around slashes and stars. Also removes quotes
 * around words in selectors. For example, "--paper: var(--qt-paper, #fff)" becomes
 * "--paper:var(--qt-paper,#fff)".
 *
 * @param {string} css
 */
function squeezed(css) {
	return css
		.replace(/(?<=[{;]--[\w-]+:)[^;}]*/g, (value) => value.replace(/^ |(?<=[(,]) | (?=\))/g, ""))
		.replace(/(?<=\((?:min|max)-width:) /g, "")
		.replace(/ ([/*]) /g, "$1")
		.replace(/(?<=var\(--[\w-]+,) /g, "")
		.replace(/="([a-z]+)"\]/g, "=$1]")
		.replace(":root,", "") // :root matches nothing in a shadow tree
		.trim();
}

/**
 * Returns a style sheet for the shadow tree of <quote-timeline>. It replaces each rem by a
 * multiple of the element's property --rem, because a rem depends on the font size of the
 * page.
 *
 * @param {string} name
 */
function shadowStyle(name) {
	const css = Buffer.from(bundle(path.join(web, name))).toString();
	return squeezed(css).replace(/(?<![\w.])([\d.]+)rem\b/g, (_, n) =>
		n === "1" ? "var(--rem)" : `calc(${n}*var(--rem))`,
	);
}

/**
 * Returns a style sheet with the colours of another one, for browsers that do not know the CSS
 * function light-dark(). For example, "--paper:light-dark(#fff,#131518)" becomes two rules: one
 * for light pages with #fff, and one for dark pages with #131518.
 *
 * @param {string} css
 */
function oldColours(css) {
	const colours = css.match(/--[\w-]+:[^;}]*light-dark\([^;}]*/g) ?? [];
	const both = /light-dark\((#\w+),(#\w+)\)/g;
	const light = colours.map((colour) => colour.replace(both, "$1")).join(";");
	const dark = colours.map((colour) => colour.replace(both, "$2")).join(";");
	return `.ql{${light}}@media (prefers-color-scheme:dark){.ql{${dark}}}:host([theme=light]) .ql{${light}}:host([theme=dark]) .ql{${dark}}`;
}

/**
 * Bundles one of the scripts of <quote-timeline>. Names such as __STYLE__ in the script are
 * replaced by the addresses of built files.
 *
 * @param {string} name
 * @param {Record<string, unknown>} addresses of built files, by the names that globals.d.ts declares
 */
function script(name, addresses) {
	const quoted = Object.entries(addresses).map(([key, value]) => [key, JSON.stringify(value)]);
	return bundle(path.join(web, name), Object.fromEntries(quoted));
}

/**
 * Minifies wasm_exec.js, the script of a Go compiler that connects JavaScript and Go. It is
 * a classic script, not a module.
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

/**
 * Returns the compiler's script wasm_exec.js from an output directory.
 *
 * @param {string} dir
 */
const runtime = (dir) => fs.readFileSync(path.join(dir, "wasm_exec.js"), "utf8");

/**
 * The global variables that TinyGo's wasm_exec.js looks for. The minifier replaces each
 * of them by true. The script has code that adds fs and process if the page lacks them,
 * but no program of TinyGo uses these. It also has code that reports other missing
 * variables, but every browser that runs the widget has them. So the minifier can remove
 * all of that code, which is 0.5 KB after Brotli compression.
 */
const present = Object.fromEntries(
	["fs", "process", "crypto", "performance", "TextEncoder", "TextDecoder"].map((name) => [
		`globalThis.${name}`,
		"true",
	]),
);

/**
 * Makes a JavaScript module of the Go compiler's script wasm_exec.js. The module exports
 * a function that runs the script. The script sets global variables, such as Go and fs.
 * After that, web/program.js gives the page its old global variables again. But standard
 * Go's script still needs the fs that it has set. So the module keeps a copy of that fs,
 * and the script uses the copy.
 */
function wasmExec() {
	const compiler = fs.readFileSync(path.join(widget, "compiler"), "utf8").trim();
	if (compiler === "tinygo")
		return minified(`export default () => { ${runtime(widget)} };`, { define: present });
	const module = `export default () => { ${runtime(widget)}\nconst keptFS = globalThis.fs; };`;
	return minified(module, { define: { fs: "keptFS" } });
}

/**
 * Writes the studio (the editors' page) and the files that its Web Worker loads. The
 * studio's preview uses the program and the style of <quote-timeline>.
 *
 * @param {{program: string, style: string}} element names of the two files of <quote-timeline>
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
 * Returns the snippet of a transcript: the HTML that newsrooms paste into a page to embed
 * it. Here its addresses are relative to the site's root.
 *
 * @param {string} id of a transcript
 */
function snippet(id) {
	const content = path.join("dist", "content", `${id}.json`);
	const args = ["run", "./worker/cmd/quoteline", "snippet", content];
	return execFileSync("go", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/**
 * Writes one file for each language of the interface except English, with all texts in
 * that language. (The WebAssembly program contains the English texts.) Returns an object
 * whose keys are language tags and whose values are the names of these files.
 */
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
	const old = writeHashed("old.css", oldColours(shadowStyle("css/tokens.css")));
	const after = writeHashed("after.js", script("after.js", { __OLD__: path.basename(old) }));
	write("quote-timeline.css", css);
	write(
		"quote-timeline.js",
		script("quote-timeline.js", {
			__STYLE__: style,
			__AFTER__: after,
			__PROGRAM__: program,
			__WIDGET__: wasm,
		}),
	);
	write("page.css", bundle(path.join(web, "css/page.css")));
	for (const name of ["classic.js", "embed.js", "host.js"]) write(name, bundle(path.join(web, name)));
	write("embed.css", bundle(path.join(web, "css/embed.css")));
	return { program, style };
}

/**
 * Writes the HTML pages, style sheets and scripts of a folder to an address of the site.
 * A page may contain a comment such as "<!-- quote-timeline ID -->". This comment is
 * replaced by the HTML that embeds the transcript with that id.
 *
 * @param {string} folder
 * @param {string} address
 */
function writePages(folder, address) {
	/** @type {Map<string, string>} */
	const snippets = new Map();
	/**
	 * Returns the HTML that replaces an HTML comment such as "<!-- quote-timeline ID -->".
	 * It embeds the transcript with that id.
	 *
	 * @type {(comment: string, id: string) => string}
	 */
	const embed = (_, id) => {
		const made = snippets.get(id) ?? snippet(id);
		snippets.set(id, made);
		return made;
	};
	for (const name of fs.readdirSync(path.join(web, folder), { recursive: true, encoding: "utf8" })) {
		const file = path.join(web, folder, name);
		// The demo page article.html becomes the front page of the site.
		const served = name === "article.html" ? "index.html" : `${address}/${name}`;
		if (name.endsWith(".html")) {
			const page = fs.readFileSync(file, "utf8");
			write(served, page.replace(/<!-- quote-timeline ([a-z0-9-]+) -->/g, embed));
		} else if (/\.(css|js)$/.test(name) && !name.startsWith("parts/")) {
			write(served, bundle(file));
		}
	}
}

/**
 * Copies two files that describe the element <quote-timeline> to code editors and to
 * catalogues of components: custom-elements.json, and its TypeScript types.
 */
function writeContract() {
	for (const name of ["custom-elements.json", "quote-timeline.d.ts"]) {
		write(name, fs.readFileSync(path.join(web, name)));
	}
}

/**
 * Copies the fonts and their licence. With the fonts, the Worker (the server) draws
 * cards, which are pictures of quotes.
 */
function writeFonts() {
	for (const name of fs.readdirSync(path.join(web, "fonts"))) {
		if (/\.(ttf|txt)$/.test(name)) write(`fonts/${name}`, fs.readFileSync(path.join(web, "fonts", name)));
	}
}

/**
 * Removes all files in the output directory that this build did not write. The directory
 * itself stays, because a server may be watching it.
 */
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
// The icon of the site. Some programs request /favicon.ico although the pages contain the
// icon.
write("favicon.ico", fs.readFileSync(path.join(web, "favicon.ico")));
writePages("demo", "demo");
writePages("embedding", "demo/embed");
writeContract();
writeFonts();
write("releases.json", JSON.stringify(release));
write("_headers", fs.readFileSync(path.join(web, "_headers")));
removeOthers();
