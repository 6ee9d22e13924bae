// The same interface to three browser engines. puppeteer drives Chromium and Firefox,
// and webkitgtk.mjs drives WebKitGTK. In each engine a page can open a URL, run a
// function (in the page or in one of its frames), and receive keys and clicks.
import puppeteer from "puppeteer-core";
import { launch } from "./launch.mjs";
import { startWebKit } from "./webkitgtk.mjs";

/** How long puppeteer waits for a page, in milliseconds. */
const patience = 30_000;

/** For each browser engine, the function that starts it. */
export const engines = { Chromium: startChromium, Firefox: startFirefox, WebKitGTK: startWebKit };

async function startChromium() {
	return new Puppet(await launch());
}

async function startFirefox() {
	const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
	return new Puppet(await puppeteer.launch({ browser: "firefox", executablePath }));
}

/** A Chromium or Firefox browser that puppeteer drives. */
class Puppet {
	#browser;

	constructor(browser) {
		this.#browser = browser;
	}

	/** Opens an empty page in a new browser profile. */
	async open({ width = 1280, height = 800 } = {}) {
		const context = await this.#browser.createBrowserContext();
		const page = await context.newPage();
		page.setDefaultTimeout(patience);
		await page.setViewport({ width, height });
		return new PuppetPage(context, page);
	}

	close() {
		return this.#browser.close();
	}
}

class PuppetPage {
	#context;
	#page;
	#asked = [];

	constructor(context, page) {
		this.#context = context;
		this.#page = page;
		page.on("request", (request) => this.#asked.push(request.url()));
	}

	/**
	 * The URLs that the page and its frames have requested so far, in order. They come
	 * from the browser's network log.
	 */
	asked() {
		return this.#asked;
	}

	async goto(url) {
		// With "domcontentloaded", puppeteer also waits for the frames in the page, and the
		// document of a frame may never arrive.
		await this.#page.goto(url, { waitUntil: [] });
		await this.#page.waitForFunction(() => document.readyState !== "loading", { polling: 20 });
	}

	run(fn, ...args) {
		return this.#page.evaluate(fn, ...args);
	}

	/**
	 * Runs fn(...args) in the frame that matches selector, and returns its result. If
	 * the frame loads another document before fn has ended, fn runs once more in the
	 * new document.
	 */
	async runIn(selector, fn, ...args) {
		while (true) {
			const handle = await this.#page.$(selector);
			const frame = await handle.contentFrame();
			try {
				return await frame.evaluate(fn, ...args);
			} catch (error) {
				if (!/context was destroyed/.test(error.message)) throw error;
			}
		}
	}

	async resize(width, height) {
		await this.#page.setViewport({ width, height });
	}

	async press(key) {
		await this.#page.keyboard.press(key);
	}

	async type(text) {
		await this.#page.keyboard.type(text);
	}

	async click(x, y) {
		await this.#page.mouse.click(x, y);
	}

	async cookies() {
		return this.#context.cookies();
	}

	/** A screenshot of the window: a PNG file in base64. */
	picture() {
		return this.#page.screenshot({ encoding: "base64" });
	}

	async close() {
		await this.#context.close();
	}
}
