// What there is to run, as jobs: everything for "make test", or what takes long for
// "make test-long".
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { basename } from "node:path";
import { checks, goTest, nodeTest, single } from "./programs.mjs";

/** @typedef {import("./lanes.mjs").Job} Job */

/**
 * Files that "make test" runs with every build of the widget: what one compiler may do
 * differently. The others depend on the element's script and style, which are the same
 * with each build; "make test-long" runs them with the other builds.
 */
const everyBuild = ["corpus", "failure", "leaks", "search", "start"];

/** Files whose tests depend on time, so that nothing may run beside them. */
const alone = ["ingest", "shim", "soak.long"];

/** Seconds that the longer files take, about; the others take ten or twenty. */
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

/** A job that runs one file. */
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
 * The jobs of "make test".
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
 * The jobs of "make test-long": the long files, and the other builds of the widget.
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

/** A job that runs one file in Chromium, with the builds of the widget. */
function browserJob(file, widgets, services) {
	const [, , folder] = file.split("/");
	const suite = `${folder[0].toUpperCase()}${folder.slice(1)}, in Chromium`;
	const environment = (lane) => services.browsing(widgets, lane);
	return fileJob(suite, file, environment, `${title(file)} (${widgets.join(", ")})`);
}

/** A job for each engine that runs all files there: an engine takes long to start. */
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

/** Go's tests, natively and as the browser and the Worker run the code. */
function goJobs() {
	const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
	const inNode = ["-exec", `${goroot}/lib/wasm/go_js_wasm_exec`];
	// A pattern such as ./... passes over directories whose name begins with a dot.
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
