// The options of a run of the widget benchmark. These environment variables make a run
// shorter:
//
//   N=33,1000 REPEATS=1 MODES=fast ONLY=quoteline,list.js WIDGET=go make bench-widget
//
// BASE names an older revision to measure in the same run. QUICK=1 omits the peers (the
// other libraries). A run with both takes eight minutes:
//
//   BASE=02679d8 QUICK=1 make bench-widget

const list = (text) => text.split(",").map((word) => word.trim());

/**
 * Speeds of the simulated computer and network. cpu: the factor by which Chromium slows
 * the processor. download and upload: in bytes a second. latency: in milliseconds.
 */
export const modes = {
	fast: { cpu: 1 },
	slow: { cpu: 4, network: { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 } },
};

/** A page that is not ready after this many milliseconds is reported as "did not finish". */
export const patience = 45_000;

/**
 * The options that QUICK=1 sets: only Quoteline's own pages, each visited three times
 * for every transcript length.
 */
const quick = { only: ["quoteline", "quoteline (own page)"], repeats: 3 };

/**
 * Reads the options of the benchmark from environment variables. Throws an Error if one
 * is not valid.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {{sizes: number[], repeats: number | undefined, modes: string[], only: string[], widget: string, base: string | undefined}}
 *   sizes: in turns; only: the names of the pages to measure, [] for all
 */
export function readOptions(env) {
	const options = {
		sizes: list(env.N ?? "33,1000,10000").map(Number),
		repeats: env.REPEATS ? Number(env.REPEATS) : env.QUICK && quick.repeats,
		modes: list(env.MODES ?? Object.keys(modes).join()),
		only: env.ONLY ? list(env.ONLY) : env.QUICK ? quick.only : [],
		base: env.BASE,
		widget: env.WIDGET ?? "tinygo",
	};
	if (!options.sizes.every((n) => Number.isInteger(n) && n > 0))
		throw new Error(`N=${env.N}: numbers of turns`);
	if (!options.modes.every((mode) => mode in modes))
		throw new Error(`MODES=${env.MODES}: fast, slow or both`);
	return options;
}

/**
 * How often each page is visited for a transcript of this size (in turns). By default
 * long transcripts are visited less often, because they take most of the time.
 */
export const repeatsOf = (size, { repeats }) => repeats ?? (size > 5_000 ? 1 : size > 500 ? 2 : 3);
