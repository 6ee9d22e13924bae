/** @typedef {typeof limits} Limits */

/** The limits of this folder's JavaScript, which runs the Go program. Times are in milliseconds. */
export const limits = {
	/**
	 * The number of instances (running copies of the Go program) in one isolate. An
	 * isolate is a running copy of the Worker, and has 128 MB of memory. Requests with
	 * I/O may reserve all instances except one. The remaining instance answers requests
	 * without I/O, even while all others wait for the database. There are three kinds of
	 * requests with I/O: reads, imports and writes. Each kind always gets an instance.
	 */
	instances: 4,

	/**
	 * The largest memory of an instance (a running copy of the Go program), in bytes. An
	 * instance with more memory is replaced by a new one.
	 */
	memory: 14 * 2 ** 20,

	/**
	 * The number of requests with I/O after which an instance (a running copy of the Go
	 * program) is replaced. The Go package syumai/workers leaks some 350 bytes of memory
	 * with every promise that Go waits for.
	 */
	uses: 5000,

	/**
	 * answer is the time limit of a request with I/O. tasks is the time limit of the
	 * tasks that continue after its answer.
	 */
	answer: 10_000,
	tasks: 25_000,

	/**
	 * A request with I/O needs an instance (a running copy of the Go program). patience
	 * is how long it waits for one, and waiting is how many requests of a kind may wait at
	 * the same time.
	 */
	patience: 2_000,
	waiting: 8,

	/**
	 * The limits of waiting for readers, in milliseconds. pause: long work pauses now
	 * and then until all readers have their answers, but each pause ends after this
	 * time. If other long work runs in between, a pause may last up to four times as
	 * long. The longest work pauses some 500 times. When half of the time limit answer
	 * (above) is over, the work no longer waits for readers, so that it ends in time.
	 * begin: before a write or an import begins, it waits for readers, but not longer than
	 * this.
	 * rest: while readers wait, a write begins only some time after the last write, and
	 * an import only some time after the last import. This time is as long as the last
	 * write or import took, but not longer than this limit.
	 */
	pause: 10,
	begin: 100,
	rest: 100,

	/**
	 * The limits of searches in all transcripts, for one isolate. searches: the database
	 * runs this many of them at the same time. waitingSearches: this many more may wait
	 * until it is their turn. A search that the edge cache answers does not count.
	 */
	searches: 1,
	waitingSearches: 4,

	/** The number of addresses for which the database queries are remembered. */
	addresses: 2000,

	/**
	 * The longest body of a request in bytes, by method. The Go handlers have the same
	 * limits.
	 *
	 * @type {Record<string, number>}
	 */
	body: { PUT: 1_900_000, POST: 2 * 2 ** 20 },

	/**
	 * bodies is the largest total size of all request bodies in memory, in bytes. upload
	 * is the time within which one body has to arrive.
	 */
	bodies: 16 * 2 ** 20,
	upload: 60_000,

	/**
	 * The largest total size of all request bodies that Go handles at the same time, in
	 * bytes. To publish a body, Go needs up to seventy times its size in memory. To
	 * import one, it needs up to twenty-five times (worker/api/ingest_limits.go). So an
	 * isolate (a running copy of the Worker) may handle one long body and a few short
	 * ones.
	 */
	working: 2.25 * 2 ** 20,

	/**
	 * How long a copy in the edge cache is served. A write can drop only the copies in
	 * its own data centre. So readers elsewhere may see the old version until their copy
	 * is a minute old.
	 */
	copy: 60_000,
};
