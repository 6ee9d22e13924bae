// What tests share instead of starting it for each file: a database with the
// project's schema, a Worker for each build of the widget, a Chromium for each lane.
import { rm } from "node:fs/promises";
import { launch, serve } from "../../web/test/support/launch.mjs";
import { makeState } from "../../worker/test/support/wrangler.mjs";

export class Services {
	#state;
	#workers = new Map();
	#browsers = new Map();

	/** Returns the variables by which a test file that needs a database finds it. */
	async database() {
		// Every file gets a copy of it: see makeState.
		this.#state ??= makeState();
		process.env.MIGRATED_STATE = await this.#state;
		return { MIGRATED_STATE: await this.#state };
	}

	/**
	 * Returns the variables by which a test file finds the Workers.
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
	 * Returns the variables by which a test file finds the Workers and a lane's Chromium.
	 *
	 * @param {string[]} widgets builds that the file visits
	 * @param {number} lane
	 */
	async browsing(widgets, lane) {
		// Another lane's Chromium would do as well, but a browser has one clipboard.
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
