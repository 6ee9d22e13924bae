// The live preview: the real widget, mounted as the element mounts it.
//
// __PROGRAM__ and __STYLE__ are the addresses of built files, relative to this one.
import { byId, count, grouped, h, redraw } from "../dom.js";
import { policy } from "../policy.js";
import { say } from "../status.js";

const asset = (name) => new URL(name, import.meta.url).href;
const pause = 150; // milliseconds without a change before the preview is drawn again
const most = 150; // turns that are drawn unasked: more take a browser its time

export class PreviewPane {
	#program;
	#sheet;
	#mounted;
	#timer;
	#drawing = new AbortController(); // of the last view
	#mounting; // one widget after the other takes the root over
	#view;
	#from = 0; // the first turn that is drawn
	#whole = false; // every turn is wanted

	constructor(studio) {
		this.studio = studio;
		this.root = byId("preview");
		this.frame = byId("preview-frame");
		this.frame.src = location.origin; // what the program asks an element for
		for (const button of this.root.querySelectorAll("[data-width]"))
			button.addEventListener("click", () => this.#fit(button.dataset.width));
		new ResizeObserver(() => {
			byId("preview-width").textContent = `${Math.round(this.frame.clientWidth)} px`;
		}).observe(this.frame);
	}

	#fit(width) {
		document.body.dataset.preview = width;
		for (const button of this.root.querySelectorAll("[data-width]"))
			button.setAttribute("aria-pressed", button.dataset.width === width);
	}

	/** Draws the preview again, soon. */
	update(view) {
		clearTimeout(this.#timer);
		this.#view = view;
		if (this.#from >= view.turns) this.#from = 0;
		this.#tellPart();
		byId("preview-empty").hidden = view.turns > 0;
		this.frame.hidden = view.turns === 0;
		if (view.turns === 0) return;
		this.#timer = setTimeout(() => this.#draw(view), this.#mounted ? pause : 0);
	}

	/** Which of the turns are drawn: from ≤ i < to. */
	#part() {
		const { turns } = this.#view;
		if (this.#whole || turns <= most) return { from: 0, to: turns };
		return { from: this.#from, to: Math.min(this.#from + most, turns) };
	}

	// Of a long transcript, says what is drawn, with ways to the rest.
	#tellPart() {
		const { turns } = this.#view;
		const { from, to } = this.#part();
		const move = (by) => () => this.#show(this.#from + by);
		const act = (key, text, go) => h("button.link", { type: "button", "data-key": key, click: go }, text);
		const whole = () => {
			this.#whole = true;
			this.update(this.#view);
		};
		redraw(
			byId("preview-part"),
			to - from < turns && `Turns ${from + 1} to ${to} of ${grouped(turns)}. `,
			to - from < turns && from > 0 && act("earlier", "Earlier turns", move(-most)),
			to < turns && act("later", "Later turns", move(most)),
			to - from < turns && act("whole", "All turns", whole),
		);
	}

	#show(from) {
		this.#from = Math.max(0, from);
		this.root.querySelector(".scroller").scrollTop = 0;
		this.update(this.#view);
	}

	async #draw(view) {
		this.#drawing.abort();
		this.#drawing = new AbortController();
		const { signal } = this.#drawing;
		const [mount, sheet, json] = await Promise.all([
			this.#boot(),
			this.#style(),
			this.studio.call("preview", this.#part(), { raw: true }),
		]);
		await Promise.allSettled([this.#mounting]);
		if (signal.aborted) return;
		const { scrollTop } = this.root.querySelector(".scroller");
		this.#mounted?.unmount();
		this.#mounted = undefined;
		this.#prepare(this.#root(sheet), view.interface);
		this.#mounting = mount(this.frame, json, signal);
		const mounted = await this.#mounting;
		if (!mounted) return;
		this.#mounted = mounted;
		this.root.querySelector(".scroller").scrollTop = scrollTop;
		this.frame.setAttribute("aria-label", `Preview, ${count(view.turns, "turn")}`);
		performance.mark("preview");
	}

	// The program reads the language from the markup in the root. The version differs
	// from the transcript's, so that it replaces the markup at once, without a flash.
	#prepare(root, lang) {
		const mark = root.querySelector(".ql") ?? root.appendChild(h("div.ql"));
		mark.setAttribute("lang", lang);
		mark.setAttribute("data-version", "0");
	}

	#root(sheet) {
		if (this.frame.shadowRoot) return this.frame.shadowRoot;
		const root = this.frame.attachShadow({ mode: "open" });
		root.adoptedStyleSheets = [sheet];
		return root;
	}

	#boot() {
		const ended = (error) => {
			this.#program = undefined;
			this.#mounted = undefined;
			say(`The preview stopped: ${error.message ?? error}. Any change starts it again.`, true);
		};
		this.#program ??= import(asset(__PROGRAM__)).then(({ boot }) =>
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

	/** Brings a turn into the view, where the preview scrolls by itself. */
	follow(id, n) {
		const { from, to } = this.#part();
		if (n <= from || n > to) this.#show(n - most / 2);
		const scroller = this.root.querySelector(".scroller");
		const turn = this.frame.shadowRoot?.getElementById(`t-${id}`);
		if (!turn || scroller.scrollHeight <= scroller.clientHeight) return;
		const room = 120; // for the strip
		const top = turn.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
		scroller.scrollTop += top - room;
	}

	/** Loads what the preview needs before it is needed. */
	prepare() {
		return Promise.all([this.#boot(), this.#style()]);
	}
}
