// Builds an older revision next to this one, so that a benchmark measures both in one
// run. The variable BASE names it, as in "BASE=v1.2 make bench-widget".
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * An older revision. name: the commit's short hash; root: the folder with the
 * revision's files.
 *
 * @typedef {{name: string, root: string}} Base
 */

/**
 * Extracts a revision from the repository, unless an earlier run has, and builds it.
 *
 * @param {string | undefined} revision
 * @param {string[]} [targets] of the revision's Makefile; none by default
 * @returns {Base | undefined} undefined if revision is undefined or ""
 */
export function makeBase(revision, targets = []) {
	if (!revision) return;
	const name = nameOf(revision);
	const base = { name, root: join(root, "dist/base", name) };
	if (!existsSync(base.root)) takeOut(base);
	// The older revision's node_modules is a link to the packages of this revision.
	// They are older than the extracted package.json, so make would install them again;
	// --old-file prevents that.
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
 * Extracts the revision's files into base.root. node_modules and .tools are links to
 * those of this revision.
 */
function takeOut(base) {
	const making = `${base.root}.tmp`;
	rmSync(making, { recursive: true, force: true });
	mkdirSync(making, { recursive: true });
	run("git", ["archive", "--output", join(making, "base.tar"), base.name], root);
	run("tar", ["-xf", "base.tar"], making);
	rmSync(join(making, "base.tar"));
	for (const name of ["node_modules", ".tools"]) symlinkSync(join(root, name), join(making, name));
	renameSync(making, base.root); // last, so that an interrupted run leaves no folder of this name
}

/**
 * Runs a program. The variables that make sets for its children are removed, so that
 * they do not affect a make that is started here.
 */
function run(program, args, cwd) {
	const { MAKEFLAGS, MAKELEVEL, MFLAGS, ...env } = process.env;
	execFileSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
