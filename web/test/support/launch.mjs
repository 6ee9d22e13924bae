// Starts what the tests look at: Chromium, and the Worker with the built files.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { startWrangler } from "../../../worker/test/support/wrangler.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const flags = [
	"--no-sandbox", // Chromium's own needs rights that containers withhold
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	// Pages that the tests make up count as public, and their recordings are local.
	"--disable-features=LocalNetworkAccessChecks",
];

/** Makes headless Chromium report a mouse (hover: hover, pointer: fine); by default it reports none. */
export const mouse =
	"--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";

/** Starts Chromium with a fresh profile, and with more flags. */
export function launch(...more) {
	const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
	return puppeteer.launch({ executablePath, args: [...flags, ...more] });
}

/**
 * Chromium for one file of tests: the one that CHROMIUM_ENDPOINT names, which files
 * use one after the other, or else one of its own.
 *
 * @returns {Promise<{browser: import("puppeteer-core").Browser, release: () => Promise<void>}>}
 */
export async function borrowBrowser() {
	const browserWSEndpoint = process.env.CHROMIUM_ENDPOINT;
	if (!browserWSEndpoint) {
		const browser = await launch();
		return { browser, release: () => browser.close() };
	}
	const browser = await puppeteer.connect({ browserWSEndpoint });
	return { browser, release: () => browser.disconnect() };
}

/**
 * A Worker for one file of tests that only reads: the one that a variable such as
 * WORKER_tinygo names, which other files read at the same time, or else one of its own.
 *
 * @param {string} widget the build of the widget that it serves
 * @returns {Promise<{origin: string, release: () => Promise<void>}>}
 */
export async function borrowWorker(widget) {
	const origin = process.env[`WORKER_${widget}`];
	if (origin) return { origin, release: async () => {} };
	const worker = await serve(widget);
	return { origin: worker.origin, release: worker.stop };
}

/** Starts the Worker with the served files that hold one build of the widget. */
export function serve(widget) {
	const assets = `dist/public-${widget}`;
	assert.ok(existsSync(`${root}/${assets}/index.html`), `${assets} is missing: make public-${widget}`);
	return startWrangler({ assets });
}
