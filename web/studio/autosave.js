// Saves the open transcript as a draft in this browser after each change.
import { count } from "./dom.js";
import * as drafts from "./drafts.js";
import { say } from "./status.js";

/** @import { Draft } from "./types.js" */

export class Autosave {
	/**
	 * The key of the draft; undefined before the first save, and after the work is
	 * published.
	 *
	 * @type {string | undefined}
	 */
	key;
	/** The name of the source's file; "" if the text was pasted. */
	name = "";
	/**
	 * Resolves when the latest state is saved.
	 *
	 * @type {Promise<unknown>}
	 */
	saved = Promise.resolve();

	/** @param {import("./studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
	}

	/**
	 * Prepares for another source. With a key, further changes are saved in that draft;
	 * without one, in a new draft.
	 *
	 * @param {string} name
	 * @param {string} [key]
	 */
	begin(name, key) {
		this.name = name;
		this.key = key;
	}

	/** Saves the present state, as soon as an earlier save has ended. */
	save() {
		this.saved = this.saved
			.then(() => this.#keep())
			.catch((error) => {
				say(
					`The browser cannot keep your work (${error.message}). Do not close this page before you publish.`,
					true,
				);
			});
	}

	/** Removes the draft after its work is published. The next change begins a new draft. */
	async forget() {
		await this.saved;
		if (this.key) await drafts.remove(this.key);
		this.key = undefined;
	}

	async #keep() {
		if (this.key) return drafts.save(this.key, this.#draft());
		const { source } = this.studio.client;
		if (!source) throw new Error("no source is open");
		const key = drafts.newKey();
		await drafts.hold(key);
		await drafts.create(key, this.#draft(), source);
		this.key = key;
		history.replaceState(null, "", `?draft=${key}`);
		this.studio.showState();
	}

	/** @returns {Draft} */
	#draft() {
		const { view, published, client } = this.studio;
		const title = view.fields.title || this.name || `${count(view.turns, "turn")} without a title`;
		return { title, name: this.name, saved: Date.now(), turns: view.turns, log: client.log, published };
	}
}
