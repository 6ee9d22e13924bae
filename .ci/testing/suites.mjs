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
const everyBuild = ["corpus", "failure", "leaks", "search", "start"];

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
		...goJobs(),
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
		...widgets.map(sizeJob),
	];
}

/**
 * Returns the jobs of "make test-long". These are the long test files and Go tests, and
 * also the short browser test files with the builds of the widget (the browser program) that "make test"
 * does not use.
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
 * views and players of captions. The file asks a Worker (the server), and no browser.
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
 * Returns the jobs of the Go tests. One job runs all Go tests on this machine. Others
 * compile the tests of the folder shared to WebAssembly and run them in Node.
 */
function goJobs() {
	const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
	const inNode = ["-exec", `${goroot}/lib/wasm/go_js_wasm_exec`];
	// The pattern "./..." does not match folders whose name begins with a dot. So the
	// Go packages below .ci are listed here.
	const ours = fs.globSync(".ci/*/*.go").map((file) => `./${file.slice(0, file.lastIndexOf("/"))}`);
	const go = (name, weight, args, env) => ({
		suite: "Go",
		name,
		weight,
		run: (_, print) => goTest(args, env, print),
	});
	return [
		go("native", 150, ["./...", ...new Set(ours)], {}),
		go("js/wasm", 200, [...inNode, "./shared/..."], { GOOS: "js", GOARCH: "wasm" }),
	];
}

/**
 * Returns the jobs of Go tests that take long: random histories of edits.
 */
function longGoJobs() {
	const edits = ["-run", "TestEditScriptsKeepIDs", "./shared/transcript"];
	return [{ suite: "Go", name: "edits", run: (_, print) => goTest(edits, { EDIT_SCRIPTS: "10000" }, print) }];
}

const sizeJob = (widget) => ({
	suite: "Size",
	name: widget,
	run: (_, print) => single(["node", "web/size.mjs", `dist/public-${widget}`], print),
});
