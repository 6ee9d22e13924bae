// Prints the results of the parser benchmark as tables in Markdown.

const line = (cells) => console.log(`| ${cells.join(" | ")} |`);
const speed = (r) => ((r.bytes / r.ns) * 1e3).toFixed(1);
const megabytes = (n) => (n / 2 ** 20).toFixed(0);
const milliseconds = (ns) => (ns / 1e6).toFixed(ns < 1e7 ? 2 : 0);

/**
 * How parsing time grows with the source's length: the time per byte for the largest
 * size, divided by the time per byte for the second smallest size.
 */
function flatness(results, where) {
	const cost = ({ [where]: { ns, bytes } }) => ns / bytes;
	return cost(results.at(-1)) / cost(results[1]);
}

/** Prints the speed and the peak memory for each family (source format) and size. */
export function printSpeed(results, sizes) {
	for (const where of ["native", "wasm"]) {
		console.log(`${where === "native" ? "Native" : "WebAssembly in Chromium"}: MB/s (peak MB)\n`);
		line(["", ...sizes, "1MB, ms", `a byte in ${sizes.at(-1)} / in ${sizes[1]}`]);
		line(["---", ...sizes.map(() => "--:"), "--:", "--:"]);
		for (const family of new Set(results.map((r) => r.family))) {
			const rows = results.filter((r) => r.family === family);
			const cells = rows.map((r) => `${speed(r[where])} (${megabytes(r[where].peak)})`);
			const one = milliseconds(rows.find((r) => r.size === "1MB")[where].ns);
			line([family, ...cells, one, `× ${flatness(rows, where).toFixed(2)}`]);
		}
		console.log("");
	}
}

/** Prints the times of the parsers from npm, and the times of our parser divided by theirs. */
export function printPeers(results) {
	console.log(
		"Others, in the same page and run. They return cues; ours are turns, with speakers and a report:\n",
	);
	line(["", "size", "ms", "cues", "ours, wasm, ms", "ours / theirs", "ours, native / theirs"]);
	line(["---", "---", "--:", "--:", "--:", "--:", "--:"]);
	for (const r of results)
		for (const peer of r.peers) {
			const ratio = (ours) => `× ${(ours.ns / peer.ns).toPrecision(2)}`;
			const ours = milliseconds(r.wasm.ns);
			line([
				`${r.family}: ${peer.name}`,
				r.size,
				milliseconds(peer.ns),
				peer.cues,
				ours,
				ratio(r.wasm),
				ratio(r.native),
			]);
		}
}

/**
 * Prints how this revision compares with an older one: the times and the peak memory of
 * this revision, divided by the times and the peak memory of the older one.
 */
export function printChange(results, sizes, base) {
	for (const where of ["native", "wasm"]) {
		console.log("");
		line([`Time ÷ ${base} (peak ÷ peak), ${where}`, ...sizes]);
		line(["---", ...sizes.map(() => "--:")]);
		for (const [family, rows] of Map.groupBy(results, (r) => r.family)) {
			const times = (r, what) => (r[where][what] / r.base[where][what]).toFixed(2);
			line([family, ...rows.map((r) => (r.base ? `${times(r, "ns")} (${times(r, "peak")})` : "–"))]);
		}
	}
}
