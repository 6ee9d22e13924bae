/** @typedef {typeof limits} Limits */

/** The limits of the shim, the JavaScript around the Go program. Times are in milliseconds. */
export const limits = {
	/**
	 * The number of instances of the program in one isolate (a running copy of the
	 * Worker), which has 128 MB of memory. One instance is never leased, so that requests
	 * without I/O are answered even if all others wait for the database.
	 */
	instances: 6,

	/** The largest memory of an instance, in bytes. An instance with more is replaced. */
	memory: 14 * 2 ** 20,

	/**
	 * The number of requests with I/O after which an instance is replaced: the bridge,
	 * syumai/workers, leaks some 350 bytes with every promise that Go waits for.
	 */
	uses: 5000,

	/** The time limit of a request with I/O, and that of the tasks that run after its answer. */
	answer: 10_000,
	tasks: 25_000,

	/** How long a request waits for a free instance, and how many requests may wait at once. */
	patience: 2_000,
	waiting: 64,

	/** How many addresses are remembered together with the queries that they need. */
	addresses: 2000,

	/**
	 * The longest body of a request in bytes, by method. The handlers have the same
	 * limits.
	 *
	 * @type {Record<string, number>}
	 */
	body: { PUT: 1_900_000, POST: 2 * 2 ** 20 },

	/**
	 * The total size of all bodies that are held at once, in bytes, and the time in which
	 * a body has to arrive.
	 */
	bodies: 16 * 2 ** 20,
	upload: 60_000,

	/**
	 * The total size of all bodies that are handled at once, in bytes. Publishing a body
	 * takes up to seventy times its size in memory, and parsing one up to twenty-five
	 * times (worker/api/ingest_limits.go). So an isolate may handle one long body and a
	 * few short ones.
	 */
	working: 2.25 * 2 ** 20,

	/**
	 * The age until which a copy in the edge cache is served. A write cannot drop the
	 * copies in other data centres, and readers should see a new version within a minute.
	 */
	copy: 60_000,
};
