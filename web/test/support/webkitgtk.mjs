// WebKitGTK, by way of its own driver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../worker/test/support/wrangler.mjs";
import { startProxy } from "./proxy.mjs";
import { WebDriver } from "./webdriver.mjs";

/** What a page is waited for, in milliseconds. */
const patience = 30_000;

const miniBrowsers = () => fs.globSync("/usr/lib/*/webkit2gtk-4.1/MiniBrowser");

/** Keys of the keyboard by name, as WebDriver has them (section 15.4.2). */
const keys = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowLeft: "\uE012", ArrowRight: "\uE014" };

/** Starts a virtual screen for windows of WebKitGTK. */
export async function startWebKit() {
	const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const [display] = await once(screen.stdio[3], "data");
	return new WebKit(screen, `:${String(display).trim()}`, await startProxy());
}

/** How many pages one window of WebKitGTK shows: it gives the memory of programs back late. */
const pagesInWindow = 10;

/** WebKitGTK: a new window takes longer than most tests, so that one shows several pages after another. */
class WebKit {
	#screen;
	#display;
	#proxy;
	#window;

	constructor(screen, display, proxy) {
		this.#screen = screen;
		this.#display = display;
		this.#proxy = proxy;
	}

	/** Opens an empty page; a window that does not answer is replaced, once. */
	async open(size) {
		try {
			return await this.#open(size);
		} catch (error) {
			console.error(`WebKitGTK gets another window, since this one failed: ${error.message}`);
			this.#closeWindow();
			return this.#open(size);
		}
	}

	async #open({ width = 1280, height = 800 } = {}) {
		if (this.#window?.pages === pagesInWindow) this.#closeWindow();
		if (!this.#window) {
			this.#window = new Window(this.#display, await freePort());
			await this.#window.start(this.#proxy.port);
		}
		this.#window.pages++;
		const page = new WebKitPage(this.#window.driver, this.#proxy);
		await page.resize(width, height);
		return page;
	}

	#closeWindow() {
		this.#window?.close();
		this.#window = undefined;
	}

	async close() {
		this.#closeWindow();
		this.#screen.kill();
		this.#proxy.close();
	}
}

/** A window, and the driver that is its parent. Its profile is kept nowhere. */
class Window {
	pages = 0; // that it has shown
	#process;

	constructor(display, port) {
		this.#process = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
			detached: true, // a process group, so that the browser's processes can be ended as well
			env: {
				...process.env,
				DISPLAY: display,
				// Its sandbox needs rights that containers withhold.
				WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
			},
			stdio: "ignore",
		});
		this.driver = new WebDriver(`http://127.0.0.1:${port}`);
	}

	/** @param {number} port of the proxy that all requests go through */
	async start(port) {
		const [binary] = miniBrowsers();
		const proxy = `127.0.0.1:${port}`;
		await this.driver.start({
			"webkitgtk:browserOptions": { binary, args: ["--automation"] },
			proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy },
			timeouts: { script: 5_000, pageLoad: patience, implicit: 0 },
			pageLoadStrategy: "none", // it would wait for frames that never arrive, before every call
		});
	}

	/** Ends it whatever state it is in: a browser that hangs does not answer a request to end. */
	close() {
		try {
			process.kill(-this.#process.pid, "SIGKILL");
		} catch (error) {
			if (error.code !== "ESRCH") throw error; // there is nothing left to end
		}
	}
}

class WebKitPage {
	#driver;
	#asked;
	#before; // how much had been asked by pages before this one

	constructor(driver, { asked }) {
		this.#driver = driver;
		this.#asked = asked;
		this.#before = asked.length;
	}

	/** The addresses that have been asked for through the proxy. */
	asked() {
		return this.#asked.slice(this.#before);
	}

	/** Goes there, and waits until the document is parsed. */
	async goto(url) {
		await this.#driver.post("/url", { url });
		const deadline = Date.now() + patience;
		const there = (url) => location.href === url && document.readyState !== "loading";
		const leaving = (error) => {
			if (!error.message.includes("unload")) throw error; // of the page before
		};
		while (!(await this.run(there, url).catch(leaving))) {
			if (Date.now() > deadline) throw new Error(`${url} does not arrive`);
			await sleep(20);
		}
	}

	/** The driver loses a call now and then while a frame begins to load: it is made again. */
	async run(fn, ...args) {
		try {
			return await this.#driver.run(fn, ...args);
		} catch (error) {
			if (!error.message.includes("timeout")) throw error;
			return this.#driver.run(fn, ...args);
		}
	}

	/** The frame may be changing its document at this moment: then the new one is asked. */
	async runIn(selector, fn, ...args) {
		try {
			return await this.#runIn(selector, fn, ...args);
		} catch (error) {
			if (!/no such (window|frame)/.test(error.message)) throw error;
			return this.#runIn(selector, fn, ...args);
		}
	}

	async #runIn(selector, fn, ...args) {
		await this.#driver.post("/frame", { id: await this.#driver.find(selector) });
		try {
			return await this.run(fn, ...args);
		} finally {
			await this.#driver.post("/frame", { id: null });
		}
	}

	/** The window's frame is part of its size, and narrower than 447 pixels it does not get. */
	async resize(width, height) {
		await this.#driver.post("/window/rect", { width, height });
	}

	async press(key) {
		await this.type(keys[key] ?? key);
	}

	async type(text) {
		const actions = [...text].flatMap((value) => [
			{ type: "keyDown", value },
			{ type: "keyUp", value },
		]);
		await this.#driver.post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
	}

	async click(x, y) {
		const actions = [
			{ type: "pointerMove", x: Math.round(x), y: Math.round(y) },
			{ type: "pointerDown", button: 0 },
			{ type: "pointerUp", button: 0 },
		];
		await this.#driver.post("/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
	}

	cookies() {
		return this.#driver.get("/cookie");
	}

	picture() {
		return this.#driver.get("/screenshot");
	}

	/** Leaves the page: what it listens to, and loads, ends. */
	async close() {
		await this.goto("about:blank");
	}
}
