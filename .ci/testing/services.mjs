// The services that test files share, so that each file need not start its own. These
// are a database with the project's schema, a Worker (the server) for each build of the
// widget (the browser program), and a Chromium for each lane. A lane is a series of
// test files that run one after the other.
import { rm } from "node:fs/promises";
import { launch, serve } from "../../web/test/support/launch.mjs";
import { makeState } from "../../worker/test/support/wrangler.mjs";

export class Services {
	#state;
	#workers = new Map();
	#browsers = new Map();

	/** Returns the environment variables with which a test file finds the database. */
	async database() {
		// The function makeState creates a database. Each test file copies the database
		// whose folder is in MIGRATED_STATE, and changes only its copy.
		this.#state ??= makeState();
		process.env.MIGRATED_STATE = await this.#state;
		return { MIGRATED_STATE: await this.#state };
	}

	/**
	 * Returns the environment variables with which a test file finds the Workers (the
	 * servers under test) and the database.
	 *
	 * @param {string[]} widgets the builds of the widget that the file tests, such as "tinygo"
	 */
	async serving(widgets) {
		const variables = { ...(await this.database()), WIDGETS: widgets.join(" ") };
		for (const widget of widgets) {
			if (!this.#workers.has(widget)) this.#workers.set(widget, serve(widget));
			variables[`WORKER_${widget}`] = (await this.#workers.get(widget)).origin;
		}
		return variables;
	}

	/**
	 * Returns the environment variables with which a test file finds the Workers (the
	 * servers under test) and the Chromium of its lane. A lane is a series of test files
	 * that run one after the other.
	 *
	 * @param {string[]} widgets the builds of the widget that the file tests, such as "tinygo"
	 * @param {number} lane
	 */
	async browsing(widgets, lane) {
		// Each lane (a series of test files) has its own Chromium. All pages of one
		// browser share a clipboard, so two lanes with the same browser would disturb
		// each other.
		if (!this.#browsers.get(lane)?.connected) this.#browsers.set(lane, await launch());
		return { ...(await this.serving(widgets)), CHROMIUM_ENDPOINT: this.#browsers.get(lane).wsEndpoint() };
	}

	async stop() {
		const workers = await Promise.allSettled(this.#workers.values());
		await Promise.allSettled(workers.map(({ value }) => value?.stop()));
		await Promise.allSettled([...this.#browsers.values()].map((browser) => browser.close()));
		delete process.env.MIGRATED_STATE;
		if (this.#state) await rm(await this.#state, { recursive: true, force: true });
	}
}
