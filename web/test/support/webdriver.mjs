// A client for WebDriver, the W3C protocol that drives browsers
// (www.w3.org/TR/webdriver2). It has only the parts that the tests need. WebKitGTK
// supports no other such protocol.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * In WebDriver's JSON, an element is an object with this one key. The key's value is
 * the reference to the element (section 12.2).
 */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const startTimeout = 20_000;
/**
 * How long to wait for the driver's answer, in milliseconds. If the answer takes
 * longer, it never comes.
 */
const timeout = 45_000;

export class WebDriver {
	#address;

	/**
	 * Creates a client without a session.
	 *
	 * @param {string} origin of the driver
	 */
	constructor(origin) {
		this.#address = origin;
	}

	/**
	 * Starts a session of the browser. Tries for up to 20 seconds, because the driver
	 * may not listen yet.
	 */
	async start(capabilities) {
		const deadline = Date.now() + startTimeout;
		const body = { capabilities: { alwaysMatch: capabilities } };
		while (true) {
			try {
				const { sessionId } = await this.#send("POST", "/session", body);
				this.#address += `/session/${sessionId}`;
				return;
			} catch (error) {
				if (error.cause?.code !== "ECONNREFUSED" || Date.now() > deadline) throw error;
				await sleep(50);
			}
		}
	}

	post(path, body = {}) {
		return this.#send("POST", path, body);
	}

	get(path) {
		return this.#send("GET", path);
	}

	delete(path) {
		return this.#send("DELETE", path);
	}

	/** Runs fn(...args) in the page and returns its result. If fn returns a promise, waits for it. */
	run(fn, ...args) {
		const script = `return (${fn})(...arguments)`;
		return this.post("/execute/sync", { script, args });
	}

	/**
	 * Finds the first element that matches, and returns a reference to it. The
	 * reference can be passed to scripts and commands.
	 */
	async find(selector) {
		const found = await this.post("/element", { using: "css selector", value: selector });
		return { [elementKey]: found[elementKey] };
	}

	async #send(method, path, body) {
		const answer = await fetch(this.#address + path, {
			method,
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(timeout),
		});
		const { value } = await answer.json();
		if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
		return value;
	}
}
