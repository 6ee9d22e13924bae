// The pane (part of the page) with the details of the whole transcript: title, dates,
// source, media, and topics.
import { byId, find, h, redraw } from "../dom.js";
import { say } from "../status.js";
import { controlOf, fields, pointerOf, showValue } from "./fields.js";

/** @import { Topic, View } from "../types.js" */
/** @import { Control } from "./fields.js" */

export class DetailsPane {
	/**
	 * The fields by name, each with the element below it that shows a hint or an error.
	 *
	 * @type {Map<string, { control: Control, below: HTMLElement, hint: string }>}
	 */
	#controls = new Map();

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("details");
		this.topics = h("div", {});
		this.timing = h("div", {});
		find(this.root, ".body").append(
			h(
				"div.fields",
				{},
				fields.map((field) => this.#field(field)),
			),
			this.timing,
			this.topics,
		);
	}

	/**
	 * Makes a field with its label and the hint below it.
	 *
	 * @param {typeof fields[number]} field
	 */
	#field([name, label, look]) {
		const { rows, hint = "", required } = look;
		const id = `field-${name.replace(".", "-")}`;
		const below = h("span.told-field", { id: `${id}-told` }, hint);
		const attributes = { id, "data-key": name, "aria-describedby": below.id, "aria-required": required };
		const control = controlOf(look, attributes, (value) =>
			this.studio.step({ kind: "meta", field: name, value }),
		);
		this.#controls.set(name, { control, below, hint });
		const title = h("label", { for: id }, label, required && h("span.quiet", {}, " needed"));
		return h(`div.field${rows || name === "title" ? ".wide" : ""}`, {}, title, control, below);
	}

	/**
	 * Shows the values of the present transcript in the fields.
	 *
	 * @param {View} view
	 */
	update(view) {
		for (const [name, { control, below, hint }] of this.#controls) {
			const value = view.fields[name];
			if (control.dataset.saved !== value) showValue(control, value);
			control.dataset.saved = value;
			const fault = view.faults.find(({ pointer }) => pointer === pointerOf(name));
			// A required field that is empty is not marked as wrong. The publish dialog asks
			// for its value.
			const wrong = value === "" ? undefined : fault;
			control.setAttribute("aria-invalid", `${Boolean(wrong)}`);
			below.textContent = wrong?.message ?? hint;
			below.classList.toggle("wrong", Boolean(wrong));
		}
		this.#updateTiming(view);
		this.#updateTopics(view);
	}

	/**
	 * Focuses the field that edits the part of the transcript at this JSON Pointer, such
	 * as "/title". Returns false if there is no such field.
	 *
	 * @param {string} pointer
	 */
	reveal(pointer) {
		for (const [name, { control }] of this.#controls) {
			const own = pointerOf(name);
			if (pointer !== own && pointer !== own.slice(0, own.lastIndexOf("/"))) continue;
			control.scrollIntoView({ block: "center" });
			control.focus({ preventScroll: true });
			return true;
		}
		return false;
	}

	/**
	 * Shows whether the transcript has times of turns or words, with a button that removes
	 * them.
	 *
	 * @param {View} view
	 */
	#updateTiming({ fields: { timing } }) {
		const drop = () => this.studio.step({ kind: "meta", field: "timing", value: "none" });
		redraw(
			this.timing,
			timing !== "none" &&
				h(
					"p",
					{},
					`The source gives times of ${timing === "word" ? "words" : "turns"}. `,
					h("button.link", { type: "button", "data-key": "no-times", click: drop }, "Leave the times out"),
				),
		);
	}

	/**
	 * Shows the topics of the transcript, and a form that adds a topic.
	 *
	 * @param {View} view
	 */
	#updateTopics({ topics, turns }) {
		redraw(
			this.topics,
			h("h3", {}, "Topics"),
			topics.length === 0 && h("p.quiet", {}, "A topic begins at a turn and reaches to the next topic."),
			topics.map((topic) => this.#topic(topic)),
			this.#adding(turns),
		);
	}

	/**
	 * Returns the fields that edit one topic.
	 *
	 * @param {Topic} topic
	 */
	#topic({ id, label, turn, n, last }) {
		/** @type {HTMLInputElement} */
		const input = h("input", {
			value: label,
			"data-key": `topic-${id}`,
			"data-saved": label,
			"aria-label": `Topic of turns ${n} to ${last}`,
			change: () => this.studio.step({ kind: "topic", turn, value: input.value }),
		});
		const drop = () => this.studio.step({ kind: "no-topic", turn });
		// Several topics may have the same label. So the accessible name of the field also
		// says the turns of its topic.
		return h(
			"div.topic",
			{},
			input,
			h("span.quiet", {}, n === last ? `turn ${n}` : `turns ${n} to ${last}`),
			h(
				"button.link",
				{
					type: "button",
					"data-key": `topic-drop-${id}`,
					"aria-label": `Remove the topic ${label}`,
					click: drop,
				},
				"Remove",
			),
		);
	}

	/**
	 * Returns the form that adds a topic.
	 *
	 * @param {number} turns how many turns the transcript has
	 */
	#adding(turns) {
		const label = h("input", { "data-key": "topic-label", "data-saved": "" });
		const n = h("input", { "data-key": "topic-n", "data-saved": "", type: "number", min: 1, max: turns });
		// The editor enters a turn's number, which counts from 1. The program's function
		// "rows" counts turns from 0.
		const add = async () => {
			const to = Number(n.value);
			const [row] = await this.studio.call("rows", { pane: "turns", from: to - 1, to });
			if (!row) return say(`Give the number of a turn, 1 to ${turns}.`, true);
			const topic = await this.studio.freshId(label.value || "topic");
			const step = { kind: "topic", turn: row.id, topic, value: label.value };
			if (await this.studio.step(step)) find(this.root, "[data-key=topic-label]").focus();
		};
		/** @param {Event} event */
		const submit = (event) => {
			event.preventDefault();
			add();
		};
		return h(
			"form.inline",
			{ submit },
			h("label.field", {}, h("span", {}, "New topic"), label),
			h("label.field.short", {}, h("span", {}, "From turn"), n),
			h("button.small", { "data-key": "topic-add" }, "Add a topic"),
		);
	}
}
