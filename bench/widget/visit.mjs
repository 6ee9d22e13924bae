// Makes one visit to one page in a new browser profile, and measures it from the first
// request on.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { probes } from "./article.mjs";
import { modes, patience } from "./options.mjs";
import { median } from "./summary.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const probe = readFileSync(join(import.meta.dirname, "probe.js"), "utf8");

/** The search query of the benchmark. It is typed letter by letter, and then deleted. */
export const query = "company";

// A page counts as loaded when its main thread has had no long task for this many
// milliseconds.
const quietFor = { fast: 1_000, slow: 2_000 };
// How each page is scrolled. frames: for how many animation frames. step: by how many
// pixels in each frame, which is 3,600 pixels a second at 60 frames a second. limit: the
// time limit in milliseconds.
const scrolling = { frames: 100, step: 60, limit: 6_000 };
const missed = 25; // a frame is late if it takes more milliseconds than this (16.7 are normal)

/**
 * Resolves to the promise's value, or to undefined if the promise takes longer than the
 * given time.
 */
const within = (promise, milliseconds) =>
	Promise.race([promise, sleep(milliseconds, undefined, { ref: false })]);

/**
 * Calls the function ask again and again until its promise resolves to a truthy value,
 * and then returns true. Returns false if the given time passes before that.
 */
async function until(ask, milliseconds) {
	const end = Date.now() + milliseconds;
	while (Date.now() < end) {
		if (await within(ask(), end - Date.now())) return true;
		await sleep(100);
	}
	return false;
}

async function open(context, entry, mode) {
	const page = await context.newPage();
	await page.setViewport({ width: 1280, height: 800 });
	const { cpu, network } = modes[mode];
	if (cpu > 1) await page.emulateCPUThrottling(cpu);
	if (network) await page.emulateNetworkConditions(network);
	await page.evaluateOnNewDocument(
		`globalThis.bench = ${JSON.stringify({ first: entry.first, ready: entry.ready })};`,
	);
	await page.evaluateOnNewDocument(probe);
	return page;
}

/**
 * Opens a page. Waits until the page is ready, shows a quote, and has no more long
 * tasks.
 *
 * @param {import("puppeteer-core").BrowserContext} context
 * @param {import("./site.mjs").Site} site
 * @param {import("./peers.mjs").Entry} entry
 * @param {object} transcript
 * @param {"fast" | "slow"} mode
 * @returns {Promise<import("puppeteer-core").Page | undefined>} undefined if the page did not
 *   finish
 */
export async function arrive(context, site, entry, transcript, mode) {
	const page = await open(context, entry, mode);
	// goto rejects if the page is closed while it loads. That is no error here.
	page.goto(site.origin + entry.address(transcript), { timeout: 0 }).catch(() => {});
	const works = () => page.evaluate("benchProbe.ready > 0 && benchProbe.first > 0").catch(() => false);
	if (!(await until(works, patience))) return;
	await until(() => page.evaluate(`benchProbe.quiet() > ${quietFor[mode]}`), patience);
	return page;
}

/**
 * Visits a page once and measures it: loading, scrolling, and searching.
 *
 * @param {{mode: "fast" | "slow", manners: boolean}} how manners: whether to check accessibility
 *   and the story's style as well
 * @returns {Promise<object | undefined>} undefined if the page did not finish
 */
export async function visit(context, site, entry, transcript, { mode, manners }) {
	const errors = watch(context);
	site.taken();
	const page = await arrive(context, site, entry, transcript, mode);
	if (!page) return;
	const result = { ...site.taken(), ...(await page.evaluate("benchProbe.read()")), heap: await heap(page) };
	result.frames = await scroll(page, entry);
	const { wrong = [], ...searched } = entry.input ? await search(page, entry, transcript) : {};
	const judged = manners ? await judge(page, entry) : {};
	return { ...result, ...searched, ...judged, faults: [...errors, ...wrong] };
}

/**
 * Returns an array to which the errors of the profile's pages are added. A Go program
 * that panics prints a line that begins with "panic" to the console, so such lines
 * count as errors too.
 */
function watch(context) {
	const errors = [];
	context.on("targetcreated", async (target) => {
		const page = await target.page();
		page?.on("pageerror", (error) => errors.push(error.stack ?? String(error)));
		page?.on("console", (message) => {
			if (message.type() === "error" || /^panic/.test(message.text())) errors.push(message.text());
		});
	});
	return errors;
}

/** The memory of the page's JavaScript heap after a garbage collection, in bytes. */
async function heap(page) {
	const session = await page.createCDPSession();
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	await session.detach();
	return usedSize;
}

/** Scrolls the page. Returns the percentage of frames that were late. */
async function scroll(page, { pans }) {
	const times = await page.evaluate(`benchProbe.scroll(${JSON.stringify(scrolling)}, ${Boolean(pans)})`);
	return (100 * times.filter((time) => time > missed).length) / times.length;
}

/**
 * Types the search query and deletes it. For each key, measures how many milliseconds
 * the page's main thread works until the frame that shows the result. From each of
 * these times it subtracts the time that a key without effect takes.
 */
async function search(page, { input, count }, { turns }) {
	const field = await page.$(input);
	await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
	await field.focus();
	const session = await page.createCDPSession();
	await session.send("Performance.enable");
	const strokes = async (keys) => {
		const times = [];
		for (const key of keys) times.push(await stroke(page, session, key));
		return times;
	};
	const idle = median(await strokes(Array(5).fill("Shift"))); // the time that a key without effect takes
	const letters = await strokes(query);
	const expected = turns.filter(({ text }) => text.toLowerCase().includes(query)).length;
	const found = await page.evaluate(count);
	const wrong = found === expected ? [] : [`${found} turns are found with ${query}, not ${expected}`];
	const back = await strokes([...query].map(() => "Backspace"));
	await session.detach();
	const updates = [...letters, ...back].map((time) => Math.max(0, time - idle));
	return { updates, idle, wrong, heapAfter: await heap(page) };
}

async function stroke(page, session, key) {
	const before = await busy(session);
	await page.keyboard.press(key);
	await page.evaluate("benchProbe.frame()");
	return (await busy(session)) - before;
}

/** The processor time that the page's main thread has used, in milliseconds. */
async function busy(session) {
	const { metrics } = await session.send("Performance.getMetrics");
	return 1_000 * metrics.find(({ name }) => name === "ThreadTime").value;
}

/**
 * Checks accessibility with axe-core, inside the element that the library fills. Also
 * reads the styles of the story around that element.
 */
async function judge(page, { root, page: inStory }) {
	await page.evaluate(axe);
	const violations = await page.evaluate(async (root) => {
		const found = await globalThis.axe.run({ include: [root] }, { resultTypes: ["violations"] });
		return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.length }));
	}, root);
	const styles = inStory && (await page.evaluate((list) => globalThis.benchProbe.styles(list), probes));
	return { violations, styles };
}
