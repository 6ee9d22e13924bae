// What a run measures. Variables make it shorter:
//
//   N=33,1000 REPEATS=1 MODES=fast ONLY=quoteline,list.js WIDGET=go make bench-widget
//
// BASE names an older revision, which is measured as well. QUICK=1 leaves out the
// peers, which takes eight minutes:
//
//   BASE=02679d8 QUICK=1 make bench-widget

const list = (text) => text.split(",").map((word) => word.trim());

/** Throttling as Chromium's protocol takes it: bytes a second, milliseconds, factor. */
export const modes = {
	fast: { cpu: 1 },
	slow: { cpu: 4, network: { download: 1_600_000 / 8, upload: 750_000 / 8, latency: 150 } },
};

/** A page that is not ready after so many milliseconds did not finish. */
export const patience = 45_000;

/** What QUICK=1 measures: ours alone, but the longest transcripts as often as the others. */
const quick = { only: ["quoteline", "quoteline (own page)"], repeats: 3 };

/**
 * @param {Record<string, string | undefined>} env
 * @returns {{sizes: number[], repeats: number | undefined, modes: string[], only: string[], widget: string, base: string | undefined}}
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

/** How often each page is visited: the longest transcripts take most of the time. */
export const repeatsOf = (size, { repeats }) => repeats ?? (size > 5_000 ? 1 : size > 500 ? 2 : 3);
