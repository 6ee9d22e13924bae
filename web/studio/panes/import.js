// The form that imports a transcript. The editor can paste it, drop it, open it from a file
// or from the server, or open a draft.

import { byId, count, h } from "../dom.js";
import * as drafts from "../drafts.js";
import { say, sayToo } from "../status.js";

/** @import { Draft } from "../types.js" */

const mostNamed = 5; // the most files that a message names

/**
 * Reports whether the target of an event is in a text field.
 *
 * @param {EventTarget | null} target
 */
const inField = (target) => target instanceof Element && target.closest("input, textarea, [contenteditable]");
const inDialog = () => document.querySelector("dialog[open]") !== null;

/**
 * Returns the files and the text that were pasted or dropped. Without any, files is [] and
 * text is "".
 *
 * @param {DataTransfer | null} data
 */
const contents = (data) => ({ files: [...(data?.files ?? [])], text: data?.getData("text/plain") ?? "" });

export class ImportPane {
	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("import");
		this.field = byId("paste");
		this.#paste();
		this.#files();
		this.#drop();
		byId("published").addEventListener("submit", (event) => {
			event.preventDefault();
			studio.openPublished(byId("published-id").value.trim());
		});
	}

	// A pasted text is opened immediately. It is not put into the field first, because the
	// browser would need too long to lay out a long text there.
	#paste() {
		document.addEventListener("paste", (event) => {
			const own = event.target === this.field;
			if (!own && (inField(event.target) || inDialog())) return;
			const { files, text } = contents(event.clipboardData);
			if (files.length === 0 && (text === "" || (own && this.field.value !== ""))) return;
			event.preventDefault();
			if (text) this.#read(text);
			else this.#open(files);
		});
		byId("typed").addEventListener("submit", (event) => {
			event.preventDefault();
			this.#read(this.field.value);
		});
		this.field.addEventListener("keydown", (event) => {
			if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#read(this.field.value);
		});
	}

	/**
	 * Opens a pasted or dropped text as the source of a new transcript.
	 *
	 * @param {string} text
	 */
	#read(text) {
		this.studio.read(new TextEncoder().encode(text), "");
	}

	#files() {
		const chooser = byId("file");
		for (const button of document.querySelectorAll(".open-file"))
			button.addEventListener("click", () => chooser.click());
		chooser.addEventListener("change", () => {
			this.#open([...(chooser.files ?? [])]);
			chooser.value = "";
		});
	}

	/**
	 * Reports whether the page accepts this drag or drop. It accepts any file. It accepts
	 * text only while the import form is shown. It does not accept text that is dropped on a
	 * field or a dialog, because the editor may want to insert it there.
	 *
	 * @param {DragEvent} event
	 */
	#takes({ dataTransfer, target }) {
		const types = dataTransfer?.types ?? [];
		if (types.includes("Files")) return true;
		return types.includes("text/plain") && !this.root.hidden && !inField(target) && !inDialog();
	}

	#drop() {
		/**
		 * Shows whether the page accepts what is dragged over it.
		 *
		 * @param {boolean} on
		 */
		const over = (on) => document.body.classList.toggle("dropping", on);
		document.addEventListener("dragover", (event) => {
			const takes = this.#takes(event);
			if (takes) event.preventDefault();
			over(takes);
		});
		document.addEventListener("dragleave", (event) => event.relatedTarget === null && over(false));
		document.addEventListener("drop", (event) => {
			over(false);
			if (!this.#takes(event)) return;
			event.preventDefault();
			const { files, text } = contents(event.dataTransfer);
			if (files.length > 0) this.#open(files);
			else if (text) this.#read(text);
		});
	}

	/** @param {File[]} files only the first one is opened */
	async #open([file, ...others]) {
		if (!file) return;
		const bytes = await file.arrayBuffer().catch(() => undefined);
		if (bytes) await this.studio.read(new Uint8Array(bytes), file.name);
		else say(`${file.name} cannot be read. Choose it again, or copy its text.`, true);
		if (others.length > 0) this.#passOver(others.map(({ name }) => name));
	}

	/**
	 * Shows a message that these files were not opened.
	 *
	 * @param {string[]} names
	 */
	#passOver(names) {
		const more = names.length - mostNamed;
		const list = names.slice(0, mostNamed).join(", ");
		sayToo(`Not read: ${list}${more > 0 ? ` and ${more} more` : ""}. One file is read at a time.`);
	}

	/** Shows the list of the drafts that are saved in this browser. */
	async showDrafts() {
		const list = await drafts.list();
		const box = byId("drafts");
		box.hidden = list.length === 0;
		byId("draft-list").replaceChildren(...list.slice(0, 20).map((draft) => this.#draft(draft)));
	}

	/**
	 * Returns the list item of a draft, with buttons that open it or discard it.
	 *
	 * @param {Draft & { key: string }} draft
	 */
	#draft({ key, title, saved, turns }) {
		const when = new Date(saved).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
		const discard = async () => {
			await drafts.remove(key);
			await this.showDrafts();
			this.field.focus();
		};
		return h(
			"li",
			{},
			h("button.link", { type: "button", click: () => this.studio.openDraft(key) }, title),
			h("span.quiet", {}, ` ${count(turns, "turn")}, ${when} `),
			h("button.link.quiet", { type: "button", "aria-label": `Discard ${title}`, click: discard }, "Discard"),
		);
	}
}
