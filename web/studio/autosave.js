// Saves the editor's work as a draft in this browser after each change. A draft consists of
// the source (the imported text) and the editing steps.
import { count } from "./dom.js";
import * as drafts from "./drafts.js";
import { say } from "./status.js";

/** @import { Draft } from "./types.js" */

export class Autosave {
	/**
	 * The key of the draft, which identifies it in the browser's database. It is undefined
	 * before the first save, and after the work is published.
	 *
	 * @type {string | undefined}
	 */
	key;
	/** The name of the file that contains the source. It is "" if the text was pasted. */
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
	 * Must be called when another source is opened. With a key, later changes are saved in
	 * the draft with that key. Without a key, they are saved in a new draft.
	 *
	 * @param {string} name
	 * @param {string} [key]
	 */
	begin(name, key) {
		this.name = name;
		this.key = key;
	}

	/**
	 * Saves the present state of the work. If a save is running, this one begins when that
	 * one has ended.
	 */
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

	/** Removes the draft, because its work is published. The next change begins a new draft. */
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

	/**
	 * Returns the present state of the work as a draft.
	 *
	 * @returns {Draft}
	 */
	#draft() {
		const { view, published, client } = this.studio;
		const title = view.fields.title || this.name || `${count(view.turns, "turn")} without a title`;
		return { title, name: this.name, saved: Date.now(), turns: view.turns, log: client.log, published };
	}
}
