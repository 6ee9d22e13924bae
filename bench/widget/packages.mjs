// Installs the npm packages of the peers (the other libraries that are measured), at the
// versions in peers/package-lock.json. Bundles one script for each peer.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { scratch } from "./paths.mjs";

const sources = join(import.meta.dirname, "peers");
const packages = join(scratch, "packages");
const modules = join(packages, "node_modules");
export const bundles = join(scratch, "bundles");
export const timelinejs = join(modules, "@knight-lab/timelinejs/dist");

/**
 * Installs the packages of the lock file. Does nothing if an earlier run has installed
 * the same versions.
 */
function install() {
	mkdirSync(packages, { recursive: true });
	const same = (name) =>
		existsSync(join(packages, name)) &&
		readFileSync(join(packages, name)).equals(readFileSync(join(sources, name)));
	if (existsSync(join(modules, ".package-lock.json")) && same("package-lock.json")) return;
	for (const name of ["package.json", "package-lock.json"])
		copyFileSync(join(sources, name), join(packages, name));
	const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	execFileSync("npm", ["ci", ...quiet], { cwd: packages, stdio: "inherit" });
}

/**
 * Installs the peers' packages, and bundles each script in the folder peers/ with the
 * library that it uses.
 */
export function makePeers() {
	install();
	buildSync({
		entryPoints: globSync(`${sources}/*.{js,jsx}`),
		outdir: bundles,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		jsx: "automatic",
		define: { "process.env.NODE_ENV": '"production"' },
		nodePaths: [modules],
		legalComments: "none",
		logLevel: "error",
	});
}

/** The version of each peer (other library that is measured), by the name of its npm package. */
export function versions() {
	return JSON.parse(readFileSync(join(sources, "package.json"), "utf8")).dependencies;
}
