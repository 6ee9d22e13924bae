// An older revision, built next to this one, so that a run measures both. BASE names
// it, as in "BASE=v1.2 make bench-widget".
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @typedef {{name: string, root: string}} Base the revision's short name, and the folder that holds it */

/**
 * Takes a revision out of the repository, and builds it.
 *
 * @param {string | undefined} revision
 * @param {string[]} [targets] of its Makefile
 * @returns {Base | undefined} nothing if no revision is named
 */
export function makeBase(revision, targets = []) {
	if (!revision) return;
	const name = nameOf(revision);
	const base = { name, root: join(root, "dist/base", name) };
	if (!existsSync(base.root)) takeOut(base);
	// Its own packages would be these, but for make they are older than its package.json.
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

/** Puts the revision's files into a folder, with the packages and tools of this one. */
function takeOut(base) {
	const making = `${base.root}.tmp`;
	rmSync(making, { recursive: true, force: true });
	mkdirSync(making, { recursive: true });
	run("git", ["archive", "--output", join(making, "base.tar"), base.name], root);
	run("tar", ["-xf", "base.tar"], making);
	rmSync(join(making, "base.tar"));
	for (const name of ["node_modules", ".tools"]) symlinkSync(join(root, name), join(making, name));
	renameSync(making, base.root); // an interrupted run leaves nothing that looks complete
}

/** Runs a program without what a make that called this one has set. */
function run(program, args, cwd) {
	const { MAKEFLAGS, MAKELEVEL, MFLAGS, ...env } = process.env;
	execFileSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}
