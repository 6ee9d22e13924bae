// Prints the size of every file that the server sends, as a reader's browser receives it
// (compressed).
//
//   node web/size.mjs PUBLIC
//
// The exit status is 1 if a file or a sum of files is larger than its limit. Limits are in
// KiB of 1,024 bytes. The limit for the sum of all files holds only if TinyGo has compiled
// the widget.
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** @typedef {{raw: number, gzip: number, brotli: number}} Sizes of a file, in bytes, as it is and compressed */
/** @typedef {Sizes & {name: string}} File a file, or a sum of files */

const limits = { first: 6, all: 100, host: 1 };

/**
 * Compresses data with Brotli at the highest quality. A CDN stores its files this way.
 *
 * @param {Uint8Array} data
 */
const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/**
 * Returns the sizes of all files below a directory except _headers.
 *
 * @param {string} dir
 */
function measure(dir) {
	return fs
		.readdirSync(dir, { recursive: true, encoding: "utf8" })
		.filter((name) => fs.statSync(path.join(dir, name)).isFile() && name !== "_headers")
		.sort()
		.map((name) => {
			const data = fs.readFileSync(path.join(dir, name));
			return {
				name,
				raw: data.length,
				gzip: gzipSync(data, { level: 9 }).length,
				brotli: brotli(data).length,
			};
		});
}

/**
 * Adds up the sizes of all files whose names match the pattern. Returns the sums in the form
 * of a file with the given name.
 *
 * @param {string} name
 * @param {File[]} files
 * @param {RegExp} pattern
 * @returns {File}
 */
function total(name, files, pattern) {
	const sum = { name, raw: 0, gzip: 0, brotli: 0 };
	for (const file of files.filter((file) => pattern.test(file.name))) {
		for (const key of /** @type {const} */ (["raw", "gzip", "brotli"])) sum[key] += file[key];
	}
	return sum;
}

/** @param {number} n */
const number = (n) => n.toLocaleString("en").padStart(12);
/** @param {File} file */
const print = ({ name, raw, gzip, brotli }) =>
	console.log(name.padEnd(40) + number(raw) + number(gzip) + number(brotli));

/**
 * Prints whether a file, or a sum of files, is within its limit. Returns true if it is.
 *
 * @param {File} file
 * @param {number} limit in KiB
 */
function verdict({ name, brotli }, limit) {
	const within = brotli <= limit * 1024;
	console.log(
		`${name}: ${(brotli / 1024).toFixed(1)} KiB brotli, limit ${limit} KiB${within ? "" : ": OVER"}`,
	);
	return within;
}

const dir = process.argv[2];
const files = measure(dir);
const first = total("before the first quote", files, /^quote-timeline\.(js|css)$/);
const host = total("in pages around frames", files, /^host\.js$/);
const all = total(
	"in all",
	files,
	/^quote-timeline\.(js|css)$|^assets\/(after|live|program|wasm_exec|widget)\./,
);

console.log(dir.padEnd(40) + ["raw", "gzip -9", "brotli 11"].map((s) => s.padStart(12)).join(""));
files.forEach(print);
console.log();
[first, all].forEach(print);
console.log();

// The imports of the WebAssembly program show which compiler has made it. A program from
// TinyGo imports functions of WASI, and one from standard Go does not.
const wasm = files.find(({ name }) => /^assets\/widget\..*\.wasm$/.test(name));
if (!wasm) throw new Error(`${dir} has no widget`);
const imports = WebAssembly.Module.imports(
	new WebAssembly.Module(fs.readFileSync(path.join(dir, wasm.name))),
);
const tinygo = imports.some(({ module }) => module === "wasi_snapshot_preview1");
const within = [verdict(first, limits.first), verdict(host, limits.host)];
if (tinygo) within.push(verdict(all, limits.all));
else console.log("The widget is built with standard Go, for which there is no limit in all.");
process.exitCode = within.every(Boolean) ? 0 : 1;
