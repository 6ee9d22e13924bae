// The <quote-timeline> element. It shows the edge endpoint's markup first. It starts the
// WebAssembly program when the element comes near the viewport or is touched, and the
// program then takes over the same nodes. If the program cannot run, the markup and its
// links stay. If there is no markup, the element's own contents stay.
//
// web/build.mjs replaces __STYLE__, __PROGRAM__ and __WIDGET__ by the addresses of built
// files, relative to this file.

/** @typedef {import("./program/bridge.js").Mounted} Mounted */
/** @typedef {import("./quote-timeline.js").QuoteTimelineFilter} Criteria */
/**
 * A transcript and the program, which mounts it.
 *
 * @typedef {Promise<[
 *   prepare: (element: QuoteTimeline, data: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>,
 *   data: ArrayBuffer,
 * ]>} Ready
 */

/** @param {string} name */
const asset = (name) => new URL(name, import.meta.url).href;

// A page may demand Trusted Types, which need a policy for markup. This policy accepts all
// markup, because the markup comes from shared/render, which escapes every word of a transcript.
const policy = globalThis.trustedTypes?.createPolicy("quoteline", {
	createHTML: (markup) => markup,
});
/** @type {(markup: string) => string} its result may be a TrustedHTML, which the browser takes like a string */
const trusted = (markup) => policy?.createHTML(markup) ?? markup;

/** @param {string} url */
const ask = (url) => fetch(url, { credentials: "omit" });

/**
 * @template {"text" | "arrayBuffer"} R
 * @param {string} url
 * @param {R} read the method that reads the body
 * @returns {Promise<R extends "text" ? string : ArrayBuffer>}
 */
const get = async (url, read) => {
	const response = await ask(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return /** @type {Promise<any>} */ (response[read]()); // any: the condition above is not inferred
};

/**
 * Parses the server's markup. Other markup, such as that of a login page, is an error, and
 * the element's own contents stay.
 *
 * @param {string} markup
 */
const parse = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = trusted(markup);
	if (!template.content.querySelector(".ql")) throw new Error("no transcript");
	return template.content;
};

/**
 * The one style sheet that all elements of the page share.
 *
 * @type {Promise<CSSStyleSheet> | undefined}
 */
let style;
const sheet = () => {
	style ??= get(asset(__STYLE__), "text").then((css) => new CSSStyleSheet().replace(css));
	style.catch(() => {
		style = undefined; // the next element tries again
	});
	return style;
};

/**
 * The reader's own font size, such as "16px". All sizes of the widget are multiples of it.
 *
 * @type {string | undefined}
 */
let size;

/**
 * Measures the reader's own font size, and writes it into the style sheet. It measures before the
 * markup is in the page: afterwards the browser would compute the style of all of it first.
 *
 * @param {CSSStyleSheet} css
 * @param {ShadowRoot} root
 * @param {DocumentFragment} content
 */
const measure = (css, root, content) => {
	const hidden = content.querySelector(".defs");
	if (size || !hidden) return;
	root.replaceChildren(hidden.cloneNode());
	size = getComputedStyle(/** @type {Element} */ (root.firstChild)).fontSize;
	css.insertRule(`:host{--qt-rem:${size}}`);
};

/**
 * Whether content after an element is visible in the window. If the element has no contents
 * of its own, it has no height, and the answer is false.
 *
 * @param {Element} element
 */
const followed = (element) => {
	/** @param {Element} node */
	const box = (node) => node.getBoundingClientRect();
	const { bottom, height } = box(element);
	/** @param {DOMRect} box */
	const seen = ({ top, height }) => height && top >= bottom && top < innerHeight;
	for (let node = /** @type {Element | null} */ (element); height && node; node = node.parentElement)
		for (let next = /** @type {Element | null} */ (node); next; next = next.nextElementSibling)
			if (seen(box(next))) return true;
	return false;
};

/**
 * Whether a click opens its link in another tab or window.
 *
 * @param {MouseEvent} event
 */
const elsewhere = (event) => event.metaKey || event.ctrlKey || event.shiftKey;

/** @type {Set<QuoteTimeline>} */
const elements = new Set();

/**
 * The one program that all elements of the page share. When it ends, every element shows the
 * server's markup again, and the next touch starts another instance.
 *
 * @type {Promise<Awaited<Ready>[0]> | undefined}
 */
let program;
const start = () => {
	if (!program) {
		/** @param {unknown} error */
		const ended = (error) => {
			program = undefined;
			for (const element of elements) element.lost(error);
		};
		// The program and its script are fetched at the same time, which saves a round
		// trip to the server.
		const source = ask(asset(__WIDGET__));
		source.catch(() => {}); // the program reports the failure
		program = import(asset(__PROGRAM__)).then((/** @type {typeof import("./program.js")} */ { boot }) =>
			boot(trusted, ended, source),
		);
		program.catch(ended);
	}
	return program;
};

// The id of the turn that the page's address names.
const named = () => /[#&]q=([\w-]+)/.exec(location.hash)?.[1];

/** Attributes that are also properties, besides src and those of every HTML element. */
const mirrored = /** @type {const} */ (["speaker", "topic", "q", "turn", "theme", "for"]);

/** @typedef {HTMLElement & Record<typeof mirrored[number], string>} Mirroring */

class QuoteTimeline extends /** @type {new () => Mirroring} */ (HTMLElement) {
	/** @type {AbortController | undefined} */
	#stop; // aborting it removes the element's listeners
	/** @type {string | undefined} */
	#markup; // the server's markup; "" if it has to be fetched again because the address has changed
	/** @type {Mounted | undefined} */
	#mounted; // the functions of the mounted widget
	/** @type {Criteria | undefined} */
	#criteria; // the criteria that filter received before the widget was mounted
	/** @type {(() => void) | undefined} */
	#enliven; // starts the program at the first call

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
		for (const name of /** @type {const} */ (["src", ...mirrored])) {
			if (!Object.hasOwn(this, name)) continue;
			const value = this[name]; // the property was set before this script was loaded
			delete (/** @type {Partial<QuoteTimeline>} */ (this)[name]);
			this[name] = value;
		}
		elements.add(this);
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		addEventListener("hashchange", () => this.#seek(), { signal });
		if (this.hasAttribute("only") && !this.shadowRoot) this.#offer(signal);
		else if (this.getAttribute("src")) this.#begin(signal).catch((error) => this.#report(error));
	}

	/**
	 * Leaves a single quote as it is until the reader follows its link. Then the whole conversation
	 * replaces the quote. If the conversation cannot be loaded, the link opens as usual.
	 *
	 * @param {AbortSignal} signal
	 */
	#offer(signal) {
		/** @param {MouseEvent} event */
		const open = (event) => {
			const link = /** @type {Element} */ (event.target).closest("a");
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
		/** @type {AbortController} */ (this.#stop).abort();
		this.#mounted?.unmount();
		this.#mounted = undefined;
	}

	/** @type {(name: string, before: string | null, value: string | null) => void} */
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

	/**
	 * Shows the server's markup, and meanwhile waits for an occasion to load the program.
	 *
	 * @param {AbortSignal} signal
	 * @param {boolean} [asked] whether the reader asked for the markup: then it is shown at once
	 */
	#begin(signal, asked) {
		const shown = this.#show(signal, asked);
		this.#await(signal, shown);
		return shown;
	}

	/**
	 * Shows the server's markup: from the page's declarative shadow root, or else from the
	 * endpoint. Markup from the endpoint waits until the layout may grow (see #room), unless
	 * the reader has asked for it.
	 *
	 * @param {AbortSignal} signal
	 * @param {boolean} [asked]
	 */
	async #show(signal, asked) {
		// While the page is loading, the shadow root may contain only a part of its markup.
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
		} else if (this.#markup) /** @type {ShadowRoot} */ (this.shadowRoot).innerHTML = trusted(this.#markup); // the element was removed from the page and is back
		const root = /** @type {ShadowRoot} */ (this.shadowRoot);
		const before = this.#markup; // empty at first; an element that is back in the page does not scroll it
		this.#markup ||= root.innerHTML;
		root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal });
		this.#seek(before);
	}

	/**
	 * Waits until the layout may grow without a shift under the reader: until no content
	 * after the element is visible, until the reader touches the element, or until the
	 * page's address names a quote.
	 */
	#room() {
		return new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
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

	/**
	 * Starts the program when the reader touches the element. It also starts the program
	 * when the element comes near the viewport, unless the browser is set to save data.
	 *
	 * @param {AbortSignal} signal
	 * @param {Promise<void>} shown
	 */
	#await(signal, shown) {
		const asked = this.#onTouch(() => this.#enliven?.());
		const watch = new IntersectionObserver(
			(entries) => entries.some((entry) => entry.isIntersecting) && this.#enliven?.(),
			{ rootMargin: "600px" },
		);
		this.#enliven = () => {
			this.#enliven = () => {};
			asked.abort();
			watch.disconnect();
			const ready = this.#fetch();
			shown.then(
				() => this.#mount(signal, ready),
				() => {}, // the element's own contents stay
			);
		};
		const { connection } = /** @type {{connection?: {saveData: boolean}}} */ (navigator);
		if (!connection?.saveData) watch.observe(this);
		signal.addEventListener("abort", () => watch.disconnect());
	}

	/**
	 * Calls act at every touch of the element, by a pointer or by the focus. It stops when the
	 * controller that it returns is aborted, or when the element is removed from the page.
	 *
	 * @param {() => void} act
	 */
	#onTouch(act) {
		const done = new AbortController();
		const signal = AbortSignal.any([/** @type {AbortController} */ (this.#stop).signal, done.signal]);
		for (const type of ["pointerdown", "focusin"]) this.addEventListener(type, act, { signal });
		return done;
	}

	/**
	 * Loads the program and the transcript.
	 *
	 * @returns {Ready}
	 */
	#fetch() {
		const ready = Promise.all([start(), get(this.#address(""), "arrayBuffer")]);
		ready.catch(() => {}); // without markup the program is not mounted, and a failure does not matter
		return ready;
	}

	/**
	 * @param {AbortSignal} signal
	 * @param {Ready} ready
	 */
	async #mount(signal, ready) {
		try {
			const [prepare, data] = await ready;
			const mounted = await prepare(this, data, signal);
			if (!mounted) return;
			this.#mounted = mounted;
			this.#dispatch("qt-ready");
			if (this.#criteria) this.filter();
		} catch (error) {
			if (signal.aborted) return;
			// A failure of the network is a TypeError. It may be over at the next
			// touch, so the element tries again then.
			if (error instanceof TypeError) this.#retry(error);
			else this.#report(error);
		}
	}

	/** @param {unknown} error */
	#retry(error) {
		this.#report(error);
		const asked = this.#onTouch(() => {
			asked.abort();
			this.#mount(/** @type {AbortController} */ (this.#stop).signal, this.#fetch());
		});
	}

	/**
	 * Shows the server's markup again after the program has ended.
	 *
	 * @param {unknown} error
	 */
	lost(error) {
		if (!this.#mounted) return;
		this.#mounted = undefined;
		/** @type {ShadowRoot} */ (this.shadowRoot).innerHTML = trusted(/** @type {string} */ (this.#markup));
		this.#seek(true);
		this.#retry(error);
	}

	/** @param {any} error any: a promise rejects with anything */
	#report(error) {
		this.#dispatch("qt-error", { message: String(error?.message ?? error) });
	}

	/** @type {(type: string, detail?: object) => void} */
	#dispatch(type, detail) {
		this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
	}

	/** @param {string} suffix */
	#address(suffix) {
		const url = new URL(this.src);
		url.pathname = url.pathname.replace(/\.json$/, "") + suffix;
		return url.href;
	}

	// The address of the markup, with the filters that the element's attributes set. The
	// interface has the language of the content around the element. If the attribute
	// "for" names an audio or video player of the page, the markup contains no player.
	#fragment() {
		const { speaker, topic, q, turn } = this;
		const lang = /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang;
		const all = { speaker, topic, q, turn, lang, player: this.for && "page" };
		const chosen = Object.entries(all).filter(([, value]) => value);
		return `${this.#address(".html")}?${new URLSearchParams(/** @type {[string, string][]} */ (chosen))}`;
	}

	/** The address of the transcript at the edge endpoint. */
	get src() {
		return new URL(this.getAttribute("src") ?? "", this.baseURI).href;
	}

	set src(value) {
		this.setAttribute("src", value);
	}

	/**
	 * Shows the turn with that id and scrolls to it. Returns whether there is such a turn.
	 *
	 * @param {string} turn
	 */
	goTo(turn) {
		return this.#mounted?.goTo(turn) ?? this.#land(turn);
	}

	/**
	 * Sets filter criteria: speaker (ids), topic (an id), q (the words to search for), and only
	 * (whether to hide turns without a hit). A missing criterion stays as it is; "" removes it.
	 *
	 * @param {Criteria} [criteria] the criteria; if missing, those that were set before the widget was mounted are applied
	 */
	filter(criteria) {
		this.#criteria = { ...this.#criteria, ...criteria };
		if (!this.#mounted) return;
		this.#mounted.filter(/** @type {Record<string, unknown>} */ (this.#criteria));
		this.#criteria = undefined;
	}

	/** Removes all filters and the search. */
	clear() {
		this.filter({ speaker: "", topic: "", q: "", only: false });
	}

	/** The markup of the present view, as the endpoint would write it; "" until the program runs. */
	toHTML() {
		return this.#mounted?.html() ?? "";
	}

	/**
	 * Goes to the turn of a link in the markup, unless the program handles the link.
	 *
	 * @param {MouseEvent} event
	 */
	#click(event) {
		/** @type {HTMLAnchorElement | null} */
		const link = /** @type {Element} */ (event.target).closest("a[data-n]:not([data-act])");
		if (this.#mounted || !link || elsewhere(event)) return;
		const item = /** @type {ShadowRoot} */ (this.shadowRoot).querySelector(`li[value="${link.dataset.n}"]`);
		if (!item) return;
		event.preventDefault();
		const id = item.id.slice(2);
		const { hash } = location;
		// The rest of the fragment belongs to the page or contains the reader's
		// filters, so it stays.
		location.hash = named() ? hash.replace(/([#&]q=)[^&]*/, `$1${id}`) : `${hash && `${hash}&`}q=${id}`;
		this.#land(id);
	}

	/**
	 * Goes to the turn that the page's address names. If the markup does not contain that
	 * turn, this starts the program, which knows every turn of the transcript.
	 *
	 * @param {unknown} [still] whether the page stays where it is
	 */
	#seek(still) {
		const id = named();
		if (!this.#land(id, still) && id) this.#enliven?.();
	}

	/**
	 * Marks a turn, by default the one in the element's turn attribute, and scrolls to it or
	 * to its question.
	 *
	 * @param {string} [id]
	 * @param {unknown} [still] whether the page stays where it is
	 */
	#land(id, still) {
		if (this.#mounted || !this.shadowRoot) return false;
		const item = this.shadowRoot.getElementById(`t-${id ?? this.turn}`);
		this.shadowRoot.querySelector(".linked")?.classList.remove("linked");
		const turn = item?.lastElementChild;
		turn?.classList.add("linked");
		const first = (turn?.matches(".reply") && /** @type {Element} */ (item).previousElementSibling) || item;
		if (id && !still) first?.scrollIntoView({ behavior: "instant" });
		return !!item;
	}
}

if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);
