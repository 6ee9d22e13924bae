// The tables of the results, in Markdown.

const columns = [
	["1 client: CPU ms", (r) => r.one.cpu, 3],
	["p50 ms", (r) => r.one.p50, 2],
	["req/s", (r) => r.one.rate, 0],
	["32 clients: CPU ms", (r) => r.many.cpu, 3],
	["p50 ms", (r) => r.many.p50, 2],
	["req/s", (r) => r.many.rate, 0],
	["cold ms", (r) => r.cold, 0],
	["MB", (r) => r.memory && r.memory.bytes / 2 ** 20, 0],
	["after requests", (r) => r.memory?.requests, 0],
];

const line = (cells) => console.log(`| ${cells.join(" | ")} |`);

/** Prints figures, then those of the first row in terms of each other one's. */
export function printTable(title, results) {
	const shown = columns.filter(([, of]) => of(results[0]) !== undefined);
	console.log(`\n${title}:\n`);
	line(["", ...shown.map(([name]) => name)]);
	line(["---", ...shown.map(() => "--:")]);
	for (const r of results) line([r.name, ...shown.map(([, of, digits]) => of(r).toFixed(digits))]);
	console.log("");
	for (const [i, ours] of results.entries()) {
		if (!ours.name.startsWith("quoteline")) continue;
		for (const other of results) if (other !== results[i]) printRatios(ours, other);
	}
}

function printRatios(ours, other) {
	const ratio = (of) => `× ${(of(ours) / of(other)).toPrecision(2)}`;
	const cold = ours.cold ? `, cold start ${ratio((r) => r.cold)}` : "";
	console.log(
		`${ours.name} / ${other.name}: CPU ${ratio((r) => r.one.cpu)} and ${ratio((r) => r.many.cpu)}, ` +
			`req/s ${ratio((r) => r.one.rate)} and ${ratio((r) => r.many.rate)}${cold}`,
	);
}
