// Extracts and builds an older revision of this repository, so that a benchmark measures
// both revisions in one run. The environment variable BASE names the older one, as in
// "BASE=v1.2 make bench-widget".
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * An older revision of this repository, which is compared with the present one. name:
 * the commit's short hash. root: the folder with the revision's files.
 *
 * @typedef {{name: string, root: string}} Base
 */

/**
 * Extracts a revision of the repository into a folder, and builds it there. If an
 * earlier run has already extracted it, only builds it.
 *
 * @param {string | undefined} revision
 * @param {string[]} [targets] targets of the revision's Makefile to build; none by default
 * @returns {Base | undefined} undefined if revision is undefined or ""
 */
export function makeBase(revision, targets = []) {
	if (!revision) return;
	const name = nameOf(revision);
	const base = { name, root: join(root, "dist/base", name) };
	if (!existsSync(base.root)) takeOut(base);
	// In the older revision, node_modules is a link to the packages of this revision.
	// The program make installs the packages again if package.json has a later date
	// than the lock file of the packages. The option --old-file prevents that, whatever
	// the dates are.
	const installed = ["--old-file", "node_modules/.package-lock.json"];
	if (targets.length > 0) run("make", [...installed, `VERSION=${name}`, ...targets], base.root);
	return base;
}

function nameOf(revision) {
	try {
		const commit = ["rev-parse", "--verify", "--short", `${revision}^{commit}`];
		return execFileSync("git", commit, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
	} catch {
		throw new Error(`BASE=${revision}: the repository has no such revision`);
	}
}

/**
 * Extracts the revision's files into the folder base.root. In that folder, node_modules
 * and .tools are links to the folders of this revision.
 */
function takeOut(base) {
	const making = `${base.root}.tmp`;
	rmSync(making, { recursive: true, force: true });
	mkdirSync(making, { recursive: true });
	run("git", ["archive", "--output", join(making, "base.tar"), base.name], root);
	run("tar", ["-xf", "base.tar"], making);
	rmSync(join(making, "base.tar"));
	for (const name of ["node_modules", ".tools"]) symlinkSync(join(root, name), join(making, name));
	renameSync(making, base.root); // last, so that an interrupted run leaves no incomplete folder of this name
}

/**
 * Runs a program. Its environment lacks the variables that make sets for its children.
 * With them, a make that is started here would inherit the options of the make that
 * runs this benchmark.
 */
function run(program, args, cwd) {
	const { MAKEFLAGS, MAKELEVEL, MFLAGS, ...env } = process.env;
	execFileSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
