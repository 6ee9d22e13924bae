// The studio: an editor makes a timeline from a transcript. The Go program in the
// worker parses and edits (workerclient.js); this file connects it to the page.

import * as api from "./api.js";
import { Autosave } from "./autosave.js";
import { byId, count, h, textField } from "./dom.js";
import * as drafts from "./drafts.js";
import { DetailsPane } from "./panes/details.js";
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
import { Failure, WorkerClient } from "./workerclient.js";

/** @import { AnyFault, Bytes, Call, Change, Log, Pane, Published, Step, View } from "./types.js" */

const longest = 32e6; // the largest source that is accepted, in bytes

/**
 * Describes an error in sentences, and what the editor can do about it.
 *
 * @param {unknown} error
 */
const explained = (error) => {
	if (error instanceof Failure) return `${error.reason} ${error.advice ?? ""}`;
	return `${error instanceof Error ? error.message : error} `;
};

/**
 * The place of an error in the source, such as "Line 3, column 1: "; "" if it is
 * unknown.
 *
 * @param {unknown} error
 */
const placed = (error) =>
	error instanceof Failure && error.line ? `Line ${error.line}, column ${error.column}: ` : "";

export class Studio {
	/** @type {View | undefined} */
	#view;
	/**
	 * The published version that this work is based on; undefined if there is none.
	 *
	 * @type {Published | undefined}
	 */
	published;
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

	/** The state that the page shows, as the program returned it. Throws if no source is open. */
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
	}

	/**
	 * While a field has unsaved text, the keys undo in the field, as the browser does.
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
	 * Opens what the page's address names: ?draft=KEY in this browser, or the published
	 * ?id=ID. Otherwise the import form stays.
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

	/** Calls a function of the program. */
	get call() {
		return this.client.call;
	}

	/**
	 * Makes one step of editing, such as a renamed speaker. Returns false, and shows
	 * the reason, if the step is not possible.
	 *
	 * @param {Step} step
	 */
	step(step) {
		return this.#change("do", { step });
	}

	/**
	 * @param {Change} name
	 * @param {{ step: Step }} [question]
	 * @returns {Promise<boolean>} whether the change was possible
	 */
	async #change(name, question) {
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
	 * Opens a source as a new transcript. If it cannot be parsed, the page shows why
	 * and keeps its present transcript.
	 *
	 * @param {Bytes} source
	 * @param {string} name of the source's file, "" if the text was pasted
	 */
	async read(source, name) {
		if (source.length > longest) {
			const size = `${Math.round(source.length / 1e6)} MB`;
			return say(`${name || "This"} has ${size}, and no more than 32 can be read. Give it in parts.`, true);
		}
		const view = await this.#open(source);
		if (!view) return;
		this.published = undefined;
		this.#autosave.begin(name);
		await this.#begin(view);
		say(
			`${count(view.turns, "turn")}, ${count(view.speakerCount, "speaker")}, ${count(view.suspicious.length, "place")} to look at.`,
		);
	}

	/**
	 * @param {Bytes} source
	 * @param {Log} [log]
	 */
	async #open(source, log) {
		progress(0);
		try {
			return await this.client.open(source, log);
		} catch (error) {
			this.#refuse(error);
		}
		idle();
		// Requests made during the parsing may have got no answer, so the panes are
		// drawn again.
		if (this.#view) await this.#show();
	}

	/** @param {unknown} error */
	#refuse(error) {
		const kept = this.#view ? " What you had is still here." : "";
		say(`${placed(error)}${explained(error)}${kept}`, true);
	}

	/**
	 * Shows a newly opened transcript. keep: whether to save it as a draft immediately;
	 * otherwise the first change saves it.
	 *
	 * @param {View} view
	 */
	async #begin(view, keep = true) {
		this.#view = view;
		this.source.closeAll();
		this.turns.closeAll();
		quiet();
		byId("import").hidden = true;
		byId("desk").hidden = false;
		byId("tools").hidden = false;
		await this.#show();
		idle();
		byId("report").focus({ preventScroll: true });
		if (keep) this.#autosave.save();
		await this.#autosave.saved;
	}

	/**
	 * Opens a draft. If another tab works on it, opens a copy.
	 *
	 * @param {string} key
	 */
	async openDraft(key) {
		const draft = await drafts.load(key);
		if (!draft) return say("This draft is not in this browser any more.", true);
		const view = await this.#open(draft.source, draft.log);
		if (!view) return;
		this.published = draft.published;
		const mine = await drafts.hold(key);
		this.#autosave.begin(draft.name, mine ? key : undefined);
		await this.#begin(view, !mine);
		if (mine) history.replaceState(null, "", `?draft=${key}`);
		else say("Another tab works on this draft, so this is a copy of it.", true);
	}

	/**
	 * Opens the newest published version of a transcript, to correct it.
	 *
	 * @param {string} id
	 */
	async openPublished(id) {
		const answer = await api.get(id);
		const { etag, bytes, json } = answer;
		if (!answer.ok || !bytes || !json) return say(api.advice(answer), true);
		const view = await this.#open(bytes);
		if (!view) return;
		this.#autosave.begin("");
		this.published = { id, version: json.version, etag, bytes };
		this.tabs.show("turns");
		await this.#begin(view, false);
	}

	/**
	 * Records that the present state is published, and removes the draft, which is not
	 * needed any more.
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
	 * An id for a new speaker or topic, made from its name. No other speaker or topic
	 * has it.
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
	 * The name of a row of the source, as in "line 3".
	 *
	 * @param {number} row
	 * @param {number} line
	 */
	nameOf(row, line) {
		return nameOf(this.view, row, line);
	}

	/**
	 * Shows one of the panes, and focuses its tab.
	 *
	 * @param {Pane} pane
	 */
	show(pane) {
		this.tabs.show(pane);
		byId(`tab-${pane}`).focus();
	}

	/** @param {number} row of the source */
	async goToRow(row) {
		this.tabs.show("source");
		await this.source.reveal(row);
	}

	/**
	 * Shows the turn, the speaker or the field that a fault is about.
	 *
	 * @param {AnyFault} fault
	 */
	async goToFault({ pointer, turn, n }) {
		const [, index] = /^\/turns\/(\d+)/.exec(pointer) ?? [];
		if (turn || index) {
			this.tabs.show("turns");
			return this.turns.open(n || Number(index) + 1);
		}
		const speaker = /^\/speakers\/(\d+)/.exec(pointer);
		if (speaker) return this.show("speakers");
		this.tabs.show("details");
		if (!this.details.reveal(pointer)) byId("details").focus();
	}
}

new Studio().start();
