// Runs jobs, such as test files, in several lanes at the same time. A lane runs one job
// after the other. Longer jobs start first.

/**
 * One piece of work, such as running a test file.
 *
 * @typedef {object} Job
 * @property {string} suite the name of the group of tests to which the job belongs
 * @property {string} name
 * @property {number} [weight] about how many seconds it takes on an idle machine
 * @property {boolean} [alone] whether it runs while nothing else does, because it depends on time
 * @property {(lane: number, print: (line: string) => void) => Promise<import("./programs.mjs").Count>} run
 */

/**
 * A job that has ended: its counts of tests and the time that it took.
 *
 * @typedef {{job: Job, count: import("./programs.mjs").Count, seconds: number}} Done
 */

/**
 * Runs all jobs, even if some fail. Returns their results in the order in which they
 * ended.
 *
 * @param {Job[]} jobs
 * @param {number} lanes
 * @returns {Promise<Done[]>}
 */
export async function runAll(jobs, lanes) {
	const done = [];
	// Long jobs start first. If a long job started last, one lane would be busy with it
	// while the other lanes have nothing to run.
	const order = jobs.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
	const beside = order.filter(({ alone }) => !alone);
	const lane = async (_, number) => {
		for (let job = beside.shift(); job; job = beside.shift()) done.push(await runOne(job, number));
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	for (const job of order.filter(({ alone }) => alone)) done.push(await runOne(job, 0));
	return done;
}

/**
 * Runs one job, such as a test file. It prints the job's output only when the job has
 * ended, because other jobs run at the same time and would print between its lines.
 */
async function runOne(job, lane) {
	const start = performance.now();
	const output = [];
	const count = await job
		.run(lane, (line) => output.push(line))
		.catch((error) => {
			output.push(String(error.stack));
			return { pass: 0, fail: 1, skip: 0 };
		});
	const seconds = (performance.now() - start) / 1000;
	if (count.pass === 0 && count.fail === 0) {
		output.push("FAIL: there is no test");
		count.fail = 1;
	}
	console.log(`\n== ${job.suite}: ${job.name} (${seconds.toFixed(0)} s)\n${output.join("\n")}`);
	return { job, count, seconds };
}
