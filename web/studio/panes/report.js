// The report above the other parts of the page. It shows the numbers of turns and speakers,
// the places that may be wrong, and the lines that the importer did not understand.
import { byId, count, focusedIn, glyph, grouped, h, redraw } from "../dom.js";
import { EncodingChoice } from "./encoding.js";
import { proposalsOf } from "./proposals.js";
import { Remarks } from "./remarks.js";

/** @import { Child, Merge, Speaker, View } from "../types.js" */

const shownSpeakers = 5;

export class ReportPane {
	#top = h("div.cells");
	#rest = h("div.cells");
	#encoding = h("div.cell.wide");
	#readAs = h("div");
	/** @type {EncodingChoice | undefined} */
	#encodings;

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("report");
		this.root.append(this.#top, this.#rest);
		this.remarks = new Remarks(studio);
	}

	/** @param {View} view */
	update(view) {
		redraw(this.#top, this.#turns(view), this.#speakers(view), this.#suspicious(view), this.#unread(view));
		this.#updateEncoding(view);
		redraw(
			this.#rest,
			this.remarks.draw(view),
			proposalsOf(this.studio, view),
			view.misfits.length > 0 && this.#misfits(view),
		);
	}

	/**
	 * Focuses the report of a source that was just opened. If its encoding is not certain, the
	 * list of encodings gets the focus, because the editor should choose first.
	 *
	 * @param {View} view
	 */
	focus({ encodings, encodingNamed }) {
		const list = encodings.length > 0 ? this.#encodings?.control : undefined;
		if (list && focusedIn(this.root) === list) return;
		const target = list && encodingNamed === "" ? list : this.root;
		target.focus({ preventScroll: true });
	}

	/**
	 * Returns a cell of the report: a number with its noun, and other elements below. The
	 * noun has two forms: "one" follows the number 1 (as in "1 turn"), and "many" follows
	 * any other number (as in "2 turns").
	 *
	 * @param {number} n
	 * @param {string} one
	 * @param {string} many
	 * @param {...(Child | Child[])} children
	 */
	#cell(n, one, many, ...children) {
		return h("div.cell", {}, h("h2", {}, h("b", {}, grouped(n)), n === 1 ? one : many), ...children);
	}

	/**
	 * Returns the cell with the number of turns. It also says in which format the importer
	 * read the source (the imported text).
	 *
	 * @param {View} view
	 */
	#turns({ turns, words, format, topics }) {
		const about = `${count(words, "word")}, ${topics.length === 0 ? "no topics" : count(topics.length, "topic")}.`;
		const why = `Read as ${format.name}: ${format.why}.`;
		return this.#cell(turns, "turn", "turns", h("p", {}, about), h("p", {}, why));
	}

	/**
	 * Returns the cell with the number of speakers and the first five of them.
	 *
	 * @param {View} view
	 */
	#speakers({ speakers, speakerCount }) {
		const shown = speakers.slice(0, shownSpeakers);
		const more = speakerCount - shown.length;
		const all = h(
			"button.link",
			{ type: "button", "data-key": "all-speakers", click: () => this.studio.show("speakers") },
			more > 0 ? `All ${count(speakerCount, "speaker")}` : "Rename or merge",
		);
		return this.#cell(
			speakerCount,
			"speaker",
			"speakers",
			h(
				"ul",
				{},
				shown.map((speaker) => this.#speaker(speaker, shown.length)),
			),
			h("p", {}, all),
		);
	}

	/**
	 * Returns a speaker's name and number of turns, with buttons that undo merges with other
	 * names.
	 *
	 * @param {Speaker} speaker
	 * @param {number} lanes
	 */
	#speaker(speaker, lanes) {
		// The source may have several labels (names before the words) for one speaker. If
		// they were merged, the report shows the sum of their turns, as in "Ms. Lee 12 = Lee
		// 8 + Anna Lee 4".
		const made = speaker.merges.filter((merge) => merge.made);
		const sum = speaker.labels.length > 1 || made.length > 0;
		/**
		 * Returns a button that undoes a merge of another name into this speaker.
		 *
		 * @type {(merge: Merge, i: number) => HTMLElement}
		 */
		const split = ({ label, step }, i) =>
			h(
				"button.link",
				{
					type: "button",
					"data-key": `split-${speaker.id}-${i}`,
					"aria-label": `Split ${label} from ${speaker.name}`,
					click: () => this.studio.step(step),
				},
				`Split ${label}`,
			);
		return h(
			"li",
			{},
			glyph(speaker.lane, lanes),
			h("b", {}, speaker.name),
			` ${speaker.turns} `,
			sum && h("span", {}, `= ${this.#sum(speaker, made)} `),
			made.slice(0, 3).map(split),
		);
	}

	/**
	 * Returns the number of turns for each label (name before the words) of a speaker, as in
	 * "Lee 8 + Anna Lee 4".
	 *
	 * @param {Speaker} speaker
	 * @param {Merge[]} made
	 */
	#sum({ labels }, made) {
		const own = labels.map(({ label, turns }) => `${label} ${turns}`);
		const others = made.filter(({ label }) => !labels.some((l) => l.label === label));
		return [...own, ...others.map(({ label, turns }) => `${label} ${turns}`)].slice(0, 6).join(" + ");
	}

	/**
	 * Returns the cell with the number of places that the editor should look at. The list of
	 * them is below the cells.
	 *
	 * @param {View} view
	 */
	#suspicious(view) {
		const { checks } = view;
		const cell = this.#cell(checks, "place to look at", "places to look at", this.remarks.infos(view));
		if (checks > 0) cell.classList.add("warn");
		return cell;
	}

	/**
	 * Returns the cell with the lines that were not understood.
	 *
	 * @param {View} view
	 */
	#unread({ unreadCount, leftOut, introduction }) {
		// This editing step contains no line number. So it leaves out all lines that were
		// not understood.
		const all = () => this.studio.step({ kind: "leave-out" });
		const cell = this.#cell(
			unreadCount,
			"line not understood",
			"lines not understood",
			unreadCount > 0 && h("p", {}, "Publishing waits for them: mend a line, or leave it out."),
			unreadCount > 1 &&
				h(
					"p",
					{},
					h("button.link", { type: "button", "data-key": "leave-all", click: all }, "Leave all out"),
				),
			leftOut > 0 && h("p", {}, `You leave ${count(leftOut, "line")} out.`),
			h(
				"p",
				{},
				introduction === ""
					? "There is no text before the first turn."
					: "The text before the first turn is not part of it.",
			),
		);
		if (unreadCount > 0) cell.classList.add("warn");
		return cell;
	}

	/**
	 * Shows the cell in which the editor chooses the encoding of the source.
	 *
	 * @param {View} view
	 */
	#updateEncoding({ encoding, encodings, encodingNamed, repair }) {
		this.#encoding.hidden = encodings.length === 0;
		if (encodings.length === 0) return;
		// The list of encodings is made once and never replaced. An editor who types
		// "win" in it chooses another encoding with each letter. A new list would have
		// forgotten the letters "wi" when the editor types the "n".
		if (!this.#encodings) {
			this.#encodings = new EncodingChoice(encodings, (name) => this.studio.decode(name));
			this.#encoding.append(this.#encodings.root, this.#readAs);
			this.#rest.before(this.#encoding);
		}
		this.#encodings.show(encodingNamed);
		const mend = () => this.studio.decode(repair.encoding);
		const button = h("button.link", { type: "button", "data-key": "repair", click: mend }, "Repair them");
		redraw(
			this.#readAs,
			h("p", {}, `Read as ${encoding}.`),
			repair.encoding !== "" && h("p", {}, `${repair.why} `, button),
		);
	}

	/**
	 * Returns the cell with the editing steps that could not be applied.
	 *
	 * @param {View} view
	 */
	#misfits({ misfits }) {
		return h(
			"div.cell.wide.warn",
			{},
			h("h2", {}, h("b", {}, `${misfits.length}`), "of your changes no longer fit"),
			h(
				"ul.plain",
				{},
				misfits.slice(0, 5).map((misfit) => h("li", {}, misfit)),
			),
			h("p", {}, "They return when you undo the steps that conflict with them."),
		);
	}
}
