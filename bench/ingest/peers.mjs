// The parsers from npm (peers) with which this project's parsers are compared. Their
// versions are fixed. The benchmark installs them into the folder of its results.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);

/**
 * How to call each parser. families: the formats that the parser reads, such as "srt".
 * source: the code of a small JavaScript module. The module's default export is a
 * function that gets the text to parse and returns its cues.
 */
const peers = {
	"webvtt-parser 2.2.0": {
		families: ["webvtt"],
		source: `import { WebVTTParser } from "webvtt-parser"; export default (s) => new WebVTTParser().parse(s).cues;`,
	},
	"vtt.js 0.13.0": {
		families: ["webvtt"],
		source: `import { WebVTT } from "vtt.js";
		export default (s) => {
			const cues = [], parser = new WebVTT.Parser(window, WebVTT.StringDecoder());
			parser.oncue = (cue) => cues.push(cue);
			parser.parse(s);
			parser.flush();
			return cues;
		};`,
	},
	"srt-parser-2 1.2.3": {
		families: ["srt"],
		source: `import Parser from "srt-parser-2"; export default (s) => new (Parser.default ?? Parser)().fromSrt(s);`,
	},
	"@plussub/srt-vtt-parser 2.0.5": {
		families: ["webvtt", "srt"],
		source: `import { parse } from "@plussub/srt-vtt-parser"; export default (s) => parse(s).entries;`,
	},
};

/** The names of the npm parsers that read this family (source format, such as "srt"). */
export const peersOf = (family) => Object.keys(peers).filter((name) => peers[name].families.includes(family));

/**
 * Installs all npm parsers. Bundles the module of each parser as a file peer-N.js,
 * which the benchmark's page imports.
 */
export async function installPeers(out) {
	await writeFile(join(out, "package.json"), `${JSON.stringify({ private: true })}\n`);
	const packages = Object.keys(peers).map((name) => name.replace(/ (?=[^ ]+$)/, "@"));
	await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages], { cwd: out });
	for (const [i, { source }] of Object.values(peers).entries())
		await build({
			stdin: { contents: source, resolveDir: out },
			bundle: true,
			format: "esm",
			minify: true,
			outfile: join(out, `peer-${i}.js`),
			logLevel: "error",
		});
}

/** The path of an npm parser's bundle (peer-N.js) on the page's server. */
export const addressOf = (name) => `/peer-${Object.keys(peers).indexOf(name)}.js`;
