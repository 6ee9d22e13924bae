/** @typedef {typeof limits} Limits */

/** The limits of the shim. Times are in milliseconds. */
export const limits = {
	/**
	 * Instances of the program in one isolate, which has 128 MB of memory. One of them
	 * is never leased, so that requests without I/O are answered while all others wait
	 * for the database.
	 */
	instances: 6,

	/** The memory of one instance, in bytes. An instance with more is replaced. */
	memory: 14 * 2 ** 20,

	/**
	 * Requests with I/O after which an instance is replaced: the bridge leaks some 350
	 * bytes with every promise that Go waits for.
	 */
	uses: 5000,

	/** Time for a request with I/O, then for the tasks that run after its answer. */
	answer: 10_000,
	tasks: 25_000,

	/** How long a request waits for a free instance, and how many requests may wait. */
	patience: 2_000,
	waiting: 64,

	/** How many addresses are remembered to need I/O. */
	addresses: 2000,

	/**
	 * The longest body of a request by its method, in bytes. The handlers have the same
	 * limits.
	 *
	 * @type {Record<string, number>}
	 */
	body: { PUT: 1_900_000, POST: 2 * 2 ** 20 },

	/** All bodies that are held at once, in bytes, and how long one may take to arrive. */
	bodies: 16 * 2 ** 20,
	upload: 60_000,

	/**
	 * All bodies that are worked on at once, in bytes. Publishing a body takes up to
	 * seventy times its size in memory, and parsing it up to twenty-five times
	 * (worker/api/ingest_limits.go). So an isolate may work on one long body and on a few
	 * short ones.
	 */
	working: 2.25 * 2 ** 20,

	/**
	 * The age until which a copy in the edge cache is served. A write cannot purge the
	 * caches of other data centres, and readers are promised a new version within a
	 * minute.
	 */
	copy: 60_000,
};
