// Drives the browser WebKitGTK with WebKit's own driver, WebKitWebDriver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../../worker/test/support/wrangler.mjs";
import { startProxy } from "./proxy.mjs";
import { WebDriver } from "./webdriver.mjs";

/** The time limit for loading a page, in milliseconds. */
const patience = 30_000;

const miniBrowsers = () => fs.globSync("/usr/lib/*/webkit2gtk-4.1/MiniBrowser");

/** The code points that WebDriver uses for keys (section 15.4.2), by the key's name. */
const keys = {
	Backspace: "\uE003",
	Tab: "\uE004",
	Enter: "\uE007",
	Escape: "\uE00C",
	Home: "\uE011",
	ArrowLeft: "\uE012",
	ArrowRight: "\uE014",
	Delete: "\uE017",
};

/**
 * Starts a virtual screen (Xvfb) and a proxy. The browser itself starts when a page is
 * first opened.
 */
export async function startWebKit() {
	const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const [display] = await once(screen.stdio[3], "data");
	return new WebKit(screen, `:${String(display).trim()}`, await startProxy());
}

/**
 * How many pages one window shows before a new window replaces it. A new window frees
 * the memory of WebAssembly programs, which WebKitGTK itself frees late.
 */
const pagesInWindow = 10;

/**
 * The WebKitGTK browser. Opening a window takes longer than most tests. So one window
 * shows several pages, one after another.
 */
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

	/**
	 * Opens an empty page. If the window does not answer, opens the page in a new
	 * window. If that fails too, throws an error.
	 */
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

/**
 * A browser window and its driver (WebKitWebDriver), which starts the browser as a
 * child process. The browser's profile is temporary.
 */
class Window {
	pages = 0; // how many pages the window has shown
	#process;

	constructor(display, port) {
		this.#process = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
			detached: true, // the driver leads a process group, which contains the browser; close() ends the whole group
			env: {
				...process.env,
				DISPLAY: display,
				// WebKit's sandbox needs privileges that processes in a container lack.
				WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
			},
			stdio: "ignore",
		});
		this.driver = new WebDriver(`http://127.0.0.1:${port}`);
	}

	/**
	 * Starts the browser, which sends all requests through a proxy.
	 *
	 * @param {number} port of the proxy that receives all requests
	 */
	async start(port) {
		const [binary] = miniBrowsers();
		const proxy = `127.0.0.1:${port}`;
		await this.driver.start({
			"webkitgtk:browserOptions": { binary, args: ["--automation"] },
			proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy },
			timeouts: { script: 5_000, pageLoad: patience, implicit: 0 },
			// With any other strategy, every command would first wait for all frames to
			// load. Some frames of the tests never load.
			pageLoadStrategy: "none",
		});
	}

	/**
	 * Kills the processes of the driver and the browser. A browser that hangs would not
	 * react to a request to end.
	 */
	close() {
		try {
			process.kill(-this.#process.pid, "SIGKILL");
		} catch (error) {
			if (error.code !== "ESRCH") throw error; // with ESRCH, the processes have already ended
		}
	}
}

class WebKitPage {
	#driver;
	#asked;
	#before; // how many addresses earlier pages had requested

	constructor(driver, { asked }) {
		this.#driver = driver;
		this.#asked = asked;
		this.#before = asked.length;
	}

	/**
	 * The URLs that this page and its frames have requested, in order. They come from
	 * the proxy that all requests pass through.
	 */
	asked() {
		return this.#asked.slice(this.#before);
	}

	/** Opens a URL, and waits until the browser has parsed the document. */
	async goto(url) {
		await this.#driver.post("/url", { url });
		const deadline = Date.now() + patience;
		const there = (url) => location.href === url && document.readyState !== "loading";
		const leaving = (error) => {
			if (!error.message.includes("unload")) throw error; // with "unload", the previous page is still being unloaded
		};
		while (!(await this.run(there, url).catch(leaving))) {
			if (Date.now() > deadline) throw new Error(`${url} does not arrive`);
			await sleep(20);
		}
	}

	/**
	 * Runs fn(...args) in the page. While a frame begins to load, the driver sometimes
	 * loses a call. Then the call times out, and fn runs a second time.
	 */
	async run(fn, ...args) {
		try {
			return await this.#driver.run(fn, ...args);
		} catch (error) {
			if (!error.message.includes("timeout")) throw error;
			return this.#driver.run(fn, ...args);
		}
	}

	/**
	 * Runs fn(...args) in the frame that matches selector. If the frame's document was
	 * replaced just before, fn runs in the new document.
	 */
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

	/**
	 * Sets the size of the whole window, including its border. The smallest possible
	 * width is 447 pixels, which is WebKitGTK's limit.
	 */
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

	/**
	 * Opens about:blank instead of the page, which ends the page's listeners and
	 * requests. If the browser's window has crashed, this is only printed, because the
	 * test of the page is over. The next page then gets a new window (see WebKit.open).
	 */
	async close() {
		try {
			await this.goto("about:blank");
		} catch (error) {
			console.error(`WebKitGTK's window ended after its page was tested: ${error.message}`);
		}
	}
}
