// Prints the report at the end of a test run. It has the slowest test files, and for
// each suite (a group of tests) the duration and the counts of tests.

const total = (list, key) => list.reduce((sum, one) => sum + one[key], 0);
const seconds = (n) => `${n.toFixed(0)} s`.padStart(7);

/**
 * Prints the report on all jobs (such as test files) that have ended.
 *
 * @param {import("./lanes.mjs").Done[]} done
 * @param {number} elapsed how many seconds the whole run took
 * @returns {boolean} whether every suite has passed
 */
export function report(done, elapsed) {
	console.log("\n== Slowest");
	const slowest = done.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
	for (const one of slowest) console.log(`${seconds(one.seconds)}  ${one.job.suite}: ${one.job.name}`);

	console.log("\n== All suites");
	for (const [suite, parts] of Object.entries(Object.groupBy(done, ({ job }) => job.suite))) {
		const { pass, fail, skip } = counted(parts);
		const figures = `${pass} passed, ${fail} failed, ${skip} skipped`;
		console.log(`${suite.padEnd(24)}${figures.padEnd(36)}${seconds(total(parts, "seconds"))}`);
	}

	const { pass, fail, skip } = counted(done);
	const good = pass > 0 && fail === 0 && skip === 0;
	for (const { job, count } of done)
		if (count.fail + count.skip > 0) console.log(`\nsee above: ${job.suite}: ${job.name}`);
	console.log(`\n${seconds(elapsed).trim()} in all`);
	console.log(`${good ? "PASS" : "FAIL"}: ${pass} passed, ${fail} failed, ${skip} skipped`);
	return good;
}

/** Adds up how many tests of several jobs passed, failed and were skipped. */
function counted(done) {
	const counts = done.map(({ count }) => count);
	return { pass: total(counts, "pass"), fail: total(counts, "fail"), skip: total(counts, "skip") };
}
