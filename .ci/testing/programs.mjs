// Functions that run a program with tests, print what it reports, and count its tests.
import { spawn } from "node:child_process";
import readline from "node:readline";

/**
 * How many tests passed, failed and were skipped.
 *
 * @typedef {{pass: number, fail: number, skip: number}} Count
 */
/**
 * A function that prints one line.
 *
 * @typedef {(line: string) => void} Print
 */

const nothing = () => ({ pass: 0, fail: 0, skip: 0 });

/**
 * Runs a program until it ends, and passes each line of its output to a function.
 *
 * @param {string[]} command
 * @param {Record<string, string>} env variables that it gets in addition
 * @param {Print} onLine gets each line of its standard output
 * @param {Print} onError gets each line of its standard error; if it is missing, onLine gets them
 * @returns {Promise<boolean>} whether its exit status is 0
 */
async function run([program, ...args], env, onLine, onError = onLine) {
	const child = spawn(program, args, {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	readline.createInterface({ input: child.stdout }).on("line", onLine);
	readline.createInterface({ input: child.stderr }).on("line", onError);
	const status = await new Promise((resolve) => child.on("close", resolve));
	return status === 0;
}

/**
 * Adds one failed test to the count if the program failed but reported no failed test. A
 * program that does not compile is an example.
 */
function judged(count, succeeded) {
	if (!succeeded && count.fail === 0) count.fail = 1;
	return count;
}

/**
 * Runs "go test". Prints one line for each Go package, and the output of tests that fail.
 *
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {Print} print
 * @returns {Promise<Count>}
 */
export async function goTest(args, env, print) {
	const count = nothing();
	const output = new Map();
	const write = (text) => print(text.replace(/\n$/, ""));
	const onLine = (line) => {
		const event = JSON.parse(line);
		const name = `${event.Package} ${event.Test ?? ""}`;
		if (event.Output === "PASS\n") return; // not printed: a line that starts with "ok" follows
		if (event.Action === "build-output") {
			write(event.Output);
		} else if (event.Output) {
			output.set(name, (output.get(name) ?? "") + event.Output);
		} else if (event.Action in count) {
			if (event.Test) count[event.Action]++;
			// A test has ended. The output of a passed test is dropped. The output of a
			// failed test and of a whole package is printed.
			if ((!event.Test || event.Action !== "pass") && output.has(name)) write(output.get(name));
			output.delete(name);
		}
	};
	return judged(count, await run(["go", "test", "-json", ...args], env, onLine, print));
}

/**
 * The options of node. A test fails after 600,000 ms (ten minutes). When the last test
 * has ended, node exits, even if a failed test left connections open.
 */
const limits = ["--test-timeout=600000", "--test-force-exit"];

/**
 * Runs test files with node, in one process.
 *
 * @param {string[]} files
 * @param {Record<string, string>} env
 * @param {Print} print
 * @returns {Promise<Count>}
 */
export async function nodeTest(files, env, print) {
	const count = nothing();
	const kinds = { pass: "pass", fail: "fail", cancelled: "fail", skipped: "skip", todo: "skip" };
	const onLine = (line) => {
		// Node's report ends with lines of counts, such as "ℹ pass 12". The line "ℹ
		// duration_ms 4321.5" has the same form, but its word is not a key of the
		// object kinds.
		const [, kind, n] = line.match(/^ℹ (\w+) [\d.]+$/) ? line.split(" ") : [];
		if (kind in kinds) count[kinds[kind]] += Number(n);
		if (kind === undefined && line !== "") print(line);
	};
	const options = ["--test-isolation=none", "--test-reporter=spec", ...limits];
	return judged(count, await run(["node", "--test", ...options, ...files], env, onLine, print));
}

/**
 * Runs "make check". It prints a line "ok …" or "FAIL …" for each check, and each of
 * these lines counts as a test.
 *
 * @param {Print} print
 * @returns {Promise<Count>}
 */
export async function checks(print) {
	const count = nothing();
	const onLine = (line) => {
		print(line);
		if (line.startsWith("ok ")) count.pass++;
		if (line.startsWith("FAIL ")) count.fail++;
	};
	return judged(count, await run(["make", "check"], {}, onLine, print));
}

/**
 * Runs a program that counts as one test. The test passes if the exit status is 0.
 *
 * @param {string[]} command
 * @param {Print} print
 * @returns {Promise<Count>}
 */
export async function single(command, print) {
	const succeeded = await run(command, {}, print);
	return judged({ ...nothing(), pass: succeeded ? 1 : 0 }, succeeded);
}
