// What the browser tests share: one Chromium, one real Cloudflare Worker for each build
// of the widget, and visits to its pages. Each visit uses a new browser profile. A test
// fails if a page reports an error that the test does not expect.
//
// The environment variable WIDGETS lists the builds to test, "tinygo go" by default.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { borrowBrowser, borrowWorker } from "./launch.mjs";
import { intercept } from "./page.mjs";
import { Timeline } from "./timeline.mjs";

/** The time limit of a subject (a describe block with all its tests), in milliseconds. */
const timeout = 600_000;
/** How long tests wait for a page, in milliseconds. */
const patience = 30_000;
export const widgets = (process.env.WIDGETS ?? "tinygo go").split(" ");

/** The path of the interview that the demo pages show. */
export const interview = "/v1/transcripts/altman-murati-2023";

// The browser and the Cloudflare Workers that have started, by name. Each starts when a test
// first needs it, and is released after the last test of the process.
const started = new Map();
function start(name, create) {
	if (!started.has(name)) started.set(name, create());
	return started.get(name);
}
after(async () => {
	const things = await Promise.allSettled(started.values());
	await Promise.all(things.map(({ value }) => value?.release()));
});

const borrowedBrowser = () => start("browser", borrowBrowser);

/**
 * Declares the tests of a subject once for each build of the widget (TinyGo and
 * standard Go).
 *
 * @param {string} subject
 * @param {(site: Site) => void} declare
 */
export function eachWidget(subject, declare) {
	for (const widget of widgets) {
		describe(`${subject} (${widget})`, { timeout }, () => {
			const site = new Site(widget);
			before(async () => {
				site.origin = (await start(widget, () => borrowWorker(widget))).origin;
			});
			declare(site);
		});
	}
}

/**
 * How a test opens a page. A test gives only the properties that it needs.
 *
 * @typedef {object} Visit
 * @property {string} path of the page, with its fragment
 * @property {number} [width] of the viewport, 1280 by default
 * @property {number} [height] of the viewport, 800 by default
 * @property {"light" | "dark"} [scheme] the preferred colour scheme, "light" by default
 * @property {"reduce" | "no-preference"} [motion] "reduce" by default: scrolls are immediate, so
 *   that no test waits for one
 * @property {boolean} [scripts] whether JavaScript is on, true by default
 * @property {boolean} [live] whether to wait until the widget's program runs, true by default
 * @property {string[]} [permissions] granted to the page
 * @property {() => void} [prepare] runs in the page before its own scripts
 * @property {(url: string) => object | "abort" | undefined} [answers] the response for an address;
 *   "abort" fails the request, undefined lets the server answer
 * @property {RegExp[]} [errors] each must match an error that the page reports; any other error
 *   fails the test
 * @property {RegExp[]} [tolerated] each may match errors that the page reports
 */

/** The demo pages, served by a Cloudflare Worker with one build of the widget. */
class Site {
	/**
	 * The Worker's origin, such as "http://127.0.0.1:8787". It is "" until the Worker
	 * has started.
	 */
	origin = "";

	/**
	 * Creates the site for one build of the widget. Its Worker is not started yet.
	 *
	 * @param {string} widget the name of the build, "tinygo" or "go"
	 */
	constructor(widget) {
		this.widget = widget;
	}

	/**
	 * Opens a page, calls act with the page and its first timeline element, and closes
	 * the page.
	 *
	 * @param {string | Visit} where a string is the path
	 * @param {(page: import("puppeteer-core").Page, timeline: Timeline) => Promise<void>} act
	 */
	async visit(where, act) {
		const visit = {
			live: true,
			errors: [],
			tolerated: [],
			...(typeof where === "string" ? { path: where } : where),
		};
		const { browser } = await borrowedBrowser();
		const context = await browser.createBrowserContext();
		try {
			if (visit.permissions) await context.overridePermissions(this.origin, visit.permissions);
			const page = await context.newPage();
			const errors = watch(page);
			await open(page, this.origin, visit);
			const [element] = await page.$$("quote-timeline");
			const timeline = new Timeline(element);
			if (visit.live && visit.scripts !== false) await timeline.live();
			await act(page, timeline);
			await arrival(errors, visit.errors);
			compare(errors, visit.errors, visit.tolerated);
		} finally {
			await context.close();
		}
	}

	/** The transcript of the interview, fetched from the Worker (the server). */
	async transcript() {
		return (await fetch(this.origin + interview)).json();
	}
}

async function open(page, origin, { path, width = 1280, height = 800, ...visit }) {
	page.setDefaultTimeout(patience);
	await page.setViewport({ width, height });
	await page.emulateMediaFeatures([
		{ name: "prefers-color-scheme", value: visit.scheme ?? "light" },
		{ name: "prefers-reduced-motion", value: visit.motion ?? "reduce" },
	]);
	if (visit.scripts === false) await page.setJavaScriptEnabled(false);
	await page.evaluateOnNewDocument(reportEvents);
	if (visit.prepare) await page.evaluateOnNewDocument(visit.prepare);
	if (visit.answers) await intercept(page, visit.answers);
	await page.goto(new URL(path, origin).href);
}

/**
 * Runs in the page. Logs errors that the browser or the element reports only as events,
 * so that watch() finds them in the console.
 */
function reportEvents() {
	addEventListener("qt-error", (event) => console.error(`qt-error: ${event.detail.message}`));
	addEventListener("securitypolicyviolation", (event) =>
		console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
	);
}

/** Returns an array. From now on, each error and warning that the page reports is added to it. */
function watch(page) {
	const errors = [];
	page.on("pageerror", (error) => errors.push(`uncaught: ${error.stack ?? error}`));
	page.on("console", (message) => {
		if (["error", "warn"].includes(message.type())) errors.push(message.text());
	});
	return errors;
}

/**
 * Waits until every expected error has been reported, but at most 30 seconds. Some errors
 * are reported only after the test's own steps (act) have ended.
 */
async function arrival(errors, expected) {
	const deadline = Date.now() + patience;
	const missing = () => !expected.every((pattern) => errors.some((error) => pattern.test(error)));
	while (missing() && Date.now() < deadline) await sleep(50);
}

/**
 * Fails unless each expected error was reported, and each reported error was expected or is
 * tolerated.
 */
function compare(errors, expected, tolerated) {
	for (const pattern of expected)
		assert.ok(
			errors.some((error) => pattern.test(error)),
			`no ${pattern}`,
		);
	const others = errors.filter(
		(error) => ![...expected, ...tolerated].some((pattern) => pattern.test(error)),
	);
	assert.deepEqual(others, [], "the page reported errors");
}
