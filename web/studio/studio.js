// The studio: where an editor makes a timeline of a transcript. The work is done
// in the program, see workerclient.js. This is what it looks like.

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

const longest = 32e6; // bytes of a source

/**
 * An error as sentences, with what can be done about it.
 *
 * @param {unknown} error
 */
const explained = (error) => {
	if (error instanceof Failure) return `${error.reason} ${error.advice ?? ""}`;
	return `${error instanceof Error ? error.message : error} `;
};

/**
 * Where in the source an error is: "Line 3, column 1: ", or "".
 *
 * @param {unknown} error
 */
const placed = (error) =>
	error instanceof Failure && error.line ? `Line ${error.line}, column ${error.column}: ` : "";

export class Studio {
	/** @type {View | undefined} */
	#view;
	/**
	 * What this draft was published as.
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

	/** The present state, as the program describes it. There is one as soon as a source is open. */
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
	 * In a field the browser's own undo goes first.
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

	/** Takes up what the page's address names, or waits for a transcript. */
	async start() {
		this.client.prepare().catch((error) => say(`The studio cannot start: ${error.message}`, true));
		this.preview.prepare().catch((error) => say(`The preview cannot start: ${error.message}`, true));
		const asked = new URLSearchParams(location.search);
		const [draft, id] = [asked.get("draft"), asked.get("id")];
		if (draft !== null) await this.openDraft(draft);
		else if (id !== null) await this.openPublished(id);
		await this.imports.showDrafts();
	}

	/** Asks the program. */
	get call() {
		return this.client.call;
	}

	/**
	 * Carries out a step; shows the reason if it does not fit.
	 *
	 * @param {Step} step
	 */
	step(step) {
		return this.#change("do", { step });
	}

	/**
	 * @param {Change} name
	 * @param {{ step: Step }} [question]
	 * @returns {Promise<boolean>} whether it is made
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
	 * Reads a source. If it is no transcript, the page stays as it is.
	 *
	 * @param {Bytes} source
	 * @param {string} name of its file, or ""
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
		if (this.#view) await this.#show(); // what was asked for meanwhile may have had no answer
	}

	/** @param {unknown} error */
	#refuse(error) {
		const kept = this.#view ? " What you had is still here." : "";
		say(`${placed(error)}${explained(error)}${kept}`, true);
	}

	/**
	 * Shows what was opened; keep makes it a draft at once.
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
	 * Takes up a draft; one that another tab works on is copied.
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
	 * Opens what is published, to correct it.
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
	 * Notes that the draft is published as it is: it need not be kept any more.
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

	/** Shows which version is published, and whether a draft is kept. */
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
	 * An id for a speaker or topic of that name, which nothing has yet.
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
	 * What a row of the source is called, as in "line 3".
	 *
	 * @param {number} row
	 * @param {number} line
	 */
	nameOf(row, line) {
		return nameOf(this.view, row, line);
	}

	/**
	 * Shows one of the panes.
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
	 * Leads to what a fault is about.
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
