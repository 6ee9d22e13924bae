// Runs every group of tests (suite), even if one fails, and prints the counts of tests
// at the end. The exit status is 1 if a test failed or was skipped. It is also 1 if a
// job, such as a test file, ran no test.
//
//   node .ci/test.mjs short            what "make test" runs
//   node .ci/test.mjs long             what "make test-long" runs
//   node .ci/test.mjs short leaks zoom only jobs with one of these words in their name
import { runAll } from "./testing/lanes.mjs";
import { report } from "./testing/report.mjs";
import { Services } from "./testing/services.mjs";
import { longJobs, shortJobs } from "./testing/suites.mjs";

/**
 * The number of jobs (such as test files) that run at the same time. It is two, because a
 * browser test uses about one processor core, and small machines have two cores.
 */
const lanes = 2;

const [length = "short", ...words] = process.argv.slice(2);
const widgets = (process.env.WIDGETS ?? "tinygo go").split(" ");
const services = new Services();
const all = (length === "long" ? longJobs : shortJobs)(widgets, services);
const jobs = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
// Ctrl+C stops only the process group of this script. Each Worker (the server under
// test) has its own group, so it is stopped here.
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, () => services.stop().finally(() => process.exit(1)));
}
const start = performance.now();
const done = await runAll(jobs, lanes);
await services.stop();
process.exit(report(done, (performance.now() - start) / 1000) ? 0 : 1);
