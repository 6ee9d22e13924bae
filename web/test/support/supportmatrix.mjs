// Generates the support matrix in docs/embedding.md: a table of what readers get from
// each snippet in each environment. The outcomes are those that the tests expect.
//
//   node web/test/support/supportmatrix.mjs          prints the table
//   node web/test/support/supportmatrix.mjs --write  writes it into docs/embedding.md
import fs from "node:fs";
import { engines } from "./engines.mjs";
import { environments, kinds } from "./environments.mjs";

const page = new URL("../../../docs/embedding.md", import.meta.url);
const start = "<!-- places: node web/test/support/supportmatrix.mjs --write -->\n";
const end = "<!-- /places -->";

/**
 * A cell of the table: the outcome of one kind of snippet in one environment. Browser
 * engines with another outcome are listed after it, as in "link; Firefox: readable".
 */
function cell({ expect, in: others = {} }, kind) {
	const common = expect[kind];
	if (!common) return "–";
	const different = Object.entries(others).filter(([, expect]) => expect[kind] && expect[kind] !== common);
	return [common, ...different.map(([engine, expect]) => `${engine}: ${expect[kind]}`)].join("; ");
}

export function table() {
	const names = Object.keys(engines);
	const rows = environments.map((one) => [one.name, ...kinds.map((kind) => cell(one, kind))]);
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		`In ${names.slice(0, -1).join(", ")} and ${names.at(-1)}, but where a cell names the engine:`,
		"",
		line(["Place or fault", ...kinds]),
		line(["---", ...kinds.map(() => "---")]),
		...rows.map(line),
		"",
	].join("\n");
}

/** The table that docs/embedding.md contains now. */
export function published() {
	const text = fs.readFileSync(page, "utf8");
	return text.slice(text.indexOf(start) + start.length, text.indexOf(end));
}

if (process.argv[1] === import.meta.filename) {
	if (process.argv[2] !== "--write") console.log(table());
	else
		fs.writeFileSync(
			page,
			fs.readFileSync(page, "utf8").replace(start + published(), () => start + table()),
		);
}
