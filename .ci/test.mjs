// Runs every suite of tests, whatever the ones before found, and ends with a
// count. The exit status is 1 if a test failed or was skipped, or a suite had none.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import readline from "node:readline";

/** Starts a program with its standard output to be read by line. */
function start(command, args, env = {}) {
	const child = spawn(command, args, {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise((resolve) => child.on("close", resolve));
	return { lines: readline.createInterface({ input: child.stdout }), ended };
}

/** Counts the events of "go test -json"; prints a line for each package and what failed. */
async function goTest(args, env) {
	const count = { pass: 0, fail: 0, skip: 0 };
	const output = new Map();
	const { lines, ended } = start("go", ["test", "-json", ...args], env);
	for await (const line of lines) {
		const event = JSON.parse(line);
		const name = `${event.Package} ${event.Test ?? ""}`;
		if (event.Output === "PASS\n") continue; // the line that starts with "ok" says it
		if (event.Action === "build-output") {
			process.stdout.write(event.Output);
		} else if (event.Output) {
			output.set(name, (output.get(name) ?? "") + event.Output);
		} else if (event.Action in count) {
			if (event.Test) count[event.Action]++;
			if (!event.Test || event.Action !== "pass") process.stdout.write(output.get(name) ?? "");
			output.delete(name);
		}
	}
	const code = await ended;
	if (code !== 0 && count.fail === 0) count.fail++; // it did not compile
	return count;
}

/** What hangs is ended, after so many milliseconds, and what a failed test has left open waits for nobody. */
const limits = ["--test-timeout=600000", "--test-force-exit"];

/** Runs node's test runner; its report ends with its own count. */
async function nodeTest(files, options, print = console.log) {
	const count = { pass: 0, fail: 0, skip: 0 };
	if (files.length === 0) {
		print("FAIL: there is no test file"); // without names node would look for tests everywhere
		return { ...count, fail: 1 };
	}
	const names = { pass: "pass", fail: "fail", cancelled: "fail", skipped: "skip", todo: "skip" };
	const { lines, ended } = start("node", ["--test", "--test-reporter=spec", ...limits, ...options, ...files]);
	for await (const line of lines) {
		print(line);
		const [, name, n] = line.match(/^ℹ (\w+) (\d+)$/) ?? [];
		if (name in names) count[names[name]] += Number(n);
	}
	const code = await ended;
	if (code !== 0 && count.fail === 0) count.fail++;
	return count;
}

/** Each file has a process of its own, so many at a time. */
const apart = (files, atOnce) => nodeTest(files, [`--test-concurrency=${atOnce}`]);

/**
 * Every second file shares a process with what it has started, a browser and a Worker
 * for each build: to start them for each file would take a third of the time.
 */
async function inPairs(files) {
	const halves = [0, 1].map((half) => files.filter((_, i) => i % 2 === half));
	const counts = await Promise.all(
		halves.map(async (half) => {
			const report = [];
			const count = await nodeTest(half, ["--test-isolation=none"], (line) => report.push(line));
			console.log(report.join("\n"));
			return count;
		}),
	);
	const sum = (key) => counts.reduce((n, count) => n + count[key], 0);
	return { pass: sum("pass"), fail: sum("fail"), skip: sum("skip") };
}

/** Counts the lines of "make check". */
async function checks() {
	const count = { pass: 0, fail: 0, skip: 0 };
	const { lines, ended } = start("make", ["check"]);
	for await (const line of lines) {
		console.log(line);
		if (line.startsWith("ok ")) count.pass++;
		if (line.startsWith("FAIL ")) count.fail++;
	}
	const code = await ended;
	if (code !== 0 && count.fail === 0) count.fail++;
	return count;
}

/** The sizes are a promise as well. */
async function sizes(dir) {
	const { lines, ended } = start("node", ["web/size.mjs", dir]);
	for await (const line of lines) console.log(line);
	return (await ended) === 0 ? { pass: 1, fail: 0, skip: 0 } : { pass: 0, fail: 1, skip: 0 };
}

const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
const inNode = ["-exec", `${goroot}/lib/wasm/go_js_wasm_exec`];
const testFiles = (dir) => fs.globSync(`${dir}/**/*.test.mjs`).sort();

const suites = {
	Checks: checks,
	"Go, native": () => goTest(["./...", ...fs.globSync("./.ci/*/").map((dir) => `./${dir}`)]),
	"Go, js/wasm": () => goTest([...inNode, "./shared/..."], { GOOS: "js", GOARCH: "wasm" }),
	"Worker, in workerd": () => apart(testFiles("worker/test"), 1), // some measure time
	"Widget, in Chromium": () => inPairs(testFiles("web/test").filter((file) => !file.includes("/engines/"))),
	"Embedding, in engines": () => apart(testFiles("web/test/engines"), 2),
};
for (const widget of process.env.WIDGETS.split(" ")) {
	suites[`Size, ${widget}`] = () => sizes(`dist/public-${widget}`);
}

const rows = [];
let good = true;
for (const [name, run] of Object.entries(suites)) {
	console.log(`\n== ${name}`);
	const { pass, fail, skip } = await run();
	rows.push({ name, pass, fail, skip });
	good &&= pass > 0 && fail === 0 && skip === 0;
}
console.log("\n== All suites");
for (const { name, pass, fail, skip } of rows) {
	console.log(`${name.padEnd(22)}${pass} passed, ${fail} failed, ${skip} skipped`);
}
const sum = (key) => rows.reduce((n, row) => n + row[key], 0);
console.log(
	`\n${good ? "PASS" : "FAIL"}: ${sum("pass")} passed, ${sum("fail")} failed, ${sum("skip")} skipped`,
);
process.exit(good ? 0 : 1);
