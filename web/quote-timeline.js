// The <quote-timeline> element. It shows the edge endpoint's markup first, and
// starts the WebAssembly program when the element comes near the viewport or is
// touched; the program then takes over the same nodes. Where the program cannot
// run, the markup and its links stay, and so do the element's own contents where
// there is no markup.
//
// __STYLE__, __PROGRAM__ and __WIDGET__ are the addresses of built files, relative to
// this one.

const asset = (name) => new URL(name, import.meta.url).href;

// A page that demands Trusted Types gets a policy. The markup is that of
// shared/render, in which every word of a transcript is escaped.
const policy = globalThis.trustedTypes?.createPolicy("quoteline", {
	createHTML: (markup) => markup,
});
const trusted = (markup) => policy?.createHTML(markup) ?? markup;

const ask = (url) => fetch(url, { credentials: "omit" });

const get = async (url, read) => {
	const response = await ask(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return response[read]();
};

// Whatever else an address answers, such as a page to log in, does not take the
// place of the element's own contents.
const parse = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = trusted(markup);
	if (!template.content.querySelector(".ql")) throw new Error("no transcript");
	return template.content;
};

// One style sheet serves every element of the page.
let style;
const sheet = () => {
	style ??= get(asset(__STYLE__), "text").then((css) => new CSSStyleSheet().replace(css));
	style.catch(() => {
		style = undefined; // the next element may have more luck
	});
	return style;
};

// Sizes are multiples of the reader's own font size. It is asked for before the markup
// is there: the answer takes the style of all that is.
let size;
const measure = (css, root, content) => {
	const hidden = content.querySelector(".defs");
	if (size || !hidden) return;
	root.replaceChildren(hidden.cloneNode());
	size = getComputedStyle(root.firstChild).fontSize;
	css.insertRule(`:host{--qt-rem:${size}}`);
};

// Whether what comes after an element with contents of its own is in the window.
const followed = (element) => {
	const box = (node) => node.getBoundingClientRect();
	const { bottom, height } = box(element);
	const seen = ({ top, height }) => height && top >= bottom && top < innerHeight;
	for (let node = element; height && node; node = node.parentElement)
		for (let next = node; next; next = next.nextElementSibling) if (seen(box(next))) return true;
	return false;
};

// Whether a click opens its link in another place.
const elsewhere = (event) => event.metaKey || event.ctrlKey || event.shiftKey;

const elements = new Set();

// One program serves every element of the page. When it has ended, every element
// shows the markup that it had before, and the next touch may start another.
let program;
const start = () => {
	if (!program) {
		const ended = (error) => {
			program = undefined;
			for (const element of elements) element.lost(error);
		};
		// All of it is asked for at once: each question is a way to the server and back.
		const source = ask(asset(__WIDGET__));
		source.catch(() => {}); // the program says what failed
		program = import(asset(__PROGRAM__)).then(({ boot }) => boot(trusted, ended, source));
		program.catch(ended);
	}
	return program;
};

// The turn that the page's address names.
const named = () => /[#&]q=([\w-]+)/.exec(location.hash)?.[1];

/** Attributes that are properties as well, besides src and what every element has. */
const mirrored = ["speaker", "topic", "q", "turn", "theme", "for"];

class QuoteTimeline extends HTMLElement {
	#stop; // ends what the element listens to
	#markup; // the server's, "" when that of another address is to be fetched
	#mounted; // the program's handle
	#wishes; // what filter was called with before there was one
	#enliven; // starts the program, unless it was asked for

	static observedAttributes = ["src", "lang", ...mirrored];

	static {
		for (const name of mirrored)
			Object.defineProperty(QuoteTimeline.prototype, name, {
				get() {
					return this.getAttribute(name) ?? "";
				},
				set(value) {
					this.setAttribute(name, value);
				},
			});
	}

	connectedCallback() {
		for (const name of ["src", ...mirrored]) {
			if (!Object.hasOwn(this, name)) continue;
			const value = this[name]; // set before the script had come
			delete this[name];
			this[name] = value;
		}
		elements.add(this);
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		addEventListener("hashchange", () => this.#seek(), { signal });
		if (this.hasAttribute("only") && !this.shadowRoot) this.#offer(signal);
		else if (this.getAttribute("src")) this.#begin(signal).catch((error) => this.#report(error));
	}

	// A single quote stays as it stands, until the reader follows its link: then the
	// conversation opens in its place, or the link leads away as ever.
	#offer(signal) {
		const open = (event) => {
			const link = event.target.closest("a");
			if (!link || elsewhere(event)) return;
			event.preventDefault();
			this.removeEventListener("click", open);
			this.removeAttribute("only");
			this.#begin(signal, true).then(
				() => this.goTo(this.turn),
				() => location.assign(link.href),
			);
		};
		this.addEventListener("click", open, { signal });
	}

	disconnectedCallback() {
		elements.delete(this);
		this.#stop.abort();
		this.#mounted?.unmount();
		this.#mounted = undefined;
	}

	attributeChangedCallback(name, before, value) {
		if (!/src|lang|for/.test(name)) this.#mounted?.attribute(name, value ?? "");
		else if (before !== value && this.#stop) {
			this.#markup = "";
			this.shadowRoot?.replaceChildren(document.createElement("slot"));
			if (this.isConnected) {
				this.disconnectedCallback();
				this.connectedCallback();
			}
		}
	}

	// Shows the server's markup, and asks for the program meanwhile.
	#begin(signal, asked) {
		const shown = this.#show(signal, asked);
		this.#await(signal, shown);
		return shown;
	}

	// Shows the server's markup: what the page brought in a declarative shadow
	// root, or what the endpoint answers, once there is room for it unless it was
	// asked for.
	async #show(signal, asked) {
		// A page that is still arriving has only a part of its markup.
		if (this.shadowRoot && document.readyState === "loading") {
			await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
			if (signal.aborted) return;
		}
		if (!this.shadowRoot || this.#markup === "") {
			const [css, markup] = await Promise.all([sheet(), get(this.#fragment(), "text")]);
			const content = parse(markup);
			if (!asked && !this.shadowRoot) await this.#room();
			if (signal.aborted) return;
			const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
			root.adoptedStyleSheets = [css];
			measure(css, root, content);
			root.replaceChildren(content);
		} else if (this.#markup) this.shadowRoot.innerHTML = trusted(this.#markup); // it was in the page before
		const root = this.shadowRoot;
		const before = this.#markup; // an element that was here before takes nobody along
		this.#markup ||= root.innerHTML;
		root.addEventListener("click", (event) => this.#click(event), { signal });
		this.#seek(before);
	}

	// Nothing that is read moves: there is room when what follows the element is out
	// of sight below, or when the reader touches it or has followed a link to a quote.
	#room() {
		return new Promise((resolve) => {
			const act = () => {
				touched.abort();
				resolve();
			};
			const look = () => (location.hash.includes("q=") || !followed(this)) && act();
			const touched = this.#onTouch(act);
			for (const type of ["scroll", "hashchange"])
				addEventListener(type, look, { capture: true, signal: touched.signal });
			look();
		});
	}

	// Starts the program when the reader comes near, unless bytes are to be saved, or
	// does something.
	#await(signal, shown) {
		const asked = this.#onTouch(() => this.#enliven());
		const watch = new IntersectionObserver(
			(entries) => entries.some((entry) => entry.isIntersecting) && this.#enliven(),
			{ rootMargin: "600px" },
		);
		this.#enliven = () => {
			this.#enliven = () => {};
			asked.abort();
			watch.disconnect();
			const ready = this.#fetch();
			shown.then(
				() => this.#mount(signal, ready),
				() => {}, // the reader has what the page brought
			);
		};
		if (!navigator.connection?.saveData) watch.observe(this);
		signal.addEventListener("abort", () => watch.disconnect());
	}

	// Calls act on every touch, until the answer is aborted or the element goes.
	#onTouch(act) {
		const done = new AbortController();
		const signal = AbortSignal.any([this.#stop.signal, done.signal]);
		for (const type of ["pointerdown", "focusin"]) this.addEventListener(type, act, { signal });
		return done;
	}

	// Asks for the program and the data.
	#fetch() {
		const ready = Promise.all([start(), get(this.#address(""), "arrayBuffer")]);
		ready.catch(() => {}); // it matters only where the markup is shown
		return ready;
	}

	async #mount(signal, ready) {
		try {
			const [prepare, data] = await ready;
			const mounted = await prepare(this, data, signal);
			if (!mounted) return;
			this.#mounted = mounted;
			this.#tell("qt-ready");
			if (this.#wishes) this.filter();
		} catch (error) {
			if (signal.aborted) return;
			// What the network has failed in may do at the next touch.
			if (error instanceof TypeError) this.#retry(error);
			else this.#report(error);
		}
	}

	#retry(error) {
		this.#report(error);
		const asked = this.#onTouch(() => {
			asked.abort();
			this.#mount(this.#stop.signal, this.#fetch());
		});
	}

	// The program is gone: the server's markup is shown again.
	lost(error) {
		if (!this.#mounted) return;
		this.#mounted = undefined;
		this.shadowRoot.innerHTML = trusted(this.#markup);
		this.#seek(true);
		this.#retry(error);
	}

	#report(error) {
		this.#tell("qt-error", { message: String(error?.message ?? error) });
	}

	#tell(type, detail) {
		this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
	}

	#address(suffix) {
		const url = new URL(this.src);
		url.pathname = url.pathname.replace(/\.json$/, "") + suffix;
		return url.href;
	}

	// What the element's attributes choose. The interface speaks the language of the
	// place where the element stands, and leaves playing to the page's player where
	// there is one.
	#fragment() {
		const { speaker, topic, q, turn } = this;
		const lang = this.closest("[lang]")?.lang;
		const all = { speaker, topic, q, turn, lang, player: this.for && "page" };
		const chosen = Object.entries(all).filter(([, value]) => value);
		return `${this.#address(".html")}?${new URLSearchParams(chosen)}`;
	}

	/** The address of the transcript at the edge endpoint. */
	get src() {
		return new URL(this.getAttribute("src") ?? "", this.baseURI).href;
	}

	set src(value) {
		this.setAttribute("src", value);
	}

	/** Shows and scrolls to the turn with that id; says whether there is one. */
	goTo(turn) {
		return this.#mounted?.goTo(turn) ?? this.#land(turn);
	}

	/**
	 * Shows a part: speaker (ids), topic (id), q (what is searched), only (turns
	 * with a hit). What is not named stays as it is; "" takes a filter back.
	 */
	filter(wishes) {
		this.#wishes = { ...this.#wishes, ...wishes };
		if (!this.#mounted) return;
		this.#mounted.filter(this.#wishes);
		this.#wishes = undefined;
	}

	/** Shows everything. */
	clear() {
		this.filter({ speaker: "", topic: "", q: "", only: false });
	}

	/** The markup of the present view, as the endpoint would write it; "" until the program runs. */
	toHTML() {
		return this.#mounted?.html() ?? "";
	}

	// Without the program, links to turns still lead to them.
	#click(event) {
		const link = event.target.closest("a[data-n]:not([data-act])");
		if (this.#mounted || !link || elsewhere(event)) return;
		const item = this.shadowRoot.querySelector(`li[value="${link.dataset.n}"]`);
		if (!item) return;
		event.preventDefault();
		const id = item.id.slice(2);
		const { hash } = location;
		// What else stands there is the page's own, or what somebody has chosen.
		location.hash = named() ? hash.replace(/([#&]q=)[^&]*/, `$1${id}`) : `${hash && `${hash}&`}q=${id}`;
		this.#land(id);
	}

	// Goes to the turn that the address names. The markup may be without it: the program knows more.
	#seek(still) {
		const id = named();
		if (!this.#land(id, still) && id) this.#enliven?.();
	}

	// Marks a turn, by default the one that the element names, and goes to it with its question.
	#land(id, still) {
		if (this.#mounted || !this.shadowRoot) return false;
		const item = this.shadowRoot.getElementById(`t-${id ?? this.turn}`);
		this.shadowRoot.querySelector(".linked")?.classList.remove("linked");
		const turn = item?.lastElementChild;
		turn?.classList.add("linked");
		const first = (turn?.matches(".reply") && item.previousElementSibling) || item;
		if (id && !still) first?.scrollIntoView({ behavior: "instant" });
		return !!item;
	}
}

if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);
