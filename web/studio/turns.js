// The pane in which turns are edited.
import { BlockList } from "./blocks.js";
import { byId, glyph, h } from "./dom.js";

const lineHeight = 24;
const characterWidth = 7.4;
const rowPadding = 46;
const newSpeaker = "+";

const parts = { question: "Question", answer: "Answer", statement: "Statement", note: "Note, not speech" };

export class TurnsPane {
	#view;
	#list;

	constructor(studio) {
		this.studio = studio;
		this.root = byId("turns");
		this.#list = new BlockList(this.root.querySelector(".scroller"), {
			fetch: (from, to) => studio.call("rows", { pane: "turns", from, to }),
			draw: (row, i) => this.#draw(row, i),
			estimate: (rows, characters) => {
				const columns = Math.max(20, (this.root.clientWidth - 120) / characterWidth);
				return rows * (rowPadding + lineHeight) + (characters / columns) * lineHeight;
			},
		});
	}

	update(view) {
		this.#view = view;
		return this.#list.update(view.turnRows);
	}

	reveal(n, key) {
		return this.#list.reveal(n - 1, key);
	}

	/** Shows the turn with that number, open to be edited. */
	async open(n) {
		await this.reveal(n);
		this.#list
			.row(n - 1)
			?.querySelector(`[data-key="turn-${n}"]`)
			?.click();
	}

	#draw(turn, i) {
		const lanes = this.#view.speakers.length;
		const text = turn.text.split("\n").map((paragraph) => h("p", {}, paragraph));
		if (turn.clipped) text.at(-1).append(" …");
		return h(
			"div.turn-row",
			{ tabindex: "-1" },
			turn.topic && h("p.topic-row", {}, turn.topic),
			h("span.number", { "aria-hidden": "true" }, `${turn.n}`),
			h(
				"p.turn-head",
				{},
				turn.lane >= 0 && glyph(turn.lane, lanes),
				h("b", {}, turn.name || (turn.kind === "note" ? "Note" : "Nobody named")),
				h("span.quiet", {}, parts[turn.kind].toLowerCase(), turn.start && `, ${turn.start}`),
			),
			h(
				"button.small.on-row",
				{
					type: "button",
					"data-key": `turn-${turn.n}`,
					"aria-label": `Edit turn ${turn.n}`,
					click: () => this.#edit(turn.id, i),
				},
				"Edit",
			),
			h("div.turn-text", {}, text),
		);
	}

	async #edit(id, i) {
		const turn = await this.studio.call("turn", { turn: id });
		const element = this.#list.row(i);
		if (!element) return;
		element.dataset.open = "";
		const editor = new TurnEditor(
			this.studio,
			this.#view,
			turn,
			async (n = turn.n, key = `turn-${turn.n}`) => {
				delete element.dataset.open;
				await this.#list.redraw(i);
				await this.reveal(n, key);
			},
		);
		element.replaceChildren(editor.form);
		editor.focus();
		this.studio.preview.follow(id, turn.n);
	}
}

/** The form for one turn. What it does ends with close(n), the turn to go on with. */
class TurnEditor {
	constructor(studio, view, turn, close) {
		Object.assign(this, { studio, view, turn, close });
		this.speaker = this.#select("Speaker", this.#speakers(), turn.speaker);
		this.part = this.#select("Kind", Object.entries(parts), turn.kind);
		this.words = h("textarea", { value: turn.text, "aria-label": `Words of turn ${turn.n}` });
		this.words.rows = Math.min(16, Math.ceil(turn.text.length / 60) + 2);
		this.start = h("input", { value: turn.start, placeholder: "0:00", inputmode: "decimal" });
		this.topic = h("input", { value: turn.topic, placeholder: "none" });
		this.name = h("input", { value: "" });
		this.form = this.#form();
	}

	focus() {
		this.words.focus({ preventScroll: true });
		this.words.setSelectionRange(0, 0);
	}

	#speakers() {
		const known = this.view.speakers.map(({ id, name }) => [id, name]);
		const own = this.turn.speaker && !known.some(([id]) => id === this.turn.speaker);
		if (own) known.unshift([this.turn.speaker, this.turn.name]);
		if (!this.turn.speaker) known.unshift(["", "Nobody named"]);
		return [...known, [newSpeaker, "Somebody new…"]];
	}

	#select(label, options, chosen) {
		const list = options.map(([value, text]) => h("option", { value, selected: value === chosen }, text));
		return h("select", { "aria-label": label }, list);
	}

	#form() {
		const { turn } = this;
		const field = (text, control) => h("label.field", {}, h("span", {}, text), control);
		const timed = this.view.fields.timing !== "none";
		const named = field("Name", this.name);
		named.hidden = true;
		this.speaker.addEventListener("change", () => {
			named.hidden = this.speaker.value !== newSpeaker;
		});
		const act = (label, go, extra = {}) => h("button.small", { type: "button", click: go, ...extra }, label);
		return h(
			"form.turn-form",
			{
				submit: (event) => {
					event.preventDefault();
					this.#save();
				},
				keydown: (event) => {
					if (event.key === "Escape") this.close();
					if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#save();
				},
			},
			h("h3", {}, `Turn ${turn.n}`),
			h(
				"div.fields",
				{},
				field("Speaker", this.speaker),
				named,
				field("Kind", this.part),
				timed && field("Begins at", this.start),
				field("Topic that begins here", this.topic),
			),
			this.words,
			h(
				"div.actions",
				{},
				h("button.solid.small", {}, "Save"),
				act("Cancel", () => this.close()),
				act("Split at the cursor", () => this.#split()),
				turn.n > 1 && act(`Join to turn ${turn.n - 1}`, () => this.#join()),
				act("Remove the turn", () => this.#remove()),
			),
		);
	}

	/** The steps from the turn as it was to what the form says; nothing where one fails. */
	async #save() {
		const steps = await this.#steps();
		for (const step of steps) if (!(await this.studio.step({ turn: this.turn.id, ...step }))) return;
		await this.close();
	}

	async #steps() {
		const { turn } = this;
		const steps = [];
		const speaker = this.speaker.value;
		if (speaker === newSpeaker) {
			const id = await this.studio.freshId(this.name.value || "speaker");
			steps.push(
				{ kind: "add-speaker", speaker: id, value: this.name.value },
				{ kind: "assign", speaker: id },
			);
		} else if (speaker !== turn.speaker) steps.push({ kind: "assign", speaker });
		if (this.part.value !== turn.kind) steps.push({ kind: "part", value: this.part.value });
		if (this.words.value !== turn.text) steps.push({ kind: "words", value: this.words.value });
		if (this.start.value !== turn.start) steps.push({ kind: "start", value: this.start.value });
		if (this.topic.value.trim() !== turn.topic) steps.push(await this.#topicStep(this.topic.value.trim()));
		return steps;
	}

	async #topicStep(label) {
		if (label === "") return { kind: "no-topic" };
		return { kind: "topic", topic: await this.studio.freshId(label), value: label };
	}

	// Places in a text are counted in code points.
	async #split() {
		const at = [...this.words.value.slice(0, this.words.selectionStart)].length;
		const { id, n, text } = this.turn;
		if (
			this.words.value !== text &&
			!(await this.studio.step({ kind: "words", turn: id, value: this.words.value }))
		)
			return;
		if (await this.studio.step({ kind: "split", turn: id, at })) await this.close(n + 1, `turn-${n + 1}`);
		else this.words.focus();
	}

	async #join() {
		const { id, n } = this.turn;
		if (await this.studio.step({ kind: "join", turn: id })) await this.close(n - 1, `turn-${n - 1}`);
	}

	async #remove() {
		const { id, n } = this.turn;
		if (!(await this.studio.step({ kind: "remove", turn: id }))) return;
		const next = Math.min(n, this.view.turns - 1);
		await this.close(next, `turn-${next}`);
	}
}
