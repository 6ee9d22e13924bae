/** What the shim allows; times are in milliseconds. */
export const limits = {
	/**
	 * Instances of the program in one isolate, which has 128 MB in all. One of
	 * them is never leased, so that what needs no I/O is answered while every
	 * other one waits for the database.
	 */
	instances: 6,

	/** Memory of one instance, in bytes, after which it is replaced. */
	memory: 14 * 2 ** 20,

	/**
	 * Requests with I/O after which an instance is replaced: the bridge loses
	 * some 350 bytes with every promise that Go waits for.
	 */
	uses: 5000,

	/** Time for a request with I/O, then for the tasks that it leaves behind. */
	answer: 10_000,
	tasks: 25_000,

	/** How long a request waits for a free instance, and how many may wait. */
	patience: 2_000,
	waiting: 64,

	/** Addresses that are remembered to need I/O. */
	addresses: 2000,

	/** The body of a request, in bytes: what the handlers of the method accept. */
	body: { PUT: 1_900_000, POST: 2 * 2 ** 20 },

	/** All bodies that are held at once, in bytes, and how long one may take to come. */
	bodies: 16 * 2 ** 20,
	upload: 60_000,

	/**
	 * All bodies that are worked on at once, in bytes. To publish one takes up to seventy
	 * times as much, and to parse one twenty-five times (worker/api/ingest_limits.go): there
	 * may be one long one in an isolate, beside short ones.
	 */
	working: 2.25 * 2 ** 20,

	/**
	 * The age until which a copy in the edge cache is served. The caches of other
	 * places cannot be purged from here, and readers are promised that they see a
	 * new version within a minute.
	 */
	copy: 60_000,
};
