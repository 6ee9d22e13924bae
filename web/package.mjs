// Makes the npm package of the <quote-timeline> element: its scripts, its WebAssembly program,
// its types, and its description for code editors. The package has no dependencies.
//
//   node web/package.mjs PUBLIC OUT
//
// PUBLIC is the directory of served files, which web/build.mjs has written. OUT becomes the
// directory of the package. "npm pack OUT" makes a tarball of it.
import fs from "node:fs";
import path from "node:path";

const web = import.meta.dirname;
const root = path.dirname(web);
const [served, out] = process.argv.slice(2).map((dir) => path.resolve(dir));

/**
 * Reads a JSON file.
 *
 * @param {string} file
 */
const json = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/**
 * Writes an object to a JSON file of the package.
 *
 * @param {string} name
 * @param {object} content
 */
const writeJSON = (name, content) =>
	fs.writeFileSync(path.join(out, name), `${JSON.stringify(content, null, 2)}\n`);

/** Returns the content of package.json. */
function manifest() {
	const { version, description, license } = json(path.join(root, "package.json"));
	return {
		name: "quoteline",
		version,
		description,
		license,
		type: "module",
		exports: {
			".": { types: "./index.d.ts", default: "./index.js" },
			"./quote-timeline.js": { types: "./quote-timeline.d.ts", default: "./quote-timeline.js" },
			"./custom-elements.json": "./custom-elements.json",
			"./package.json": "./package.json",
		},
		// If an app imports only types from index.js, a bundler may leave index.js out. It
		// must not leave these two scripts out, because they define the element as soon
		// as they are loaded.
		sideEffects: ["./quote-timeline.js", "./classic.js"],
		customElements: "custom-elements.json",
	};
}

/** Copies the files that a browser loads for the element, and leaves out those of the studio. */
function copyScripts() {
	for (const name of ["quote-timeline.js", "quote-timeline.d.ts", "classic.js"])
		fs.copyFileSync(path.join(served, name), path.join(out, name));
	const assets = fs.readdirSync(path.join(served, "assets")).filter((name) => !name.startsWith("studio"));
	for (const name of assets)
		fs.copyFileSync(path.join(served, "assets", name), path.join(out, "assets", name));
}

if (!served || !out) {
	console.error("usage: node web/package.mjs PUBLIC OUT");
	process.exit(2);
}
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(path.join(out, "assets"), { recursive: true });
copyScripts();
for (const name of fs.readdirSync(path.join(web, "package")))
	fs.copyFileSync(path.join(web, "package", name), path.join(out, name));
fs.copyFileSync(path.join(root, "LICENSE"), path.join(out, "LICENSE"));
writeJSON("custom-elements.json", { ...json(path.join(web, "custom-elements.json")), readme: "README.md" });
writeJSON("package.json", manifest());
