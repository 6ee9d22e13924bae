// Small pages that are built with real frameworks from npm.
import esbuild from "esbuild";

const root = new URL("../../..", import.meta.url).pathname;

/**
 * Bundles a module that may import packages of node_modules, and returns the script.
 *
 * @param {string} module its source
 */
export function bundled(module) {
	const result = esbuild.buildSync({
		stdin: { contents: module, resolveDir: root },
		bundle: true,
		write: false,
		format: "iife",
		define: { "process.env.NODE_ENV": '"production"' },
		logLevel: "warning",
	});
	return result.outputFiles[0].text;
}

/**
 * Returns two fields of a Visit (how a test opens a page, see browser.mjs): the path of the
 * first page, and a function that answers the page's requests. It counts the requests for
 * each page in asked.
 *
 * @param {string} origin of the Worker, which serves the element's script
 * @param {Record<string, string>} pages the body of each page, by path
 * @param {string} script that all pages load before the element's script
 */
export function app(origin, pages, script) {
	const asked = Object.fromEntries(Object.keys(pages).map((path) => [path, 0]));
	const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An app</title>
<link rel="icon" href="data:,"><script src="/app.js" defer></script>
<script type="module" src="/quote-timeline.js"></script></head><body>${body}</body></html>`;
	const answers = (url) => {
		const { pathname, origin: from } = new URL(url);
		if (from !== origin) return;
		if (pathname === "/app.js") return { contentType: "text/javascript", body: script };
		if (!(pathname in pages)) return;
		asked[pathname]++;
		return { contentType: "text/html; charset=utf-8", body: page(pages[pathname]) };
	};
	return { path: Object.keys(pages)[0], answers, asked };
}
