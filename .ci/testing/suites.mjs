// Lists the jobs of "make test", and those that "make test-long" runs because they take
// long.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { basename } from "node:path";
import { checks, goTest, nodeTest, single } from "./programs.mjs";

/** @typedef {import("./lanes.mjs").Job} Job */

/**
 * Test files that "make test" runs with every build of the widget, because the two
 * compilers may produce different behaviour there. The other files depend on the
 * element's script and style, which are the same in all builds. "make test-long" runs
 * them with the other builds.
 */
const everyBuild = ["corpus", "failure", "leaks", "search", "start"];

/** Files whose tests depend on time, so that no other job may run at the same time. */
const alone = ["ingest", "shim", "soak.long"];

/**
 * The approximate duration of the longer files, in seconds. Files that are not listed
 * take ten to twenty seconds.
 */
const weights = {
	leaks: 100,
	editing: 80,
	accessibility: 60,
	memory: 50,
	publish: 50,
	states: 50,
	zoom: 50,
	corpus: 40,
	failure: 40,
	proof: 40,
	publishing: 40,
	start: 40,
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
 * Returns the jobs of "make test".
 *
 * @param {string[]} widgets builds, the readers' one first
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
		...engineJobs(widgets[0], services),
		...widgets.map(sizeJob),
	];
}

/**
 * Returns the jobs of "make test-long": the long files, and the short files with the
 * other builds of the widget.
 *
 * @param {string[]} widgets builds, the readers' one first
 * @param {import("./services.mjs").Services} services
 * @returns {Job[]}
 */
export function longJobs(widgets, services) {
	const [, ...others] = widgets;
	const other = (file) => browserJob(file, others, services);
	return [
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

/** Returns a job that runs one test file in Chromium with the given builds of the widget. */
function browserJob(file, widgets, services) {
	const [, , folder] = file.split("/");
	const suite = `${folder[0].toUpperCase()}${folder.slice(1)}, in Chromium`;
	const environment = (lane) => services.browsing(widgets, lane);
	return fileJob(suite, file, environment, `${title(file)} (${widgets.join(", ")})`);
}

/**
 * Returns one job for each browser engine, which runs all files of web/test/engines: an
 * engine takes long to start.
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
 * Returns the jobs of the Go tests: all of them natively, and those of shared/ as
 * WebAssembly in Node.
 */
function goJobs() {
	const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
	const inNode = ["-exec", `${goroot}/lib/wasm/go_js_wasm_exec`];
	// The pattern "./..." does not match folders whose name begins with a dot, such as
	// .ci.
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

const sizeJob = (widget) => ({
	suite: "Size",
	name: widget,
	run: (_, print) => single(["node", "web/size.mjs", `dist/public-${widget}`], print),
});
