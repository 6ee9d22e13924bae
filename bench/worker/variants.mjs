// Builds the implementations to compare (variants). Each variant is a folder of
// JavaScript and WebAssembly modules for workerd, Cloudflare's runtime.
import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = fileURLToPath(new URL("variants", import.meta.url));
const honoVersion = "4.13.19";

/**
 * Builds the variants that are measured with an answer that needs no I/O. Each variant
 * gets a folder inside dir.
 *
 * @param {string} dir an empty folder
 * @param {import("../base.mjs").Base} [base] an older revision, which becomes the last variant
 * @returns {Promise<{name: string, dir: string, modules: string[]}[]>}
 */
export async function makeVariants(dir, base) {
	const make = maker(dir);
	return [
		await make("quoteline", ours),
		await make("plain JavaScript", plain),
		await make("Hono", hono),
		await make("stock shim", stock),
		...(base ? [await make(`quoteline @${base.name}`, builtIn(base.root))] : []),
	];
}

/**
 * Builds the variants that read a transcript from D1, the database. The arguments and
 * the result are those of makeVariants.
 */
export async function makeVariantsWithD1(dir, base) {
	const make = maker(dir);
	return [
		await make("quoteline, D1", ours),
		await make("plain JavaScript, D1", (to) => copyFile(join(sources, "d1.mjs"), join(to, "worker.mjs"))),
		await make("stock shim, D1", stock),
		...(base ? [await make(`quoteline @${base.name}, D1`, builtIn(base.root))] : []),
	];
}

/**
 * Returns a function that makes one variant: it creates the folder, calls the function
 * fill to add the files, and lists the modules.
 */
function maker(dir) {
	return async (name, fill) => {
		const folder = join(dir, name);
		await mkdir(folder);
		await fill(folder);
		return { name, dir: folder, modules: await modulesOf(folder) };
	};
}

/**
 * The file names of the JavaScript, WebAssembly and JSON modules in a folder. The main
 * module, worker.mjs, comes first.
 */
export async function modulesOf(folder) {
	const modules = (await readdir(folder)).filter((file) => /\.(m?js|wasm|json)$/.test(file));
	return modules.sort((a, b) => (b === "worker.mjs") - (a === "worker.mjs"));
}

/** Returns a function that copies a project's built Worker (dist/worker). The argument is the project's folder. */
const builtIn = (folder) => (to) => cp(join(folder, "dist/worker"), to, { recursive: true });
const ours = builtIn(root);

const content = (to) =>
	copyFile(join(root, "dist/content/altman-murati-2023.json"), join(to, "content.json"));

async function plain(to) {
	await content(to);
	await copyFile(join(sources, "plain.mjs"), join(to, "worker.mjs"));
}

async function hono(to) {
	const packages = join(to, "packages");
	await mkdir(packages);
	await exec("npm", ["install", "--no-audit", "--no-fund", "--prefix", packages, `hono@${honoVersion}`]);
	await build({
		entryPoints: [join(sources, "hono.mjs")],
		outfile: join(to, "worker.mjs"),
		bundle: true,
		minify: true,
		format: "esm",
		external: ["./content.json"],
		nodePaths: [join(packages, "node_modules")],
		logLevel: "error",
	});
	await content(to);
}

/**
 * Builds this project's own handlers with the standard shim (JavaScript glue) of
 * github.com/syumai/workers, as the project template of that shim does. This build also
 * strips debug information (-s -w), which would only make the variant larger.
 */
async function stock(to) {
	const generator = "github.com/syumai/workers/cmd/workers-assets-gen";
	await exec("go", ["run", generator, "-mode=go", "-o", to], { cwd: root });
	await exec("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", join(to, "app.wasm"), "./worker"], {
		cwd: root,
		env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
	});
}
