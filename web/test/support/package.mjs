// The npm package of the element, as an app installs it: from the tarball that "npm pack"
// makes, without a network.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after } from "node:test";

const root = path.join(import.meta.dirname, "../../..");

/** The folders of the apps. */
const folders = [];
after(() => {
	for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

/** Runs a program in a folder, and returns what it prints. */
const run = (folder, program, ...args) => execFileSync(program, args, { cwd: folder, encoding: "utf8" });

/**
 * Makes the folder of an app in which the package is installed. It is below dist, so that
 * the app also finds the frameworks in the project's node_modules. It is removed after the
 * last test of the process.
 *
 * @param {string} widget the build of the widget, such as "tinygo"
 * @returns {{folder: string, files: string[]}} files: the names of the files in the tarball
 */
export function installed(widget) {
	const folder = fs.mkdtempSync(path.join(root, "dist/app-"));
	folders.push(folder);
	run(root, "node", "web/package.mjs", `dist/public-${widget}`, path.join(folder, "package"));
	const [{ filename, files }] = JSON.parse(run(folder, "npm", "pack", "--json", "./package"));
	const app = { private: true, type: "module", dependencies: { quoteline: `file:${filename}` } };
	fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(app));
	run(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error");
	return { folder, files: files.map((file) => file.path) };
}

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/**
 * Returns a function that answers requests for the files of an installed package, as an app's
 * own server would.
 *
 * @param {string} folder of the app
 * @param {string} base the address of the package's folder
 * @returns {(url: string) => object | undefined}
 */
export function serving(folder, base) {
	return (url) => {
		if (!url.startsWith(base)) return;
		const file = path.join(folder, "node_modules/quoteline", url.slice(base.length).replace(/[?#].*/, ""));
		const contentType = types[path.extname(file)] ?? "text/plain; charset=utf-8";
		return { contentType, body: fs.readFileSync(file) };
	};
}
