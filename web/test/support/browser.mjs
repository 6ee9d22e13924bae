// What the browser tests share: one Chromium, one real Worker for each build of
// the widget, and visits to its pages, each in a fresh profile. An error that a page
// reports fails the test that did not expect it.
//
// WIDGETS names the builds: "tinygo go" by default.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { borrowBrowser, borrowWorker } from "./launch.mjs";
import { intercept } from "./page.mjs";
import { Timeline } from "./timeline.mjs";

/** Milliseconds after which a subject with all its tests counts as hanging. */
const timeout = 600_000;
/** How long tests wait for a page, in milliseconds. */
const patience = 30_000;
export const widgets = (process.env.WIDGETS ?? "tinygo go").split(" ");

/** The interview that the demo pages show. */
export const interview = "/v1/transcripts/altman-murati-2023";

// Everything is started when it is first asked for, and lives until the last
// test of the process has ended.
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
 * Declares a subject's tests once for each build of the widget.
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
 * @typedef {object} Visit
 * @property {string} path of the page, with its fragment
 * @property {number} [width] of the viewport, 1280
 * @property {number} [height] of the viewport, 800
 * @property {"light" | "dark"} [scheme]
 * @property {"reduce" | "no-preference"} [motion] "reduce", so that no test waits for a scroll
 * @property {boolean} [scripts] whether JavaScript is on
 * @property {boolean} [live] whether to wait until the program runs
 * @property {string[]} [permissions] granted to the page
 * @property {() => void} [prepare] runs in the page before its own scripts
 * @property {(url: string) => object | "abort" | undefined} [answers] instead of the server's
 * @property {RegExp[]} [errors] that the page must report; any other fails the test
 */

/** The pages that one build of the widget is served on. */
class Site {
	/** The Worker's, once the tests run. */
	origin = "";

	/** @param {string} widget the build */
	constructor(widget) {
		this.widget = widget;
	}

	/**
	 * Opens a page, lets act work on it, and closes it.
	 *
	 * @param {string | Visit} where
	 * @param {(page: import("puppeteer-core").Page, timeline: Timeline) => Promise<void>} act
	 */
	async visit(where, act) {
		const visit = { live: true, errors: [], ...(typeof where === "string" ? { path: where } : where) };
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
			compare(errors, visit.errors);
		} finally {
			await context.close();
		}
	}

	/** The interview as the Worker serves it. */
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

/** In the page: logs the errors that only events report. */
function reportEvents() {
	addEventListener("qt-error", (event) => console.error(`qt-error: ${event.detail.message}`));
	addEventListener("securitypolicyviolation", (event) =>
		console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
	);
}

/** Collects what a page reports as an error or a warning. */
function watch(page) {
	const errors = [];
	page.on("pageerror", (error) => errors.push(`uncaught: ${error.stack ?? error}`));
	page.on("console", (message) => {
		if (["error", "warn"].includes(message.type())) errors.push(message.text());
	});
	return errors;
}

/** Waits for the errors that are expected: some are reported after the test has looked. */
async function arrival(errors, expected) {
	const deadline = Date.now() + patience;
	const missing = () => !expected.every((pattern) => errors.some((error) => pattern.test(error)));
	while (missing() && Date.now() < deadline) await sleep(50);
}

/** Fails unless every expected error was reported, and no other. */
function compare(errors, expected) {
	for (const pattern of expected)
		assert.ok(
			errors.some((error) => pattern.test(error)),
			`no ${pattern}`,
		);
	const others = errors.filter((error) => !expected.some((pattern) => pattern.test(error)));
	assert.deepEqual(others, [], "the page reported errors");
}
