// The services that test files share, so that each file need not start its own: a
// database with the project's schema, a Worker for each build of the widget, and a
// Chromium for each lane (jobs that run one after the other).
import { rm } from "node:fs/promises";
import { launch, serve } from "../../web/test/support/launch.mjs";
import { makeState } from "../../worker/test/support/wrangler.mjs";

export class Services {
	#state;
	#workers = new Map();
	#browsers = new Map();

	/** Returns the environment variables that lead a test file to the database. */
	async database() {
		// A test file works on its own copy of this database, which makeState makes from
		// MIGRATED_STATE.
		this.#state ??= makeState();
		process.env.MIGRATED_STATE = await this.#state;
		return { MIGRATED_STATE: await this.#state };
	}

	/**
	 * Returns the environment variables that lead a test file to the Workers.
	 *
	 * @param {string[]} widgets builds that the file visits
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
	 * Returns the environment variables that lead a test file to the Workers and to a
	 * lane's Chromium.
	 *
	 * @param {string[]} widgets builds that the file visits
	 * @param {number} lane
	 */
	async browsing(widgets, lane) {
		// Each lane has its own Chromium, because all pages of a browser share one
		// clipboard.
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
