// The limits that the widget promises to keep, such as its time to the first quote. Each
// is compared with the measured figure.

const ours = "quoteline";
const listJS = "list.js (JSON)";

/**
 * Compares the measured figures with the limits.
 *
 * @param {(name: string, size: number, mode: string) => object | undefined} of returns the figures
 *   of a page; size is the transcript's number of turns, and mode the simulated speed ("fast", "slow")
 * @param {(name: string) => object | undefined} mannersOf returns the accessibility violations of a
 *   page, and the elements of the surrounding story whose style it changed
 * @param {object[]} entries all measured pages
 * @param {{sizes: number[], modes: string[]}} options
 * @returns {{budget: string, measured: string, limit: string, met: boolean}[]} a row for each limit
 *   whose figure was measured
 */
export function judge(of, mannersOf, entries, { sizes, modes }) {
	const rows = [];
	const add = (budget, value, limit, { unit = "", digits = 0, note = "", below = false } = {}) => {
		// Two cases get no row. The first is a missing figure: a short run has none for
		// 10,000 turns, for example. The second is a transcript length without a limit.
		if (value === undefined || limit === undefined) return;
		const text = (n) => `${n.toFixed(digits)}${unit}`;
		const met = below ? value < limit : value <= limit;
		rows.push({ budget, measured: text(value), limit: `${below ? "<" : "≤"} ${text(limit)}${note}`, met });
	};
	const each = (mode, figure, budget, limits, how) => {
		for (const size of modes.includes(mode) ? sizes : []) {
			const limit = typeof limits === "number" ? limits : limits[size];
			add(`${budget}, ${mode}, ${size}`, of(ours, size, mode)?.[figure], limit, how);
		}
	};
	const any = of(ours, sizes[0], modes[0]);
	add("code before the first quote", any?.opening, 6, { unit: " KiB", digits: 1 });
	add("all code", any?.code, 100, { unit: " KiB", digits: 1 });
	firstQuote(add, of, sizes, modes);
	interactive(add, of, entries, sizes, modes);
	each("slow", "blocking", "blocking time", { 33: 30, 1000: 100, 10000: 300 }, { unit: " ms" });
	each("fast", "update", "search, median", { 10000: 5 }, { unit: " ms", digits: 1 });
	each("fast", "worst", "search, worst", { 10000: 16 }, { unit: " ms", digits: 1 });
	each("slow", "update", "search, median", { 10000: 40 }, { unit: " ms", digits: 1 });
	each("fast", "frames", "late frames", 1, { unit: " %", digits: 1 });
	each("slow", "frames", "late frames", { 1000: 5 }, { unit: " %", digits: 1 });
	each(modes[0], "heap", "heap", { 33: 1.5, 1000: 3, 10000: 16 }, { unit: " MiB", digits: 2 });
	for (const mode of modes) each(mode, "shift", "layout shift", 0, { digits: 3 });
	add("axe violations", mannersOf(ours)?.violations.length, 0);
	add("elements of the page restyled", mannersOf(ours)?.restyled?.length, 0);
	return rows;
}

/**
 * Adds the limits of the time until the first quote is visible. For transcripts of up
 * to 5,000 turns the limit is 1.1 times the time of static HTML in the same run. For
 * longer transcripts it is a fixed time.
 */
function firstQuote(add, of, sizes, modes) {
	const clock = { fast: 300, slow: 1_100 };
	for (const mode of modes) {
		for (const size of sizes) {
			const value = of(ours, size, mode)?.first;
			const floor = of("static HTML", size, mode)?.first;
			const name = `first quote, ${mode}, ${size}`;
			if (size > 5_000) add(name, value, clock[mode], { unit: " ms" });
			else add(name, value, floor && 1.1 * floor, { unit: " ms", note: ", 1.1 × static HTML" });
		}
	}
}

function interactive(add, of, entries, sizes, modes) {
	if (!modes.includes("slow")) return;
	const peers = entries.filter((entry) => !entry.ours && !entry.floor).map(({ name }) => name);
	for (const size of sizes) {
		const value = of(ours, size, "slow")?.ready;
		const name = `interactive, slow, ${size}`;
		if (size < 100) {
			const list = of(listJS, size, "slow")?.ready;
			add(name, value, list && 1.3 * list, { unit: " ms", note: `, 1.3 × ${listJS}` });
			continue;
		}
		const times = peers.map((peer) => [of(peer, size, "slow")?.ready ?? Number.POSITIVE_INFINITY, peer]);
		const [best, who] = times.sort(([a], [b]) => a - b)[0] ?? [];
		if (Number.isFinite(best)) add(name, value, best, { unit: " ms", note: `, ${who}`, below: true });
	}
}
