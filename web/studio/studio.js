// The studio: where an editor makes a timeline of a transcript. The work is done
// in the program behind desk.js; here is what it looks like.
import { Desk } from "./desk.js";
import { DetailsPane } from "./details.js";
import { byId, count, h } from "./dom.js";
import * as drafts from "./drafts.js";
import * as edge from "./edge.js";
import { Intake } from "./intake.js";
import { Preview } from "./preview.js";
import { Publishing } from "./publish.js";
import { Report } from "./report.js";
import { copyButton, snippetsOf } from "./snippets.js";
import { nameOf, SourcePane } from "./source.js";
import { SpeakersPane } from "./speakers.js";
import { Tabs } from "./tabs.js";
import { TurnsPane } from "./turns.js";

const stages = [
	"Looking at the file",
	"Finding labels and times",
	"Telling speakers apart",
	"Writing the report",
];

const longest = 32e6; // bytes of a source

class Studio {
	view; // what the program tells of the present state
	published; // what this draft was published as: {id, version, etag, bytes}
	#key; // of the draft
	#name = "";
	#saving = Promise.resolve();

	constructor() {
		this.desk = new Desk((stage, of) => this.#progress(stage, of));
		this.tabs = new Tabs();
		this.report = new Report(this);
		this.source = new SourcePane(this);
		this.turns = new TurnsPane(this);
		this.speakers = new SpeakersPane(this);
		this.details = new DetailsPane(this);
		this.preview = new Preview(this);
		this.publishing = new Publishing(this);
		this.intake = new Intake(this);
		this.#listen();
	}

	#listen() {
		byId("undo").addEventListener("click", () => this.#change("undo"));
		byId("redo").addEventListener("click", () => this.#change("redo"));
		byId("publish").addEventListener("click", () => this.publishing.open());
		byId("another").addEventListener("click", async () => {
			await this.#saving;
			location.assign(location.pathname);
		});
		document.addEventListener("keydown", (event) => this.#shortcut(event));
		addEventListener("online", () => this.say("You are online again."));
	}

	// In a field the browser's own undo goes first.
	#shortcut(event) {
		const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea");
		const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
		if (!wanted || !this.view || document.querySelector("dialog[open]")) return;
		if (typing && typing.value !== (typing.dataset.saved ?? typing.defaultValue)) return;
		event.preventDefault();
		this.#change(event.shiftKey ? "redo" : "undo");
	}

	/** Takes up what the page's address names, or waits for a transcript. */
	async start() {
		this.desk.prepare().catch((error) => this.say(`The studio cannot start: ${error.message}`, true));
		this.preview.prepare().catch((error) => this.say(`The preview cannot start: ${error.message}`, true));
		const asked = new URLSearchParams(location.search);
		if (asked.has("draft")) await this.openDraft(asked.get("draft"));
		else if (asked.has("id")) await this.openPublished(asked.get("id"));
		await this.intake.showDrafts();
	}

	/** Asks the program. */
	call(name, question, more) {
		return this.desk.call(name, question, more);
	}

	/** Carries out a step; says why not where it does not fit. */
	step(step) {
		return this.#change("do", { step });
	}

	async #change(name, question) {
		const before = this.view;
		try {
			this.view = await this.desk.change(name, question);
		} catch (error) {
			this.say(`${error.reason ?? error.message} ${error.advice ?? ""}`, true);
			return false;
		} finally {
			this.#idle();
		}
		this.quiet();
		if (name !== "do") this.say(`${name === "undo" ? "Undone" : "Done again"}: ${before[name]}.`);
		await this.#show();
		this.#save();
		return true;
	}

	/** Reads a source; where it is no transcript, what is on the page stays. */
	async read(source, name) {
		if (source.length > longest) {
			const size = `${Math.round(source.length / 1e6)} MB`;
			return this.say(
				`${name || "This"} has ${size}, and no more than 32 can be read. Give it in parts.`,
				true,
			);
		}
		const view = await this.#open(source);
		if (!view) return;
		this.#name = name;
		this.published = undefined;
		await this.#begin(view, source, drafts.newKey());
		this.say(
			`${count(view.turns, "turn")}, ${count(view.speakerCount, "speaker")}, ${count(view.suspicious.length, "place")} to look at.`,
		);
	}

	async #open(source, log) {
		this.#progress(0, stages.length);
		try {
			return await this.desk.open(source, log);
		} catch (error) {
			this.#refuse(error);
		}
		this.#idle();
		if (this.view) await this.#show(); // what was asked for meanwhile may have had no answer
	}

	#refuse({ reason, message, advice, line, column }) {
		const place = line > 0 ? `Line ${line}, column ${column}: ` : "";
		const kept = this.view ? " What you had is still here." : "";
		this.say(`${place}${reason ?? message} ${advice ?? ""}${kept}`, true);
	}

	/** Shows what was opened; keep makes it a draft at once. */
	async #begin(view, keep = true) {
		this.view = view;
		this.quiet();
		byId("intake").hidden = true;
		byId("desk").hidden = false;
		byId("tools").hidden = false;
		await this.#show();
		this.#idle();
		byId("report").focus({ preventScroll: true });
		if (keep) this.#save();
		await this.#saving;
	}

	/** Takes up a draft; one that another tab works on is copied. */
	async openDraft(key) {
		const draft = await drafts.load(key);
		if (!draft) return this.say("This draft is not in this browser any more.", true);
		const view = await this.#open(draft.source, draft.log);
		if (!view) return;
		this.#name = draft.name;
		this.published = draft.published;
		const mine = await drafts.hold(key);
		this.#key = mine ? key : undefined;
		await this.#begin(view, !mine);
		if (mine) history.replaceState(null, "", `?draft=${key}`);
		else this.say("Another tab works on this draft, so this is a copy of it.", true);
	}

	/** Opens what is published, to correct it. */
	async openPublished(id) {
		const answer = await edge.get(id);
		if (!answer.ok) return this.say(edge.advice(answer), true);
		const view = await this.#open(answer.bytes);
		if (!view) return;
		this.#name = "";
		this.published = { id, version: answer.json.version, etag: answer.etag, bytes: answer.bytes };
		this.tabs.show("turns");
		this.#key = undefined;
		await this.#begin(view, false);
	}

	/** Notes that the draft is published as it is: it need not be kept any more. */
	async nowPublished(published) {
		this.published = published;
		await this.#saving;
		if (this.#key) await drafts.remove(this.#key);
		this.#key = undefined;
		history.replaceState(null, "", `?id=${encodeURIComponent(published.id)}`);
		this.#state();
		await this.#embed();
	}

	async #show() {
		const { view } = this;
		byId("title").textContent = view.fields.title || this.#name || "New transcript";
		document.title = `${byId("title").textContent} – Quoteline Studio`;
		for (const name of ["undo", "redo"]) {
			const button = byId(name);
			button.disabled = view[name] === "";
			button.title = view[name] && `${name === "undo" ? "Undo" : "Redo"}: ${view[name]}`;
		}
		this.#state();
		this.report.update(view);
		this.speakers.update(view);
		this.details.update(view);
		this.preview.update(view);
		await Promise.all([this.source.update(view), this.turns.update(view)]);
	}

	#state() {
		const version = this.published && `Version ${this.published.version} published`;
		const draft = this.#key && (version ? "changes kept in this browser" : "Draft, kept in this browser");
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
			copyButton(this, "Copy the snippet", script),
		);
		byId("embed").hidden = false;
	}

	#draft() {
		const { view, published } = this;
		const title = view.fields.title || this.#name || `${count(view.turns, "turn")} without a title`;
		return { title, name: this.#name, saved: Date.now(), turns: view.turns, log: this.desk.log, published };
	}

	// A change after publishing begins a new draft.
	#save() {
		this.#saving = this.#saving
			.then(() => this.#keep())
			.catch((error) => {
				this.say(
					`The browser cannot keep your work (${error.message}). Do not close this page before you publish.`,
					true,
				);
			});
	}

	async #keep() {
		if (this.#key) return drafts.save(this.#key, this.#draft());
		await this.#create();
		this.#state();
	}

	async #create() {
		const key = drafts.newKey();
		await drafts.hold(key);
		await drafts.create(key, this.#draft(), this.desk.source);
		this.#key = key;
		history.replaceState(null, "", `?draft=${key}`);
	}

	/** An id for a speaker or topic of that name, which nothing has yet. */
	async freshId(name) {
		const id = await this.call("slug", { name });
		const taken = new Set([...this.view.speakers, ...this.view.topics].map((item) => item.id));
		let fresh = id;
		for (let n = 2; taken.has(fresh); n++) fresh = `${id}-${n}`;
		return fresh;
	}

	nameOf(row, line) {
		return nameOf(this.view, row, line);
	}

	/** Shows one of the panes. */
	show(pane) {
		this.tabs.show(pane);
		byId(`tab-${pane}`).focus();
	}

	async goToRow(row) {
		this.tabs.show("source");
		await this.source.reveal(row);
	}

	/** Leads to what a fault is about. */
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

	/** Tells people something: an alert stays until the next change. */
	say(text, alert = false) {
		if (!alert) {
			byId("said").textContent = text;
			return;
		}
		const close = h(
			"button.close",
			{ type: "button", "aria-label": "Close the message", click: () => this.quiet() },
			"×",
		);
		byId("message").replaceChildren(h("p", {}, text), close);
		byId("message").hidden = false;
	}

	quiet() {
		byId("message").hidden = true;
		byId("message").replaceChildren();
	}

	#progress(stage, of) {
		byId("working").hidden = false;
		byId("progress").max = of + 1;
		byId("progress").value = stage + 1;
		byId("stage").textContent = `${stages[stage]}…`;
	}

	#idle() {
		byId("working").hidden = true;
	}
}

new Studio().start();
