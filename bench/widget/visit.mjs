// One visit to one page in a profile of its own, measured from the start.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { probes } from "./article.mjs";
import { modes, patience } from "./options.mjs";
import { median } from "./summary.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const probe = readFileSync(join(import.meta.dirname, "probe.js"), "utf8");

/** The query, which is typed letter by letter and deleted again. */
export const query = "company";

const quietFor = { fast: 1_000, slow: 2_000 }; // milliseconds without a long task after which the page counts as loaded
const scrolling = { frames: 100, step: 60, limit: 6_000 }; // pixels: 3,600 a second; milliseconds
const missed = 25; // milliseconds from frame to frame, where 16.7 are due

/** Resolves to undefined if a page does not answer in time. */
const within = (promise, milliseconds) =>
	Promise.race([promise, sleep(milliseconds, undefined, { ref: false })]);

/** Asks until there is an answer that is true, or the time is over. */
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
 * Opens a page and waits until it works and has come to rest.
 *
 * @param {import("puppeteer-core").BrowserContext} context
 * @param {import("./site.mjs").Site} site
 * @param {import("./peers.mjs").Entry} entry
 * @param {object} transcript
 * @param {"fast" | "slow"} mode
 * @returns {Promise<import("puppeteer-core").Page | undefined>} nothing if the page did not finish
 */
export async function arrive(context, site, entry, transcript, mode) {
	const page = await open(context, entry, mode);
	page.goto(site.origin + entry.address(transcript), { timeout: 0 }).catch(() => {}); // closed while it loads
	const works = () => page.evaluate("benchProbe.ready > 0 && benchProbe.first > 0").catch(() => false);
	if (!(await until(works, patience))) return;
	await until(() => page.evaluate(`benchProbe.quiet() > ${quietFor[mode]}`), patience);
	return page;
}

/**
 * Measures a page from the start.
 *
 * @param {{mode: "fast" | "slow", manners: boolean}} how manners: whether to look at accessibility and style as well
 * @returns {Promise<object | undefined>} nothing if the page did not finish
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

/** Collects what a context's pages report as errors, and what the compilers' runtimes print before they end. */
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

/** Bytes that scripts hold after a collection of garbage. */
async function heap(page) {
	const session = await page.createCDPSession();
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	await session.detach();
	return usedSize;
}

/** The part of all frames that came late, in percent. */
async function scroll(page, { pans }) {
	const times = await page.evaluate(`benchProbe.scroll(${JSON.stringify(scrolling)}, ${Boolean(pans)})`);
	return (100 * times.filter((time) => time > missed).length) / times.length;
}

/**
 * Milliseconds of the page's main thread from a key to the frame that shows what it did, for each letter of
 * the query and for deleting each.
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
	const idle = median(await strokes(Array(5).fill("Shift"))); // what measuring itself costs
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

/** Milliseconds of processor time that the page's main thread has had. */
async function busy(session) {
	const { metrics } = await session.send("Performance.getMetrics");
	return 1_000 * metrics.find(({ name }) => name === "ThreadTime").value;
}

/** What axe-core finds in the part that is the entry's own, and the style of the page around it. */
async function judge(page, { root, page: inStory }) {
	await page.evaluate(axe);
	const violations = await page.evaluate(async (root) => {
		const found = await globalThis.axe.run({ include: [root] }, { resultTypes: ["violations"] });
		return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.length }));
	}, root);
	const styles = inStory && (await page.evaluate((list) => globalThis.benchProbe.styles(list), probes));
	return { violations, styles };
}
