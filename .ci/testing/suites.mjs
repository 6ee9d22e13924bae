// Lists the jobs (such as test files) of "make test". Also lists the jobs that take
// long, which only "make test-long" runs.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { basename } from "node:path";
import { checks, goTest, nodeTest, single } from "./programs.mjs";

/** @typedef {import("./lanes.mjs").Job} Job */

/**
 * Test files that "make test" runs with every build of the widget (the browser program).
 * The widget is built with two compilers, and these files test behaviour that may differ
 * between them. The other files test scripts and styles, which are the same in all
 * builds. "make test" runs them with one build, and "make test-long" with the others.
 */
const everyBuild = ["failure", "search"];

/**
 * Files whose tests measure time. No other job may run at the same time, because it would
 * slow them down.
 */
const alone = ["attack.long", "ingest", "limits", "shim", "soak.long"];

/**
 * The approximate duration of the longer test files, in seconds. Files that are not
 * listed take ten to twenty seconds. Files with a larger number start earlier.
 */
const weights = {
	leaks: 100,
	editing: 80,
	accessibility: 60,
	"kills.long": 60,
	memory: 50,
	publish: 50,
	states: 50,
	zoom: 50,
	corpus: 40,
	failure: 40,
	proof: 40,
	publishing: 40,
	start: 40,
	backup: 30,
};

const testFiles = (dir) => fs.globSync(`${dir}/**/*.test.mjs`).sort();
const isLong = (file) => file.endsWith(".long.test.mjs");
const title = (file) => basename(file, ".test.mjs");

/** Returns a job that runs one test file. */
function fileJob(suite, file, environment, name = title(file)) {
	return {
		suite,
		name,
		weight: weights[title(file)],
		alone: alone.includes(title(file)),
		run: async (lane, print) => nodeTest([file], await environment(lane), print),
	};
}

/**
 * Returns the jobs (such as test files) of "make test".
 *
 * @param {string[]} widgets names of builds, such as "tinygo"; the first is the build that readers get
 * @param {import("./services.mjs").Services} services
 * @returns {Job[]}
 */
export function shortJobs(widgets, services) {
	const short = (dir) => testFiles(dir).filter((file) => !isLong(file));
	return [
		goJob("native", 150, ["./...", ...goInHiddenFolders()]),
		{ suite: "Checks", name: "make check", weight: 120, run: (_, print) => checks(print) },
		...short("worker/test").map((file) => workerJob(file, services)),
		...short("web/test/widget").map((file) =>
			browserJob(file, everyBuild.includes(title(file)) ? widgets : [widgets[0]], services),
		),
		...[...short("web/test/studio"), ...short("web/test/embedding")].map((file) =>
			browserJob(file, [widgets[0]], services),
		),
		...short("web/test/consumers").map((file) => consumerJob(file, widgets[0], services)),
		...engineJobs(widgets[0], services),
		sizeJob(widgets[0]),
	];
}

/**
 * Returns the jobs of "make test-long":
 *
 * - the long test files, and the Go tests that take long;
 * - the Go tests of the folder shared, which run as WebAssembly here;
 * - what "make test" does with only one build of the widget (the browser program): most
 *   browser test files, and the size check. Here they run with the other builds.
 *
 * @param {string[]} widgets names of builds, such as "tinygo"; the first is the build that readers get
 * @param {import("./services.mjs").Services} services
 * @returns {Job[]}
 */
export function longJobs(widgets, services) {
	const [, ...others] = widgets;
	const other = (file) => browserJob(file, others, services);
	return [
		...longGoJobs(),
		...testFiles("worker/test")
			.filter(isLong)
			.map((file) => workerJob(file, services)),
		...testFiles("web/test/widget")
			.filter(isLong)
			.map((file) => browserJob(file, widgets, services)),
		...testFiles("web/test/widget")
			.filter((file) => others.length > 0 && !isLong(file) && !everyBuild.includes(title(file)))
			.map(other),
		...others.map(sizeJob),
	];
}

const workerJob = (file, services) => fileJob("Worker, in workerd", file, () => services.database());

/**
 * Returns a job that runs one test file in Chromium. The file tests the given builds of
 * the widget (the browser program).
 */
function browserJob(file, widgets, services) {
	const [, , folder] = file.split("/");
	const suite = `${folder[0].toUpperCase()}${folder.slice(1)}, in Chromium`;
	const environment = (lane) => services.browsing(widgets, lane);
	return fileJob(suite, file, environment, `${title(file)} (${widgets.join(", ")})`);
}

/**
 * Returns a job that runs one test file about programs of other people, such as reader
 * views and players of captions. The file sends requests to a Worker (the server) and
 * uses no browser.
 */
function consumerJob(file, widget, services) {
	return fileJob("Other people's programs", file, () => services.serving([widget]));
}

/**
 * Returns one job for each browser engine, which runs all files in the folder
 * web/test/engines. The files share one job, because an engine takes long to start.
 */
function engineJobs(widget, services) {
	const files = testFiles("web/test/engines");
	return ["Chromium", "Firefox", "WebKitGTK"].map((engine) => ({
		suite: "Embedding, in engines",
		name: engine,
		weight: 300,
		run: async (_, print) => {
			const environment = { ...(await services.serving([widget])), ENGINES: engine };
			return nodeTest(files, environment, print);
		},
	}));
}

/**
 * Returns a job that runs Go tests.
 *
 * @param {string} name
 * @param {number} weight about how many seconds it takes on an idle machine
 * @param {string[]} args of "go test": packages and options
 * @param {Record<string, string>} [env] variables that "go test" gets in addition
 * @returns {Job}
 */
function goJob(name, weight, args, env = {}) {
	return { suite: "Go", name, weight, run: (_, print) => goTest(args, env, print) };
}

/**
 * Returns the Go packages below .ci. The pattern "./..." does not match them, because
 * the name of their folder begins with a dot.
 */
function goInHiddenFolders() {
	const folders = fs.globSync(".ci/*/*.go").map((file) => `./${file.slice(0, file.lastIndexOf("/"))}`);
	return [...new Set(folders)];
}

/**
 * Returns the jobs of the Go tests that take long. One makes many random histories of
 * edits. The other compiles the tests of the folder shared to WebAssembly and runs them
 * in Node. "make test" runs the same tests compiled for this machine, which is faster.
 */
function longGoJobs() {
	const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
	const inNode = ["-exec", `${goroot}/lib/wasm/go_js_wasm_exec`];
	const edits = ["-run", "TestEditScriptsKeepIDs", "./shared/transcript"];
	return [
		goJob("js/wasm", 200, [...inNode, "./shared/..."], { GOOS: "js", GOARCH: "wasm" }),
		goJob("edits", 60, edits, { EDIT_SCRIPTS: "10000" }),
	];
}

const sizeJob = (widget) => ({
	suite: "Size",
	name: widget,
	run: (_, print) => single(["node", "web/size.mjs", `dist/public-${widget}`], print),
});
