// The preview of the transcript, which is updated after each change. The WebAssembly program
// of the widget draws it, as in a page that embeds the widget.
//
// web/build.mjs replaces __PROGRAM__ and __STYLE__ by the addresses of the program's script
// and of the style sheet, relative to this file.
import { byId, count, find, grouped, h, redraw } from "../dom.js";
import { policy } from "../policy.js";
import { say } from "../status.js";

/** @import { Mounted } from "../../program/bridge.js" */
/** @import { QuoteTimeline } from "../../quote-timeline.js" */
/** @import { View } from "../types.js" */
/** @typedef {typeof import("../../program.js")} Program */

/** @param {string} name */
const asset = (name) => new URL(name, import.meta.url).href;
const pause = 150; // milliseconds to wait for further changes before the preview is drawn again
// The number of turns that are drawn unless the editor asks for all of them. More turns
// would slow down the browser.
const most = 150;

export class PreviewPane {
	/** @type {ReturnType<Program["boot"]> | undefined} */
	#program;
	/** @type {Promise<CSSStyleSheet> | undefined} */
	#sheet;
	/** @type {Mounted | undefined} */
	#mounted;
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	#timer;
	#drawing = new AbortController(); // aborts the drawing of an outdated view
	/** @type {Promise<Mounted | undefined> | undefined} */
	#mounting; // the promise of the latest mount; the next one waits for it, because both use the same root
	/** @type {View | undefined} */
	#view;
	#from = 0; // the index of the first turn that is drawn
	#whole = false; // whether the editor has asked for all turns

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.root = byId("preview");
		this.scroller = find(this.root, ".scroller");
		/** @type {NodeListOf<HTMLElement>} */
		this.widths = this.root.querySelectorAll("[data-width]");
		this.frame = byId("preview-frame");
		this.frame.src = location.origin; // the program reads the element's src to make addresses
		for (const button of this.widths) button.addEventListener("click", () => this.#fit(button.dataset.width));
		new ResizeObserver(() => {
			byId("preview-width").textContent = `${Math.round(this.frame.clientWidth)} px`;
		}).observe(this.frame);
	}

	/**
	 * Shows the preview at the width with this name: phone, column or wide.
	 *
	 * @param {string | undefined} width
	 */
	#fit(width) {
		document.body.dataset.preview = width;
		for (const button of this.widths)
			button.setAttribute("aria-pressed", `${button.dataset.width === width}`);
	}

	/**
	 * Draws the preview again. It first waits a moment for further changes.
	 *
	 * @param {View} view
	 */
	update(view) {
		clearTimeout(this.#timer);
		this.#view = view;
		if (this.#from >= view.turns) this.#from = 0;
		this.#tellPart(view);
		byId("preview-empty").hidden = view.turns > 0;
		this.frame.hidden = view.turns === 0;
		if (view.turns === 0) return;
		this.#timer = setTimeout(() => this.#draw(view), this.#mounted ? pause : 0);
	}

	/**
	 * Returns which turns to draw: from is the index of the first one, and to is the index
	 * after the last one. The parameter is the number of all turns.
	 *
	 * @param {number} turns
	 */
	#part(turns) {
		if (this.#whole || turns <= most) return { from: 0, to: turns };
		return { from: this.#from, to: Math.min(this.#from + most, turns) };
	}

	/**
	 * If only some of the turns are drawn, shows which ones, and buttons that show others.
	 *
	 * @param {View} view
	 */
	#tellPart(view) {
		const { turns } = view;
		const { from, to } = this.#part(turns);
		/** @param {number} by */
		const move = (by) => () => this.#show(this.#from + by);
		/**
		 * Returns a button that calls go.
		 *
		 * @type {(key: string, text: string, go: () => void) => HTMLElement}
		 */
		const act = (key, text, go) => h("button.link", { type: "button", "data-key": key, click: go }, text);
		const whole = () => {
			this.#whole = true;
			this.update(view);
		};
		redraw(
			byId("preview-part"),
			to - from < turns && `Turns ${from + 1} to ${to} of ${grouped(turns)}. `,
			to - from < turns && from > 0 && act("earlier", "Earlier turns", move(-most)),
			to < turns && act("later", "Later turns", move(most)),
			to - from < turns && act("whole", "All turns", whole),
		);
	}

	/** @param {number} from the index of the first turn to draw */
	#show(from) {
		this.#from = Math.max(0, from);
		this.scroller.scrollTop = 0;
		if (this.#view) this.update(this.#view);
	}

	/**
	 * Draws the preview of the present transcript. If a newer one is drawn meanwhile, this
	 * one is abandoned.
	 *
	 * @param {View} view
	 */
	async #draw(view) {
		this.#drawing.abort();
		this.#drawing = new AbortController();
		const { signal } = this.#drawing;
		const [mount, sheet, json] = await Promise.all([
			this.#boot(),
			this.#style(),
			this.studio.call("preview", this.#part(view.turns), { raw: true }),
		]);
		await Promise.allSettled([this.#mounting]);
		if (signal.aborted) return;
		const { scrollTop } = this.scroller;
		this.#mounted?.unmount();
		this.#mounted = undefined;
		this.#prepare(this.#root(sheet), view.interface);
		// The program uses only the shadow root, src and attributes of a <quote-timeline>
		// element. So a plain element is sufficient.
		this.#mounting = mount(/** @type {QuoteTimeline} */ (this.frame), json.buffer, signal);
		const mounted = await this.#mounting;
		if (!mounted) return;
		this.#mounted = mounted;
		this.scroller.scrollTop = scrollTop;
		this.frame.setAttribute("aria-label", `Preview, ${count(view.turns, "turn")}`);
		performance.mark("preview");
	}

	/**
	 * Marks the old preview's markup as outdated, so that the program replaces it. The
	 * program keeps markup whose attribute data-version is the transcript's version, and
	 * replaces any other markup in one step. No transcript has version 0, so data-version is
	 * set to 0. The old preview stays visible until the program replaces it.
	 *
	 * @param {ShadowRoot} root
	 * @param {string} lang the language of the interface
	 */
	#prepare(root, lang) {
		const mark = root.querySelector(".ql") ?? root.appendChild(h("div.ql"));
		mark.setAttribute("lang", lang);
		mark.setAttribute("data-version", "0");
	}

	/**
	 * Returns the shadow root of the preview. The first call makes it.
	 *
	 * @param {CSSStyleSheet} sheet
	 */
	#root(sheet) {
		if (this.frame.shadowRoot) return this.frame.shadowRoot;
		const root = this.frame.attachShadow({ mode: "open" });
		root.adoptedStyleSheets = [sheet];
		return root;
	}

	#boot() {
		/**
		 * The widget's program calls this when it has ended.
		 *
		 * @param {unknown} error
		 */
		const ended = (error) => {
			this.#program = undefined;
			this.#mounted = undefined;
			const reason = error instanceof Error ? error.message : error;
			say(`The preview stopped: ${reason}. Any change starts it again.`, true);
		};
		this.#program ??= import(asset(__PROGRAM__)).then((/** @type {Program} */ { boot }) =>
			boot((markup) => policy.createHTML(markup), ended),
		);
		this.#program.catch(() => {
			this.#program = undefined;
		});
		return this.#program;
	}

	#style() {
		this.#sheet ??= fetch(asset(__STYLE__))
			.then((answer) => answer.text())
			.then((css) => new CSSStyleSheet().replace(css));
		return this.#sheet;
	}

	/**
	 * Scrolls the preview to the turn with this id and this number. It does nothing to a
	 * preview that is shown in full height, without its own scroll bar.
	 *
	 * @param {string} id
	 * @param {number} n
	 */
	follow(id, n) {
		const { scroller } = this;
		const { from, to } = this.#part(this.studio.view.turns);
		if (n <= from || n > to) this.#show(n - most / 2);
		const turn = this.frame.shadowRoot?.getElementById(`t-${id}`);
		if (!turn || scroller.scrollHeight <= scroller.clientHeight) return;
		const room = 120; // pixels above the turn, for the widget's condensed line (strip)
		const top = turn.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
		scroller.scrollTop += top - room;
	}

	/** Downloads the program and the style of the widget, before the first preview needs them. */
	prepare() {
		return Promise.all([this.#boot(), this.#style()]);
	}
}
