// What the tests of the studio (the editor of transcripts) share: one Chromium, one real
// Worker with a database and a publisher's token, and visits to the studio.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { makeState, makeToken, startWrangler } from "../../../worker/test/support/wrangler.mjs";
import { borrowBrowser } from "./launch.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const patience = 60_000;
const [widget] = (process.env.WIDGETS ?? "tinygo go").split(" ");

/**
 * Reads the third line of the interview's source file. This line contains an
 * introduction, followed by the whole interview.
 */
export const seedLine = () =>
	readFileSync(join(root, "shared/ingest/testdata/seed.txt"), "utf8").split("\n")[2];

/** The text of the interview, without the introduction. */
export const seed = () => seedLine().slice(seedLine().indexOf("Host: Sam, I want"));

/**
 * Makes a source text of at least this many bytes, in ASCII. It has questions of one
 * speaker and answers of another.
 */
export function longSource(bytes) {
	const exchange = (n) =>
		`Speaker A: Question ${n}, what happened on that day?\nSpeaker B: ${"We went on and nobody said a word about it. ".repeat(4)}${n}.\n`;
	let text = "";
	for (let n = 1; text.length < bytes; n++) text += exchange(n);
	return text;
}

/** Starts the Worker and the browser before the tests of a test file, and stops them afterwards. */
export function studioSite() {
	const site = new Site();
	before(() => site.start());
	after(() => site.stop());
	return site;
}

class Site {
	async start() {
		this.state = await makeState();
		this.token = await makeToken(this.state);
		this.worker = await startWrangler({ assets: `dist/public-${widget}`, state: this.state });
		this.origin = this.worker.origin;
		this.borrowed = await borrowBrowser();
	}

	async stop() {
		await this.borrowed?.release();
		await this.worker?.stop();
		if (this.state) await rm(this.state, { recursive: true, force: true });
	}

	/** Fetches HTML from the Worker. */
	async html(path) {
		return (await fetch(this.origin + path, { headers: { Accept: "text/html" } })).text();
	}

	/** Fetches JSON from the Worker. */
	async json(path) {
		return (await fetch(this.origin + path)).json();
	}

	/**
	 * Opens the studio, calls act with the studio, and closes the studio. The argument errors
	 * has patterns of expected errors. The test fails if the page reports any other error.
	 *
	 * @param {{path?: string, width?: number, scheme?: string, errors?: RegExp[]}} visit
	 * @param {(studio: Studio, context: import("puppeteer-core").BrowserContext) => Promise<void>} act
	 */
	async visit({ errors = [], ...visit }, act) {
		const context = await this.borrowed.browser.createBrowserContext();
		try {
			await context.overridePermissions(this.origin, [
				"clipboard-read",
				"clipboard-write",
				"clipboard-sanitized-write",
			]);
			const studio = await this.open(context, visit);
			await act(studio, context);
			const others = studio.reported.filter((error) => !errors.some((pattern) => pattern.test(error)));
			assert.deepEqual(others, [], "the page reported errors");
		} finally {
			await context.close();
		}
	}

	/** Opens another page in the browser profile of a visit (context). */
	async open(context, { path = "/studio", width = 1280, height = 900, scheme = "light" } = {}) {
		const page = await context.newPage();
		page.setDefaultTimeout(patience);
		await page.setViewport({ width, height });
		await page.emulateMediaFeatures([
			{ name: "prefers-color-scheme", value: scheme },
			{ name: "prefers-reduced-motion", value: "reduce" },
		]);
		const studio = new Studio(page, this);
		await page.goto(this.origin + path);
		return studio;
	}
}

/**
 * Operates the page of the studio (the editor of transcripts) as an editor does: with
 * keys, clicks, pasted text, and dropped files.
 */
export class Studio {
	reported = [];

	constructor(page, site) {
		Object.assign(this, { page, site });
		page.on("pageerror", (error) => this.reported.push(`uncaught: ${error.stack ?? error}`));
		page.on("console", (message) => {
			if (["error", "warn"].includes(message.type())) this.reported.push(message.text());
		});
	}

	/** Pastes a text into the focused element, as Ctrl+V does. */
	async paste(text) {
		await this.page.evaluate((text) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData("text/plain", text);
			const target = document.activeElement ?? document.body;
			target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
		}, text);
	}

	/**
	 * Drops a file on the page. The argument others has the names of empty files that are
	 * dropped together with it.
	 */
	async drop(name, bytes, ...others) {
		await this.page.evaluate(
			(files) => {
				const dataTransfer = new DataTransfer();
				for (const [name, bytes] of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
				document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
			},
			[[name, [...bytes]], ...others.map((name) => [name, []])],
		);
	}

	/**
	 * Drops a text on an element. Returns true if the browser's own handling of the
	 * drop was left on, which means that the page did not call preventDefault().
	 */
	dropText(selector, text) {
		return this.page.$eval(
			selector,
			(element, text) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.setData("text/plain", text);
				return element.dispatchEvent(
					new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
				);
			},
			text,
		);
	}

	/** Waits until test(...args), which runs in the page, returns a truthy value. */
	until(test, ...args) {
		return this.page.waitForFunction(test, { polling: 50 }, ...args);
	}

	/** Waits until the studio's preview of the transcript shows exactly this number of turns. */
	async previewed(turns) {
		const shown = (turns) =>
			document.querySelector("#preview-frame").shadowRoot?.querySelectorAll(".ql[data-live] .turn").length ===
			turns;
		await this.until(shown, turns);
	}

	/** Waits until a visible element that matches selector contains these words. */
	async says(selector, words) {
		const said = (selector, words) =>
			[...document.querySelectorAll(selector)].some(
				(element) => element.checkVisibility() && element.textContent.includes(words),
			);
		await this.until(said, selector, words).catch(async (error) => {
			throw new Error(`${selector} does not say “${words}”, but: ${await this.text(selector)}`, {
				cause: error,
			});
		});
	}

	text(selector) {
		return this.page.evaluate(
			(selector) => (document.querySelector(selector)?.textContent ?? "nothing").replace(/\s+/g, " "),
			selector,
		);
	}

	/** Clicks the control that has this accessible name. */
	async press(name) {
		await this.page.locator(`::-p-aria([name="${name}"])`).click();
	}

	/** Replaces the text in a field. Then presses Tab, which leaves the field. */
	async fill(selector, words) {
		await this.page.locator(selector).click({ count: 3 });
		await this.page.keyboard.press("Delete");
		await this.page.keyboard.type(words);
		await this.page.keyboard.press("Tab");
	}

	async choose(selector, value) {
		await this.page.waitForSelector(selector, { visible: true });
		await this.page.select(selector, value);
	}

	/** Opens the form for editing turn n. */
	async edit(n) {
		await this.press(`Edit turn ${n}`);
		await this.page.waitForSelector(".turn-form textarea", { visible: true });
	}

	/** Fills in the fields that are required for publishing, such as the title. */
	async describe(title) {
		await this.press("Details");
		await this.fill("#field-title", title);
		await this.says("#title", title);
		await this.choose("#field-lang", "en");
		await this.until(() => document.querySelector("#field-lang").dataset.saved === "en");
		await this.choose("#field-editing", "translated");
		await this.until(() => document.querySelector("#field-editing").dataset.saved === "translated");
	}

	/** Publishes the transcript with the studio's "Publish" dialog. */
	async publish({ token = this.site.token, note } = {}) {
		await this.press("Publish");
		await this.page.waitForSelector("#token", { visible: true });
		if (note) await this.fill("#correction", note);
		await this.fill("#token", token);
		await this.page.click("#publishing form .solid");
	}

	/** The text in the clipboard. */
	copied() {
		return this.page.evaluate(() => navigator.clipboard.readText());
	}
}
