// Keeps the files of earlier releases, so that a deploy does not break pages that are open.
//
//   node worker/releases.mjs ORIGIN FOLDER
//
// ORIGIN is the deployed site, as in https://edge.example. FOLDER has the new release,
// which is not deployed yet. A deploy replaces all files of the site. But a page that is
// open during the deploy needs files of the old release: when the reader comes to the
// timeline, the page loads the old program, style and texts. Browsers also keep the old
// quote-timeline.js for a day. So this script copies into FOLDER the files in /assets/ that
// the site still serves.
//
// The build lists its own files in FOLDER/releases.json, and this script adds those
// that it copies. The list is deployed with the files, so the next run can read it from
// the site. A file that no release has used for 30 days is left out.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How many days a file is kept after the last release that used it. */
const days = 30;

/** How many files are kept at most. Cloudflare takes 20,000 for a Worker, on the free plan too. */
const most = 10_000;

/** How many files are copied at the same time. */
const atOnce = 8;

/**
 * The files in /assets/. The value is the time of the deploy that replaced the file, as in
 * "2026-01-31T12:00:00.000Z", or "" for a file of the newest release.
 *
 * @typedef {Record<string, string>} List
 */

/** An error whose message says what the operator can do. */
class Refusal extends Error {}

/**
 * Returns the list of the files that the deployed site serves. If the site has no list, as
 * before the first deploy, returns undefined.
 *
 * @param {string} origin
 * @returns {Promise<List | undefined>}
 */
async function listOf(origin) {
	const address = `${origin}/releases.json`;
	const answer = await ask(address);
	if (answer.status === 404) return;
	if (!answer.ok) throw new Refusal(`${address} answered ${answer.status}`);
	const text = await answer.text();
	try {
		const list = JSON.parse(text);
		if (Object.entries(list).every(([name, time]) => hashOf(name) && typeof time === "string")) return list;
	} catch {
		// The refusal below says it.
	}
	throw new Refusal(`${address} is no list of files: ${text.slice(0, 60)}`);
}

/** @param {string} address */
async function ask(address) {
	try {
		return await fetch(address, { headers: { "Cache-Control": "no-cache" } });
	} catch (error) {
		const { cause, message } = /** @type {Error} */ (error);
		throw new Refusal(`${address} does not answer: ${cause instanceof Error ? cause.message : message}`);
	}
}

/**
 * Returns the hash in a file's name, as in "widget.0a1b2c3d4e.wasm", or undefined if the
 * name has another form.
 *
 * @param {string} name
 */
const hashOf = (name) => /^[\w-]+\.([0-9a-f]{10})\.\w+$/.exec(name)?.[1];

/**
 * Copies a file of the deployed site into a folder. The hash in its name proves that it
 * arrived whole.
 *
 * @param {string} origin
 * @param {string} folder
 * @param {string} name
 */
async function copy(origin, folder, name) {
	const address = `${origin}/assets/${name}`;
	const answer = await ask(address);
	if (!answer.ok) throw new Refusal(`${address} answered ${answer.status}`);
	const content = Buffer.from(await answer.arrayBuffer());
	const hash = createHash("sha256").update(content).digest("hex");
	if (!hash.startsWith(String(hashOf(name))))
		throw new Refusal(`${address} has another content than its name says`);
	writeFileSync(join(folder, "assets", name), content);
}

/**
 * Returns the list of the new release: its own files, and those of earlier releases that
 * are still to be kept, the youngest first.
 *
 * @param {List} live the list of the deployed site
 * @param {string[]} own names of the new release's files
 * @param {Date} now
 * @returns {List}
 */
function nextList(live, own, now) {
	const oldest = new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString();
	const earlier = Object.entries(live)
		.filter(([name]) => !own.includes(name))
		.map(([name, replaced]) => [name, replaced || now.toISOString()])
		.filter(([, replaced]) => replaced > oldest)
		.sort(([, a], [, b]) => b.localeCompare(a));
	return Object.fromEntries([...own.map((name) => [name, ""]), ...earlier].slice(0, most));
}

/**
 * Copies the files of earlier releases into the folder of the new one, and writes its list.
 *
 * @param {string} origin
 * @param {string} folder
 */
async function keep(origin, folder) {
	const file = join(folder, "releases.json");
	/** @type {List} */
	const built = JSON.parse(readFileSync(file, "utf8"));
	// If this script has run before, the list has the files of earlier releases already.
	const own = Object.keys(built).filter((name) => built[name] === "");
	const live = await listOf(origin);
	if (!live) console.error(`${origin} has no releases.json: pages that are open now must be loaded again`);
	const list = nextList(live ?? {}, own, new Date());
	const earlier = Object.keys(list).filter((name) => list[name] !== "");
	for (let i = 0; i < earlier.length; i += atOnce) {
		await Promise.all(earlier.slice(i, i + atOnce).map((name) => copy(origin, folder, name)));
	}
	writeFileSync(file, JSON.stringify(list));
	console.error(`kept ${earlier.length} files of earlier releases, beside ${own.length} of this one`);
}

const [origin, folder] = process.argv.slice(2);
try {
	if (!folder) throw new Refusal("usage: node worker/releases.mjs ORIGIN FOLDER");
	await keep(origin.replace(/\/$/, ""), folder);
} catch (error) {
	console.error(error instanceof Refusal ? `releases: ${error.message}` : error);
	process.exitCode = error instanceof Refusal ? 1 : 2;
}
