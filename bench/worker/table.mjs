// Writes the results of the Worker benchmark as Markdown: the figures, and the limits
// that the Worker promises to keep.
//
//   node bench/worker/table.mjs    prints the results of the latest run, as in docs/benchmarks.md
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const report = fileURLToPath(new URL("../../dist/bench/worker.json", import.meta.url));

const columns = [
	["1 client: CPU ms", (r) => r.one.cpu, 3],
	["p50 ms", (r) => r.one.p50, 2],
	["req/s", (r) => r.one.rate, 0],
	["32 clients: CPU ms", (r) => r.many.cpu, 3],
	["p50 ms", (r) => r.many.p50, 2],
	["req/s", (r) => r.many.rate, 0],
	["cold start ms", (r) => r.cold, 0],
	["MB", (r) => r.memory && r.memory.bytes / 2 ** 20, 0],
	["after requests", (r) => r.memory?.requests, 0],
];

/**
 * The promised limits, each [description, limit, ratio]. ratio() computes a ratio of
 * two measured figures. A positive limit is the largest allowed ratio. A negative limit
 * -n means that the ratio must be at least n.
 */
const promises = [
	["CPU of an answer without I/O, in terms of plain JavaScript's", 1.5, cpu("quoteline", "plain JavaScript")],
	["the same of the stock shim's, how many times less", -20, cpu("stock shim", "quoteline")],
	["cold start, in terms of the stock shim's", 1, cold("quoteline", "stock shim")],
	[
		"CPU of a page from the edge cache, in terms of plain JavaScript's",
		1.3,
		cpu("quoteline, D1, cached", "plain JavaScript, D1, cached"),
	],
	[
		"requests a second from D1 past the cache, in terms of the stock shim's",
		-8,
		rate("quoteline, D1", "stock shim, D1"),
	],
];

function cpu(a, b) {
	return (of) => of(a).many.cpu / of(b).many.cpu;
}
function rate(a, b) {
	return (of) => of(a).many.rate / of(b).many.rate;
}
function cold(a, b) {
	return (of) => of(a).cold / of(b).cold;
}

/** Writes the whole report in Markdown. results: the contents of worker.json. */
export function tables(results) {
	const all = [...results.withoutIO, ...results.withD1];
	const of = (name) => all.find((r) => r.name === name);
	return [
		figures("The interview as JSON, without I/O, in bare workerd", results.withoutIO),
		figures("A transcript from D1 and from the edge cache, with wrangler's simulators", results.withD1),
		kept(of),
		...(results.base ? [change(all, results.base)] : []),
	].join("\n");
}

const line = (cells) => `| ${cells.join(" | ")} |\n`;

function figures(title, results) {
	const shown = columns.filter(([, value]) => value(results[0]) !== undefined);
	const rows = results.map((r) =>
		line([r.name, ...shown.map(([, value, digits]) => value(r)?.toFixed(digits) ?? "")]),
	);
	return (
		line([title, ...shown.map(([name]) => name)]) + line(["---", ...shown.map(() => "--:")]) + rows.join("")
	);
}

/** Returns a table: the figures of this revision, divided by those of an older revision. */
function change(results, base) {
	const older = results.filter(({ name }) => name.includes(` @${base}`));
	const rows = older.map((before) => {
		const name = before.name.replace(` @${base}`, "");
		const now = results.find((result) => result.name === name);
		const ratio = ([, value]) => value(now) / value(before);
		const cells = columns.map(ratio).map((times) => (Number.isFinite(times) ? times.toFixed(2) : ""));
		return line([name, ...cells]);
	});
	const head = [`÷ ${base}`, ...columns.map(([name]) => name)];
	return line(head) + line(["---", ...columns.map(() => "--:")]) + rows.join("");
}

function kept(of) {
	const rows = promises.map(([name, limit, ratio]) => {
		const value = ratio(of);
		const good = limit > 0 ? value <= limit : value >= -limit;
		const bound = limit > 0 ? `at most ${limit}` : `at least ${-limit}`;
		return line([name, bound, value.toPrecision(3), good ? "yes" : "no"]);
	});
	return line(["Ratio", "Promised", "Measured", "Kept"]) + line(["---", "--:", "--:", "---"]) + rows.join("");
}

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
if (isMain) console.log(tables(JSON.parse(await readFile(report, "utf8"))));
