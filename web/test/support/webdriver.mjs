// A client for the parts of the W3C WebDriver protocol (www.w3.org/TR/webdriver2) that
// the tests need. WebKitGTK can be driven by no other protocol.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * In JSON, an element is an object whose only key is this one; its value is the
 * reference (section 12.2).
 */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const startTimeout = 20_000;
/** How long to wait for the driver's answer, in milliseconds. A later answer never comes. */
const timeout = 45_000;

export class WebDriver {
	#address;

	/** @param {string} origin of the driver */
	constructor(origin) {
		this.#address = origin;
	}

	/** Starts a session. If the driver does not listen yet, tries again for up to 20 seconds. */
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

	/** The first element that matches, as a reference that can be passed to scripts and commands. */
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
