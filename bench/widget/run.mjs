// Measures the widget against its peers (other libraries). One Chromium visits the pages
// in turn, at each transcript length and each simulated speed. So other work of the
// machine slows all pages alike. Prints tables and writes dist/bench/widget.json. A
// whole run takes about fifteen minutes. options.mjs describes shorter runs, and how to
// measure an older revision too.
//
//   node bench/widget/run.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { launch } from "../../web/test/support/launch.mjs";
import { makeBase } from "../base.mjs";
import { startEdge } from "./edge.mjs";
import { readOptions, repeatsOf } from "./options.mjs";
import { makePeers, versions } from "./packages.mjs";
import { results, root } from "./paths.mjs";
import { entries, entriesOf } from "./peers.mjs";
import { report } from "./report.mjs";
import { startSite } from "./site.mjs";
import { makeTranscript, snippetOf } from "./transcript.mjs";
import { arrive, visit } from "./visit.mjs";

const options = readOptions(process.env);
const ours = entries.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
const [first] = options.sizes;
const started = Date.now();
const log = (text) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

/**
 * One planned visit to a page. size: the transcript's length in turns. mode: the
 * simulated speed.
 *
 * @typedef {{entry: import("./peers.mjs").Entry, size: number, mode: string, round: number}} Step
 */

/**
 * Yields all planned visits in order. In every round each page is visited once in each
 * mode (simulated speed). Each round begins with another page.
 */
function* plan() {
	for (const size of options.sizes) {
		for (let round = 0; round < repeatsOf(size, options); round++) {
			for (const mode of options.modes) {
				for (const i of chosen.keys()) {
					yield { entry: chosen[(i + round) % chosen.length], size, mode, round };
				}
			}
		}
	}
}

/**
 * Whether a visit to this page would only waste time. It would if the page has already
 * failed to finish in this mode or in "fast", with a transcript of this length or a
 * shorter one.
 */
const hopeless = (found, { entry, size, mode }) =>
	found.some(
		(one) => one.name === entry.name && !one.result && one.size <= size && [mode, "fast"].includes(one.mode),
	);

let browser = await launch();

/**
 * Calls the function act with a new browser profile, and returns its result. If the
 * result is undefined, the page hangs. Then the browser is killed, and a new browser
 * starts.
 */
async function during(act) {
	const context = await browser.createBrowserContext();
	const result = await act(context);
	if (result) {
		await context.close();
	} else {
		browser.process().kill("SIGKILL");
		browser = await launch();
	}
	return result;
}

/**
 * Visits our pages once before the measurement. These visits fill the memory of the site
 * (the server of all measured pages) with the answers of the endpoint (the server of
 * transcripts). In the same way, the first readers of a page fill the cache of a CDN.
 */
async function warm() {
	for (const entry of chosen.filter(({ ours }) => ours)) {
		const { site, transcripts } = sideOf(entry);
		for (const transcript of transcripts.values()) {
			await during((context) => arrive(context, site, entry, transcript, "fast"));
		}
	}
}

/**
 * Makes one visit. A page's first visit also checks its manners: its accessibility, and
 * whether the widget changes the surrounding story's style.
 *
 * @param {Step} step
 */
function once({ entry, size, mode, round }) {
	const manners = mode === options.modes[0] && round === 0 && size === first;
	const { site, transcripts } = sideOf(entry);
	return during((context) => visit(context, site, entry, transcripts.get(size), { mode, manners }));
}

async function measure() {
	const found = [];
	for (const step of plan()) {
		const result = hopeless(found, step) ? undefined : await once(step);
		const { entry, ...when } = step;
		found.push({ name: entry.name, ...when, result });
		const end = result ? `${result.ready.toFixed(0)} ms ${result.faults.join(" ")}` : "did not finish";
		log(`${when.size} ${when.mode} ${entry.name}: ${end}`);
	}
	return found;
}

async function write(found) {
	const machine = { cpu: cpus()[0].model, cores: cpus().length, browser: await browser.version() };
	const about = { date: new Date().toISOString(), ...machine, peers: versions(), options };
	mkdirSync(results, { recursive: true });
	writeFileSync(join(results, "widget.json"), `${JSON.stringify({ ...about, found }, null, "\t")}\n`);
}

/**
 * Starts the servers for one revision: the endpoint (the server of transcripts), and
 * the site with the built files and the pages to measure.
 *
 * @param {string} root the project's folder, at this revision or an older one
 * @param {import("./peers.mjs").Entry[]} entries
 * @param {Map<number, object>} transcripts by their number of turns
 */
async function startSide(root, entries, transcripts) {
	const edge = await startEdge(root, [...transcripts.values()]);
	const site = await startSite(root, edge, entries, [...transcripts.values()], options);
	return { entries, transcripts, site, stop: () => Promise.all([site.stop(), edge.stop()]) };
}

/**
 * Copies of the transcripts. Each copy has the snippet (markup for newsrooms) that the
 * older revision generates.
 */
const asOf = (base, transcripts) =>
	new Map([...transcripts].map(([n, one]) => [n, { ...one, snippet: snippetOf(base.root, one.file) }]));

const base = makeBase(options.base, [`public-${options.widget}`]);
const older = base ? entriesOf(base, ours) : [];
const chosen = [...ours, ...older];
const transcripts = new Map(options.sizes.map((size) => [size, makeTranscript(size)]));
makePeers();
const sides = [await startSide(root, ours, transcripts)];
if (base) sides.push(await startSide(base.root, older, asOf(base, transcripts)));
const sideOf = (entry) => sides.find(({ entries }) => entries.includes(entry));
try {
	log("ready");
	await warm();
	const found = await measure();
	await write(found);
	console.log(report(found, chosen, options));
} finally {
	await Promise.all([browser.close(), ...sides.map((side) => side.stop())]);
}
