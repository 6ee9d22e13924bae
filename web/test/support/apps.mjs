// Small pages that are built with real frameworks from npm. Their programs are in web/test/apps.
import fs from "node:fs";
import path from "node:path";
import esbuild from "esbuild";
import { compile } from "svelte/compiler";

const root = path.join(import.meta.dirname, "../../..");

/** The folder of the programs. */
export const programs = path.join(root, "web/test/apps");

const { devDependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));

/** Returns the version of a package, as in "19.3.1". */
export const version = (name) => devDependencies[name];

/** Returns the major version of a package, as in "19". */
export const major = (name) => version(name).split(".")[0];

/** Compiles components of Svelte. */
const svelte = {
	name: "svelte",
	setup: (build) =>
		build.onLoad({ filter: /\.svelte$/ }, ({ path: filename }) => {
			const source = fs.readFileSync(filename, "utf8");
			return { contents: compile(source, { filename, generate: "client" }).js.code };
		}),
};

/**
 * Bundles a program with the packages that it imports, and returns the script.
 *
 * @param {string} file its path in the folder web/test/apps, or its absolute path
 * @param {import("esbuild").BuildOptions} [options]
 */
export async function bundled(file, options = {}) {
	const { outputFiles } = await esbuild.build({
		entryPoints: [path.resolve(programs, file)],
		bundle: true,
		write: false,
		format: "esm",
		jsx: "automatic",
		jsxImportSource: file.includes("preact") ? "preact" : "react",
		// The development builds of frameworks print more errors, for example if the
		// server's nodes are not those that hydration expects.
		define: {
			"process.env.NODE_ENV": '"development"',
			__VUE_OPTIONS_API__: "true",
			__VUE_PROD_DEVTOOLS__: "false",
			__VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
		},
		plugins: [svelte],
		logLevel: "warning",
		...options,
	});
	return outputFiles[0].text;
}

/**
 * Makes a small app for a test. The result has two fields of a Visit (how a test opens a
 * page, see browser.mjs): path is the path of the first page, and answers is a function
 * that answers the pages' requests. The third field, asked, has the number of requests for
 * each page.
 *
 * @param {string} origin of the Worker, which serves the element's script
 * @param {Record<string, string>} pages the body of each page, by path
 * @param {string} script that all pages load
 * @param {(url: string) => object | undefined} [files] answers requests for other files
 */
export function app(origin, pages, script, files = () => undefined) {
	const asked = Object.fromEntries(Object.keys(pages).map((path) => [path, 0]));
	const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An app</title>
<link rel="icon" href="data:,"><script type="module" src="/app.js"></script></head><body>${body}</body></html>`;
	const answers = (url) => {
		const { pathname, origin: from } = new URL(url);
		if (from !== origin) return;
		if (pathname === "/app.js") return { contentType: "text/javascript", body: script };
		if (!(pathname in pages)) return files(url);
		asked[pathname]++;
		return { contentType: "text/html; charset=utf-8", body: page(pages[pathname]) };
	};
	return { path: Object.keys(pages)[0], answers, asked };
}
