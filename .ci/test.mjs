// Runs every suite of tests, whatever the ones before found, and ends with a
// count. The exit status is 1 if a test failed or was skipped, or a job has none.
//
//   node .ci/test.mjs short            what "make test" runs
//   node .ci/test.mjs long             what "make test-long" runs
//   node .ci/test.mjs short leaks zoom only jobs with one of these words in their name
import { runAll } from "./testing/lanes.mjs";
import { report } from "./testing/report.mjs";
import { Services } from "./testing/services.mjs";
import { longJobs, shortJobs } from "./testing/suites.mjs";

/** A browser's test takes about one core, so two lanes keep a small machine busy. */
const lanes = 2;

const [length = "short", ...words] = process.argv.slice(2);
const widgets = (process.env.WIDGETS ?? "tinygo go").split(" ");
const services = new Services();
const all = (length === "long" ? longJobs : shortJobs)(widgets, services);
const jobs = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
// Workers lead process groups of their own, which Ctrl+C does not reach.
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, () => services.stop().finally(() => process.exit(1)));
}
const start = performance.now();
const done = await runAll(jobs, lanes);
await services.stop();
process.exit(report(done, (performance.now() - start) / 1000) ? 0 : 1);
