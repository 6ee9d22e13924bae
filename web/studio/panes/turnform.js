// The form in which an editor changes one turn.
import { h } from "../dom.js";
import { say } from "../status.js";

/** @import { Step, TurnRow, View } from "../types.js" */
/**
 * An editing step, and its effect on the turn: the members of the turn that the step
 * changes, with their new values (makes).
 *
 * @typedef {{ step: Step, makes?: Partial<TurnRow> }} TurnStep
 */

const newSpeaker = "+";

export const parts = {
	question: "Question",
	answer: "Answer",
	statement: "Statement",
	note: "Note, not speech",
};

/** The form in which an editor changes one turn. */
export class TurnForm {
	/**
	 * Makes the form for a turn. The page must then insert it.
	 *
	 * @param {import("../studio.js").Studio} studio
	 * @param {View} view
	 * @param {TurnRow} turn
	 * @param {(further?: number) => Promise<void>} close closes the form and goes to another
	 *   turn: 1 is the next turn, -1 the previous one, 0 (the default) this one
	 */
	constructor(studio, view, turn, close) {
		this.studio = studio;
		this.view = view;
		this.turn = turn;
		this.close = close;
		this.speaker = this.#select("Speaker", this.#speakers(), turn.speaker);
		this.part = this.#select("Kind", Object.entries(parts), turn.kind);
		this.heading = h("h3");
		this.before = h("button.small", { type: "button", click: () => this.#join() });
		this.words = h("textarea", { value: turn.text });
		this.words.rows = Math.min(16, Math.ceil(turn.text.length / 60) + 2);
		this.start = h("input", { value: turn.start, placeholder: "0:00", inputmode: "decimal" });
		this.topic = h("input", { value: turn.topic, placeholder: "none" });
		this.name = h("input", { value: "" });
		this.form = this.#form();
		this.number(turn.n);
	}

	/**
	 * Shows the number of the turn, which changes when earlier turns are added or removed.
	 *
	 * @param {number} n
	 */
	number(n) {
		this.heading.textContent = `Turn ${n}`;
		this.words.ariaLabel = `Words of turn ${n}`;
		this.before.textContent = `Join to turn ${n - 1}`;
		this.before.hidden = n === 1;
	}

	focus() {
		this.words.focus({ preventScroll: true });
		this.words.setSelectionRange(0, 0);
	}

	/**
	 * Returns the speakers from which the editor can choose.
	 *
	 * @returns {[id: string, name: string][]}
	 */
	#speakers() {
		/** @type {[id: string, name: string][]} */
		const known = this.view.speakers.map(({ id, name }) => [id, name]);
		const own = this.turn.speaker && !known.some(([id]) => id === this.turn.speaker);
		if (own) known.unshift([this.turn.speaker, this.turn.name]);
		if (!this.turn.speaker) known.unshift(["", "No speaker"]);
		return [...known, [newSpeaker, "New speaker…"]];
	}

	/**
	 * Returns a select element with these options.
	 *
	 * @param {string} label
	 * @param {[value: string, text: string][]} options
	 * @param {string} chosen the value of the option that is selected
	 */
	#select(label, options, chosen) {
		const list = options.map(([value, text]) => h("option", { value, selected: value === chosen }, text));
		return h("select", { "aria-label": label }, list);
	}

	#form() {
		/**
		 * Returns a control with a label.
		 *
		 * @type {(text: string, control: HTMLElement) => HTMLElement}
		 */
		const field = (text, control) => h("label.field", {}, h("span", {}, text), control);
		const timed = this.view.fields.timing !== "none";
		// The field for a name is visible only while the option "New speaker…" is selected.
		const named = field("Name", this.name);
		named.hidden = true;
		this.speaker.addEventListener("change", () => {
			named.hidden = this.speaker.value !== newSpeaker;
		});
		/**
		 * Returns a button that calls go.
		 *
		 * @type {(label: string, go: () => void) => HTMLElement}
		 */
		const act = (label, go) => h("button.small", { type: "button", click: go }, label);
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
			this.heading,
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
				this.before,
				act("Remove the turn", () => this.#remove()),
			),
		);
	}

	/**
	 * Applies an editing step for each change in the form. If a step fails, the form stays
	 * open. The next save then applies only the changes that have not been applied yet.
	 */
	async #save() {
		if (await this.#reworded()) return;
		for (const { step, makes } of await this.#changes()) {
			if (!(await this.#step(step))) return;
			Object.assign(this.turn, makes);
		}
		await this.close();
	}

	/**
	 * Applies an editing step to this turn.
	 *
	 * @param {Step} step without the turn
	 */
	#step(step) {
		return this.studio.step({ turn: this.turn.id, ...step });
	}

	// Reports whether the words of the turn have changed in two places: in this form, and
	// by another editing step since the form was opened. A save would overwrite the words
	// of that step. So this function also shows those words to the editor. Another save
	// replaces them.
	async #reworded() {
		const { id, text } = this.turn;
		if (this.words.value === text) return false;
		const now = await this.studio.call("turn", { turn: id });
		if (now.text === text) return false;
		this.turn.text = now.text;
		say(`Turn ${now.n} has other words by now: “${now.text}” Save again to replace them.`, true);
		return true;
	}

	/**
	 * Returns the editing steps that lead from the turn's previous state to the values in
	 * the form. The steps that add a new speaker come last. So no speaker is added if
	 * another step fails.
	 */
	async #changes() {
		/** @type {TurnStep[]} */
		const changes = [];
		/**
		 * Adds an editing step if a value in the form differs from the turn's value. The
		 * argument member names the member of the turn that has this value, such as "text".
		 *
		 * @type {(member: "kind" | "text" | "start" | "topic" | "speaker", value: string, step: Step) => void}
		 */
		const to = (member, value, step) => {
			if (value !== this.turn[member]) changes.push({ step: { value, ...step }, makes: { [member]: value } });
		};
		const topic = this.topic.value.trim();
		to("kind", this.part.value, { kind: "part" });
		to("text", this.words.value, { kind: "words" });
		to("start", this.start.value, { kind: "start" });
		to(
			"topic",
			topic,
			topic ? { kind: "topic", topic: await this.studio.freshId(topic) } : { kind: "no-topic" },
		);
		const speaker = this.speaker.value;
		if (speaker === newSpeaker) changes.push(...(await this.#newSpeakerSteps(this.name.value)));
		else to("speaker", speaker, { kind: "assign", speaker });
		return changes;
	}

	/**
	 * Returns the editing steps that add a speaker with this name and assign the turn to
	 * that speaker.
	 *
	 * @param {string} name
	 * @returns {Promise<TurnStep[]>}
	 */
	async #newSpeakerSteps(name) {
		const speaker = await this.studio.freshId(name || "speaker");
		return [{ step: { kind: "add-speaker", speaker, value: name } }, { step: { kind: "assign", speaker } }];
	}

	// The field counts UTF-16 code units, but the editing step needs a position in code
	// points.
	async #split() {
		const at = [...this.words.value.slice(0, this.words.selectionStart)].length;
		const { value } = this.words;
		if (await this.#reworded()) return;
		if (value !== this.turn.text && !(await this.#step({ kind: "words", value }))) return;
		this.turn.text = value;
		if (await this.#step({ kind: "split", at })) await this.close(1);
		else this.words.focus();
	}

	async #join() {
		if (await this.#step({ kind: "join" })) await this.close(-1);
	}

	async #remove() {
		if (await this.#step({ kind: "remove" })) await this.close();
	}
}
