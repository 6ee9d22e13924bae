// A client of the W3C WebDriver protocol (www.w3.org/TR/webdriver2), as far as the
// tests need it: WebKitGTK has nothing else.
import { setTimeout as sleep } from "node:timers/promises";

/** The key under which an element's reference travels (section 12.2). */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const startTimeout = 20_000;
/** What the driver does not answer within so many milliseconds, it never will. */
const timeout = 45_000;

export class WebDriver {
	#address;

	/** @param {string} origin of the driver */
	constructor(origin) {
		this.#address = origin;
	}

	/** Starts a session, once the driver listens. */
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

	/** What fn(...args) gives in the page; a promise is waited for. */
	run(fn, ...args) {
		const script = `return (${fn})(...arguments)`;
		return this.post("/execute/sync", { script, args });
	}

	/** The first element that matches, as scripts take it. */
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
