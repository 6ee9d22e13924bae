// Writes the results of the widget benchmark as Markdown. The report has three kinds of
// tables: all figures, our figures divided by those of the other pages, and the limits
// of budgets.mjs.
import { judge } from "./budgets.mjs";
import { manners, summarize } from "./summary.mjs";

const line = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
	[line(head), line(["---", ...head.slice(1).map(() => "--:")]), ...rows.map(line)].join("\n");

/**
 * Columns of the tables of figures, each [title, mode, figure, digits]. mode is the
 * simulated speed, "fast" or "slow"; if it is undefined, the column shows the run's
 * first mode. figure is a name that summary.mjs defines. digits is the number of
 * decimals.
 */
const columns = [
	["first quote, fast ms", "fast", "first", 0],
	["first quote, slow ms", "slow", "first", 0],
	["interactive, fast ms", "fast", "ready", 0],
	["interactive, slow ms", "slow", "ready", 0],
	["blocking, fast ms", "fast", "blocking", 0],
	["blocking, slow ms", "slow", "blocking", 0],
	["heap MiB", undefined, "heap", 1],
	["elements", undefined, "elements", 0],
	["search, fast ms", "fast", "update", 1],
	["worst", "fast", "worst", 1],
	["search, slow ms", "slow", "update", 1],
	["worst", "slow", "worst", 1],
	["late frames, fast %", "fast", "frames", 0],
	["late frames, slow %", "slow", "frames", 0],
];

/**
 * Makes the report: all tables, and lines about errors on pages.
 * @returns {string} the whole report
 */
export function report(found, entries, options) {
	const [of, mannersOf] = [summarize(found), manners(found)];
	const names = entries.map(({ name }) => name);
	const parts = [
		`Turns: ${options.sizes.join(" / ")}. Slow: 4 × CPU, 1.6 Mbit/s, 150 ms. DNF: did not finish in 45 s. List: \`list.js\` from the page's own markup, and from JSON.`,
		table(...weights(of, mannersOf, names, options)),
		table(...figures(of, names, options)),
		...ratioTables(of, entries, options),
		...entries.filter(({ now }) => now).map((entry) => table(...change(of, entry, options))),
		table(...verdicts(judge(of, mannersOf, entries, options))),
		...faults(found),
	];
	return parts.join("\n\n");
}

/**
 * Lines about errors on pages that finished loading nevertheless. Such pages are
 * measured like the others.
 */
const faults = (found) =>
	found.flatMap(({ name, size, mode, result }) =>
		(result?.faults ?? []).map((fault) => `Fault of ${name}, ${size} ${mode}: ${fault}`),
	);

function weights(of, mannersOf, names, { sizes, modes }) {
	const rows = names.map((name) => {
		const all = sizes.map((size) => of(name, size, modes[0]));
		const judged = mannersOf(name);
		const nodes = judged?.violations.reduce((sum, { nodes }) => sum + nodes, 0);
		return [
			name,
			all[0]?.code.toFixed(1) ?? "DNF",
			all.map((one) => one?.data.toFixed(0) ?? "DNF").join(" / "),
			all[0]?.requests ?? "DNF",
			sizes.map((size) => shiftOf(of, name, size, modes)).join(" / "),
			judged ? (nodes ? `${judged.violations.length} rules, ${nodes} nodes` : "0") : "–",
			judged?.restyled ? judged.restyled.join(", ") || "none" : "–",
		];
	});
	return [["", "code KiB br", "data KiB br", "requests", "layout shift", "axe", "page restyled"], rows];
}

const shiftOf = (of, name, size, modes) => {
	const shifts = modes.map((mode) => of(name, size, mode)?.shift).filter((shift) => shift !== undefined);
	return shifts.length ? Math.max(...shifts).toFixed(3) : "DNF";
};

const shownColumns = ({ modes }) => columns.filter(([, mode]) => !mode || modes.includes(mode));

function figures(of, names, options) {
	const cell = (name, [, mode = options.modes[0], figure, digits]) => {
		const all = options.sizes.map((size) => of(name, size, mode));
		if (all.every((one) => one && one[figure] === undefined)) return "none";
		return all.map((one) => one?.[figure]?.toFixed(digits) ?? "DNF").join(" / ");
	};
	const shown = shownColumns(options);
	return [
		["", ...shown.map(([title]) => title)],
		names.map((name) => [name, ...shown.map((column) => cell(name, column))]),
	];
}

function ratioTables(of, entries, options) {
	const others = entries.filter(({ ours }) => !ours);
	if (others.length === 0) return [];
	const own = entries.filter(({ ours, now }) => ours && !now);
	return own.map(({ name }) => table(...ratios(of, name, others, options)));
}

/**
 * Returns a table with a row for each page in others. A row has the figures of our page,
 * divided by the figures of the other page.
 */
function ratios(of, ours, others, options) {
	const shown = shownColumns(options).filter(([title]) => !/worst|late/.test(title));
	const ratio = (other, [, mode = options.modes[0], figure]) =>
		options.sizes
			.map((size) => of(ours, size, mode)?.[figure] / of(other, size, mode)?.[figure])
			.map((times) => (Number.isFinite(times) ? times.toPrecision(2) : "–"))
			.join(" / ");
	const rows = others.map(({ name }) => [name, ...shown.map((column) => ratio(name, column))]);
	return [[`${ours} ÷`, ...shown.map(([title]) => title.replace(/ (ms|MiB|%)$/, ""))], rows];
}

/** Returns a table: the figures of this revision, divided by those of an older revision. */
function change(of, { name, now }, options) {
	const weight = ([title, figure]) => [title, options.modes[0], figure];
	const sizes = [
		["code", "code"],
		["code before the first quote", "opening"],
		["data", "data"],
	].map(weight);
	const rows = [...sizes, ...shownColumns(options)].map(([title, mode = options.modes[0], figure]) => [
		title.replace(/ (ms|MiB|%)$/, ""),
		...options.sizes.map((size) => {
			const [before, after] = [name, now].map((one) => of(one, size, mode)?.[figure]);
			if (before === after && before !== undefined) return "1.00"; // 0 / 0 is no number, and late frames are often 0
			return Number.isFinite(after / before) ? (after / before).toFixed(2) : "–";
		}),
	]);
	return [[`${now} ÷ ${name}`, ...options.sizes.map((size) => `${size} turns`)], rows];
}

const verdicts = (rows) => [
	["budget", "measured", "limit", ""],
	rows.map(({ budget, measured, limit, met }) => [budget, measured, limit, met ? "met" : "**missed**"]),
];
