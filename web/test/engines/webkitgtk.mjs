// WebKitGTK, by way of its own driver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startProxy } from "./proxy.mjs";
import { WebDriver } from "./webdriver.mjs";

/** What a page is waited for, in milliseconds. */
const patience = 30_000;

const miniBrowsers = () => fs.globSync("/usr/lib/*/webkit2gtk-4.1/MiniBrowser");

/** Keys of the keyboard by name, as WebDriver has them (section 15.4.2). */
const keys = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowLeft: "\uE012", ArrowRight: "\uE014" };

/** Starts the driver, with a screen that nobody sees. */
export async function startWebKit() {
	const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const [display] = await once(screen.stdio[3], "data");
	const port = await freePort();
	const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
		env: {
			...process.env,
			DISPLAY: `:${String(display).trim()}`,
			// Its sandbox needs rights that containers withhold.
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
		},
		stdio: "ignore",
	});
	return new WebKit(`http://127.0.0.1:${port}`, [driver, screen], await startProxy());
}

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}

/** How many pages one window of WebKitGTK shows: it gives the memory of programs back late. */
const pagesInWindow = 10;

/**
 * WebKitGTK: a new browser takes longer than most tests, so that a window shows
 * several pages after another. Its profile is kept nowhere.
 */
class WebKit {
	#origin;
	#processes;
	#proxy;
	#driver;
	#pages = 0;

	constructor(origin, processes, proxy) {
		this.#origin = origin;
		this.#processes = processes;
		this.#proxy = proxy;
	}

	async open({ width = 1280, height = 800 } = {}) {
		if (this.#pages++ % pagesInWindow === 0) {
			await this.#driver?.delete("");
			this.#driver = await this.#start();
		}
		const page = new WebKitPage(this.#driver, this.#proxy);
		await page.resize(width, height);
		return page;
	}

	async #start() {
		const driver = new WebDriver(this.#origin);
		const [binary] = miniBrowsers();
		const proxy = `127.0.0.1:${this.#proxy.port}`;
		await driver.start({
			"webkitgtk:browserOptions": { binary, args: ["--automation"] },
			proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy },
			timeouts: { script: 5_000, pageLoad: patience, implicit: 0 },
			pageLoadStrategy: "none", // it would wait for frames that never arrive, before every call
		});
		return driver;
	}

	async close() {
		await this.#driver?.delete("");
		for (const process of this.#processes) process.kill();
		this.#proxy.close();
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
