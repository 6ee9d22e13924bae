// Starts Chromium and a Cloudflare Worker for the browser tests. The Worker serves the
// built files.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { startWrangler } from "../../../worker/test/support/wrangler.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const flags = [
	"--no-sandbox", // Chromium's own sandbox needs rights that containers withhold
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	// By default Chromium blocks requests from public pages to servers on the local
	// machine. It treats the tests' made-up pages as public, and the server of the test
	// recording as local. This flag ends the blocking.
	"--disable-features=LocalNetworkAccessChecks",
];

/**
 * A flag that makes headless Chromium report a mouse (hover: hover, pointer: fine). By
 * default it reports no pointing device.
 */
export const mouse =
	"--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";

/** Starts Chromium with a new profile. The arguments are additional command-line flags. */
export function launch(...more) {
	const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
	return puppeteer.launch({ executablePath, args: [...flags, ...more] });
}

/**
 * Returns Chromium for one test file. If the environment variable CHROMIUM_ENDPOINT
 * names a running browser, which several test files use one after another, returns that
 * browser. Otherwise starts a new one.
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
 * Returns a Worker for a test file whose tests publish no transcripts. So several test
 * files can share one Worker. If an environment variable such as WORKER_tinygo contains
 * the origin of a running Worker, that Worker is returned. Otherwise a new one starts.
 *
 * @param {string} widget the build of the widget that the Worker serves
 * @returns {Promise<{origin: string, release: () => Promise<void>}>}
 */
export async function borrowWorker(widget) {
	const origin = process.env[`WORKER_${widget}`];
	if (origin) return { origin, release: async () => {} };
	const worker = await serve(widget);
	return { origin: worker.origin, release: worker.stop };
}

/** Starts a Cloudflare Worker that serves one build of the widget, from dist/public-WIDGET. */
export function serve(widget) {
	const assets = `dist/public-${widget}`;
	assert.ok(existsSync(`${root}/${assets}/index.html`), `${assets} is missing: make public-${widget}`);
	return startWrangler({ assets });
}
