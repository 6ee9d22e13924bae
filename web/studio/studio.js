// The script of the studio, the page on which an editor makes a timeline of a transcript. A
// Go program in a Web Worker parses and edits the transcript; workerclient.js calls it. This
// file connects that program and the parts of the page.

import * as api from "./api.js";
import { Autosave } from "./autosave.js";
import { byId, count, h, textField } from "./dom.js";
import * as drafts from "./drafts.js";
import { DetailsPane } from "./panes/details.js";
import { EncodingChoice } from "./panes/encoding.js";
import { ImportPane } from "./panes/import.js";
import { PreviewPane } from "./panes/preview.js";
import { PublishDialog } from "./panes/publish.js";
import { ReportPane } from "./panes/report.js";
import { nameOf, SourcePane } from "./panes/source.js";
import { SpeakersPane } from "./panes/speakers.js";
import { TurnsPane } from "./panes/turns.js";
import { copyButton, snippetsOf } from "./snippets.js";
import { idle, progress, quiet, say } from "./status.js";
import { Tabs } from "./tabs.js";
import { Failure, Superseded, WorkerClient } from "./workerclient.js";

/** @import { AnyFault, Bytes, Call, Change, Log, Opened, Pane, Published, Step, View } from "./types.js" */

/** @type {Log} */
const noSteps = { steps: [], done: 0 };
const longest = 32e6; // the largest source that is accepted, in bytes

/**
 * Returns sentences that describe an error and what the editor can do about it.
 *
 * @param {unknown} error
 */
const explained = (error) => {
	if (error instanceof Failure) return `${error.reason} ${error.advice ?? ""}`;
	return `${error instanceof Error ? error.message : error} `;
};

/**
 * Returns the place of an error in the source (the imported text), such as "Line 3, column
 * 1: ". It is "" if the place is unknown.
 *
 * @param {unknown} error
 */
const placed = (error) =>
	error instanceof Failure && error.line ? `Line ${error.line}, column ${error.column}: ` : "";

export class Studio {
	/** @type {View | undefined} */
	#view;
	/**
	 * The published version that this work is based on. It is undefined if this transcript
	 * has not been published.
	 *
	 * @type {Published | undefined}
	 */
	published;
	/**
	 * The promise of the latest change to the transcript. It is resolved when the change
	 * has been made or has failed.
	 *
	 * @type {Promise<boolean>}
	 */
	changed = Promise.resolve(true);
	#autosave = new Autosave(this);

	constructor() {
		this.client = new WorkerClient(progress);
		this.tabs = new Tabs();
		this.report = new ReportPane(this);
		this.source = new SourcePane(this);
		this.turns = new TurnsPane(this);
		this.speakers = new SpeakersPane(this);
		this.details = new DetailsPane(this);
		this.preview = new PreviewPane(this);
		this.publishing = new PublishDialog(this);
		this.imports = new ImportPane(this);
		this.#listen();
	}

	/**
	 * The state of the transcript that the page shows. The program computes it after each
	 * change. Throws if no source is open.
	 */
	get view() {
		if (!this.#view) throw new Error("no source is open");
		return this.#view;
	}

	#listen() {
		byId("undo").addEventListener("click", () => this.#change("undo"));
		byId("redo").addEventListener("click", () => this.#change("redo"));
		byId("publish").addEventListener("click", () => this.publishing.open());
		byId("another").addEventListener("click", async () => {
			await this.#autosave.saved;
			location.assign(location.pathname);
		});
		document.addEventListener("keydown", (event) => this.#shortcut(event));
		addEventListener("online", () => say("You are online again."));
		// Opening another source also ends calls whose promises nothing awaits, such as a
		// call for the rows of a list. The page draws the list again for the new source.
		// So a rejected promise of such a call is no error.
		addEventListener("unhandledrejection", (event) => {
			if (event.reason instanceof Superseded) event.preventDefault();
		});
	}

	/**
	 * Handles the keys for undo and redo. While a field has unsaved text, the browser
	 * handles them, and undoes typing in that field.
	 *
	 * @param {KeyboardEvent} event
	 */
	#shortcut(event) {
		const typing = textField(event.target);
		const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
		if (!wanted || !this.#view || document.querySelector("dialog[open]")) return;
		if (typing && typing.value !== (typing.dataset.saved ?? typing.defaultValue)) return;
		event.preventDefault();
		const name = event.shiftKey ? "redo" : "undo";
		if (this.#view[name]) this.#change(name);
	}

	/**
	 * Opens the transcript that the page's address names. ?draft=KEY names a draft in this
	 * browser. ?id=ID names a published transcript. If there is neither, the import form
	 * stays visible.
	 */
	async start() {
		this.client.prepare().catch((error) => say(`The studio cannot start: ${error.message}`, true));
		this.preview.prepare().catch((error) => say(`The preview cannot start: ${error.message}`, true));
		const asked = new URLSearchParams(location.search);
		const [draft, id] = [asked.get("draft"), asked.get("id")];
		if (draft !== null) await this.openDraft(draft);
		else if (id !== null) await this.openPublished(id);
		await this.imports.showDrafts();
	}

	/** A function that calls the Go program in the Web Worker. */
	get call() {
		return this.client.call;
	}

	/**
	 * Applies an editing step, such as a new name of a speaker. If the step is not possible,
	 * shows the reason and returns false.
	 *
	 * @param {Step} step
	 */
	step(step) {
		return this.#change("do", { step });
	}

	/**
	 * Lets the program make a change, and shows the new state. If the change fails, shows
	 * the reason.
	 *
	 * @param {Change} name
	 * @param {{ step: Step }} [question]
	 * @returns {Promise<boolean>} whether the change was possible
	 */
	#change(name, question) {
		const changed = this.#make(name, question);
		this.changed = changed.catch(() => false);
		return changed;
	}

	/** @type {(name: Change, question?: { step: Step }) => Promise<boolean>} */
	async #make(name, question) {
		const before = this.view;
		try {
			this.#view = await this.client.change(name, question);
		} catch (error) {
			say(explained(error), true);
			return false;
		} finally {
			idle();
		}
		quiet();
		if (name !== "do") say(`${name === "undo" ? "Undone" : "Done again"}: ${before[name]}.`);
		await this.#show();
		this.#autosave.save();
		return true;
	}

	/**
	 * Opens a source (an imported text) as a new transcript. If the source cannot be parsed,
	 * the page shows the reason, and the transcript that was open stays.
	 *
	 * @param {Bytes} source
	 * @param {string} name of the source's file, "" if the text was pasted
	 * @param {string} [encoding] that the editor has chosen
	 */
	async read(source, name, encoding) {
		if (source.length > longest) {
			const size = `${Math.round(source.length / 1e6)} MB`;
			return say(`${name || "This"} has ${size}, and no more than 32 can be read. Give it in parts.`, true);
		}
		/** @param {string} other */
		const again = (other) => this.read(source, name, other);
		const view = await this.#open({ source, file: name, log: { ...noSteps, encoding } }, again);
		if (!view) return;
		this.published = undefined;
		this.#autosave.begin(name);
		await this.#begin(view);
		say(
			`${count(view.turns, "turn")}, ${count(view.speakerCount, "speaker")}, ${count(view.checks, "place")} to look at.`,
		);
	}

	/**
	 * Reads the open source again in an encoding that the editor has chosen. The editing steps
	 * are applied again, and those that no longer fit are listed in the report.
	 *
	 * @param {string} encoding
	 */
	async decode(encoding) {
		const { source, log } = this.client;
		if (!source || !log) return;
		const view = await this.#open({ source, file: this.#autosave.name, log: { ...log, encoding } });
		if (view) await this.#begin(view);
	}

	/**
	 * Lets the program parse a source (an imported text) and apply the editing steps in log.
	 * Returns undefined if that fails, after showing the reason. Also returns undefined if a
	 * newer source is opened meanwhile.
	 *
	 * @param {Opened} opened
	 * @param {(encoding: string) => unknown} [again] is called if the encoding is unknown, and the
	 *   editor chooses one
	 */
	async #open(opened, again) {
		progress(0);
		try {
			return await this.client.open(opened);
		} catch (error) {
			if (error instanceof Superseded) return;
			this.#refuse(error);
			const names = error instanceof Failure ? error.encodings : [];
			if (again && names.length > 0) this.#ask(names, again);
		}
		idle();
		// The source that was open before is still open. But calls about it may have failed
		// while the new source was parsed. So the page shows that earlier source again.
		if (this.#view) await this.#show();
	}

	/**
	 * Asks for the encoding of a source that could not be opened.
	 *
	 * @param {string[]} names of encodings
	 * @param {(encoding: string) => unknown} again is called with the one that the editor chooses
	 */
	#ask(names, again) {
		const choice = new EncodingChoice(names, again);
		byId("message").append(choice.root);
		choice.control.focus();
	}

	/**
	 * Shows the reason why a source (an imported text) could not be opened.
	 *
	 * @param {unknown} error
	 */
	#refuse(error) {
		const kept = this.#view ? " What you had is still here." : "";
		say(`${placed(error)}${explained(error)}${kept}`, true);
	}

	/**
	 * Shows a transcript that was just opened. If keep is true, it is saved as a draft
	 * immediately. Otherwise it is saved after its first change.
	 *
	 * @param {View} view
	 */
	async #begin(view, keep = true) {
		this.#view = view;
		this.source.closeAll();
		this.turns.closeAll();
		this.report.remarks.closeAll();
		quiet();
		byId("import").hidden = true;
		byId("desk").hidden = false;
		byId("tools").hidden = false;
		await this.#show();
		idle();
		this.report.focus(view);
		if (keep) this.#autosave.save();
		await this.#autosave.saved;
	}

	/**
	 * Opens a draft that is saved in this browser. If another tab works on the draft, opens
	 * a copy of it.
	 *
	 * @param {string} key
	 */
	async openDraft(key) {
		const draft = await drafts.load(key);
		if (!draft) return say("This draft is not in this browser any more.", true);
		const view = await this.#open({ source: draft.source, file: draft.name, log: draft.log ?? noSteps });
		if (!view) return;
		this.published = draft.published;
		const mine = await drafts.hold(key);
		this.#autosave.begin(draft.name, mine ? key : undefined);
		await this.#begin(view, !mine);
		if (mine) history.replaceState(null, "", `?draft=${key}`);
		else say("Another tab works on this draft, so this is a copy of it.", true);
	}

	/**
	 * Opens the newest published version of a transcript, so that the editor can correct it.
	 *
	 * @param {string} id
	 */
	async openPublished(id) {
		const answer = await api.get(id);
		const { etag, bytes, json } = answer;
		if (!answer.ok || !bytes || !json) return say(api.advice(answer), true);
		const view = await this.#open({ source: bytes, file: "", log: noSteps });
		if (!view) return;
		this.#autosave.begin("");
		this.published = { id, version: json.version, etag, bytes };
		this.tabs.show("turns");
		await this.#begin(view, false);
	}

	/**
	 * Records that the present state of the work is published. It also removes the draft,
	 * because it is no longer needed.
	 *
	 * @param {Published} published
	 */
	async nowPublished(published) {
		this.published = published;
		await this.#autosave.forget();
		history.replaceState(null, "", `?id=${encodeURIComponent(published.id)}`);
		this.showState();
		await this.#embed();
	}

	async #show() {
		const { view } = this;
		byId("title").textContent = view.fields.title || this.#autosave.name || "New transcript";
		document.title = `${byId("title").textContent} – Quoteline Studio`;
		for (const name of /** @type {const} */ (["undo", "redo"])) {
			const button = byId(name);
			button.disabled = view[name] === "";
			button.title = view[name] && `${name === "undo" ? "Undo" : "Redo"}: ${view[name]}`;
		}
		this.showState();
		this.report.update(view);
		this.speakers.update(view);
		this.details.update(view);
		this.preview.update(view);
		await Promise.all([this.source.update(view), this.turns.update(view)]);
	}

	/** Shows which version is published, and whether a draft is saved. */
	showState() {
		const version = this.published && `Version ${this.published.version} published`;
		const draft =
			this.#autosave.key && (version ? "changes kept in this browser" : "Draft, kept in this browser");
		byId("state").textContent = [version, draft].filter(Boolean).join(", ");
	}

	async #embed() {
		const { script } = await snippetsOf(this);
		const lines = script.split("\n");
		const short = [
			lines[0],
			"<!-- the full text for readers without JavaScript -->",
			"</quote-timeline>",
		].join("");
		byId("embed").replaceChildren(
			h("b", {}, "Embed"),
			h("code", {}, short, h("br"), lines.at(-2)),
			copyButton("Copy the snippet", script),
		);
		byId("embed").hidden = false;
	}

	/**
	 * Returns an id for a new speaker or topic, made from its name. No existing speaker or
	 * topic has that id.
	 *
	 * @param {string} name
	 */
	async freshId(name) {
		const id = await this.call("slug", { name });
		const taken = new Set([...this.view.speakers, ...this.view.topics].map((item) => item.id));
		let fresh = id;
		for (let n = 2; taken.has(fresh); n++) fresh = `${id}-${n}`;
		return fresh;
	}

	/**
	 * Returns the name of a row of the source, as in "line 3".
	 *
	 * @param {number} row
	 * @param {number} line
	 */
	nameOf(row, line) {
		return nameOf(this.view, row, line);
	}

	/**
	 * Shows one of the panes, the parts of the page on the left, and focuses its tab.
	 *
	 * @param {Pane} pane
	 */
	show(pane) {
		this.tabs.show(pane);
		byId(`tab-${pane}`).focus();
	}

	/**
	 * Shows the source (the imported text) and scrolls to the row with this index.
	 *
	 * @param {number} row of the source
	 */
	async goToRow(row) {
		this.tabs.show("source");
		await this.source.reveal(row);
	}

	/**
	 * Shows the turn with this number, in the form that edits it.
	 *
	 * @param {number} n
	 */
	goToTurn(n) {
		this.tabs.show("turns");
		return this.turns.open(n);
	}

	/**
	 * Shows the turn, the speaker or the field that has a fault. A fault prevents
	 * publication.
	 *
	 * @param {AnyFault} fault
	 */
	async goToFault({ pointer, turn, n }) {
		const [, index] = /^\/turns\/(\d+)/.exec(pointer) ?? [];
		if (turn || index) return this.goToTurn(n || Number(index) + 1);
		const speaker = /^\/speakers\/(\d+)/.exec(pointer);
		if (speaker) return this.show("speakers");
		this.tabs.show("details");
		if (!this.details.reveal(pointer)) byId("details").focus();
	}
}

new Studio().start();
