// Go packages of other people. The program in web/test/consumers/gopackages runs them. Its
// go.mod has their versions.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../consumers/gopackages");

/**
 * Returns the version of a Go module in go.mod, as in "1.0.27". If go.mod does not list
 * the name, for example because it is the name of an npm package, returns undefined.
 */
export function goVersion(module) {
	const line = fs.readFileSync(path.join(folder, "go.mod"), "utf8").match(`${module} v(\\S+)`);
	return line?.[1];
}

/** The compiled program. */
let program;

/** Runs the program. The argument input becomes its standard input. Returns its output. */
function run(input, ...args) {
	if (!program) {
		const out = fs.mkdtempSync(path.join(os.tmpdir(), "gopackages-"));
		process.on("exit", () => fs.rmSync(out, { recursive: true, force: true }));
		program = path.join(out, "gopackages");
		execFileSync("go", ["build", "-o", program, "."], { cwd: folder, env: { ...process.env, GOFLAGS: "" } });
	}
	return execFileSync(program, args, { input, encoding: "utf8" });
}

/**
 * Returns the HTML that remains after bluemonday has removed unsafe parts. The program
 * uses bluemonday's policy for comments of users.
 */
export const bluemonday = (html) => run(html, "bluemonday");

/** The captions that go-astisub reads. */
export const astisub = (file, format) => JSON.parse(run(file, "astisub", format));

/** The content of the first item that gofeed reads from a feed. */
export const gofeed = (feed) => run(feed, "gofeed");
