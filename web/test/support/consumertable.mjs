// Generates the table in docs/consumers.md. It says how much of the project's output
// (such as pages and captions) other people's programs keep. The outcomes are those that
// the tests expect.
//
//   node web/test/support/consumertable.mjs          prints the table
//   node web/test/support/consumertable.mjs --write  writes it into docs/consumers.md
import fs from "node:fs";
import { consumers } from "./consumers.mjs";
import { generators } from "./generators.mjs";
import { goVersion } from "./gopackages.mjs";

const root = new URL("../../../", import.meta.url);
const page = new URL("docs/consumers.md", root);
const start = "<!-- consumers: node web/test/support/consumertable.mjs --write -->\n";
const end = "<!-- /consumers -->";

const { devDependencies } = JSON.parse(fs.readFileSync(new URL("package.json", root), "utf8"));

/**
 * Returns the packages with their versions, as in "@mozilla/readability 0.6.0 on jsdom
 * 29.1.1".
 */
const versions = (packages) =>
	packages.map((name) => `${name} ${devDependencies[name] ?? goVersion(name)}`).join(" on ");

/**
 * The scripts in the folder findings that show the faults of a program. Each program that
 * loses something by its own fault has one.
 */
export const scripts = {
	transcriptator: ["transcriptator-knows-voices-of-one-word", "transcriptator-names-the-speaker-before"],
	"github.com/asticode/go-astisub": ["astisub-leaves-gt-in-webvtt"],
	"@citation-js/plugin-ris": ["citation-js-cuts-ris-at-a-dash"],
	"biblatex-csl-converter": [
		"bibtex-readers-drop-braces-and-abstracts",
		"citation-readers-lose-carets-and-old-years",
		"ris-readers-lose-jr-and-the-day",
	],
	"astrocite-bibtex": [
		"astrocite-empties-names-in-other-alphabets",
		"bibtex-readers-drop-braces-and-abstracts",
	],
	"astrocite-ris": ["astrocite-empties-names-in-other-alphabets", "ris-readers-lose-jr-and-the-day"],
};

/** Returns the last cell of a row: what is missing, and links to the scripts that show it. */
function reason({ packages, why }) {
	if (!why) return "";
	const links = scripts[packages[0]].map((name, i) => `[${i + 1}](../findings/${name}.sh)`);
	return `${why} (shown by ${links.join(", ")})`;
}

export function table() {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(["Program", "Reads", "Gets", "What is missing, and why"]),
		line(["---", "---", "---", "---"]),
		...consumers.map((one) => line([versions(one.packages), one.reads, one.gets, reason(one)])),
		...generators.map(({ program, gets }) => line([program, "`/openapi.json`", gets, ""])),
		"",
	].join("\n");
}

/** The table that docs/consumers.md contains now. */
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
