// The <quote-timeline> element. First it shows the HTML that the server (the edge endpoint)
// has written. It starts the WebAssembly program when the element comes near the viewport,
// or when the reader touches it. The program then works on the same nodes. If the program cannot
// run, the HTML and its links stay. If there is no HTML from the server, the contents that
// the page put into the element stay.
//
// This script arrives before the first quote, so it is small. Code that is needed only later
// is in after.js (links of the server's HTML, old browsers) and in program.js.
//
// web/build.mjs replaces __STYLE__, __AFTER__, __PROGRAM__ and __WIDGET__ by the addresses of
// built files, relative to this file.

/** @typedef {import("./program/bridge.js").Mounted} Mounted */
/** @typedef {import("./quote-timeline.js").QuoteTimelineFilter} Criteria */
/**
 * Resolves to two values: the function that boot in program.js returns, which mounts an
 * element, and the bytes of the transcript's JSON.
 *
 * @typedef {Promise<[
 *   prepare: (element: QuoteTimeline, data: ArrayBuffer, signal: AbortSignal) => Promise<Mounted | undefined>,
 *   data: ArrayBuffer,
 * ]>} Ready
 */

/** @param {string} name */
const asset = (name) => new URL(name, import.meta.url).href;

// A page may demand Trusted Types. Then markup needs a policy. This policy accepts all
// markup, because all markup comes from the Go package shared/render, which escapes every
// word of a transcript.
const policy = globalThis.trustedTypes?.createPolicy("quoteline", {
	createHTML: (markup) => markup,
});
/** @type {(markup: string) => string} returns a TrustedHTML if there is a policy; the browser accepts it like a string */
const trusted = (markup) => policy?.createHTML(markup) ?? markup;

/**
 * Sends a request. The function is async because the page may have replaced fetch by a
 * function that throws, or that returns an object with only the method "then".
 *
 * @param {string} url
 */
const ask = async (url) => fetch(url, { credentials: "omit" });

/**
 * Fetches an address and reads the answer's body. Throws if the server answers with an
 * error.
 *
 * @template {"text" | "arrayBuffer"} R
 * @param {string} url
 * @param {R} read the method that reads the body
 * @returns {Promise<R extends "text" ? string : ArrayBuffer>}
 */
const get = async (url, read) => {
	const response = await ask(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return /** @type {Promise<any>} */ (response[read]()); // any: TypeScript does not infer which type this method returns
};

/**
 * Parses the HTML that the server has written for the element. Throws if the HTML is
 * something else, such as a login page.
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
 * The style sheet that all <quote-timeline> elements of the page share.
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
 * The default font size of the reader's browser, such as "16px". All sizes of the widget are
 * multiples of it.
 *
 * @type {string | undefined}
 */
let size;

/**
 * Measures the default font size of the reader's browser, and writes it into the style
 * sheet. It does so before the content is in the page. If the content were in the page,
 * the browser would first have to compute the styles of all of it.
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
 * Counts the visible letters of an element.
 *
 * @param {HTMLElement} element
 */
// biome-ignore lint/performance/useDomNodeTextContent: textContent counts hidden text too
const letters = (element) => element.innerText.replace(/\s/g, "").length;

/**
 * Reports whether an element contains a text that the page has put there, and that the
 * reader can read until the quotes are shown. The text must have more than 50 letters,
 * not counting links. So words such as "Loading…" do not count.
 *
 * @param {HTMLElement} element
 */
const readable = (element) => {
	let count = letters(element);
	for (const link of element.querySelectorAll("a")) count -= letters(link);
	return count > 50;
};

/**
 * Reports whether the reader sees some part of the page below an element.
 *
 * @param {Element} element
 */
const followed = (element) => {
	const end = element.getBoundingClientRect().bottom;
	for (let node = /** @type {Element | null} */ (element); node; node = node.parentElement)
		for (let next = /** @type {Element | null} */ (node); next; next = next.nextElementSibling) {
			const box = next.getBoundingClientRect();
			if (box.height && box.top >= end && box.top < innerHeight) return true;
		}
	return false;
};

/**
 * The <quote-timeline> elements that are in the page.
 *
 * @type {Set<QuoteTimeline>}
 */
const elements = new Set();

/**
 * The running WebAssembly program, which all <quote-timeline> elements of the page share. It
 * is undefined if no program runs. When the program ends, every element shows the server's
 * HTML again. The reader's next touch then starts the program again.
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
		// Fetching the WebAssembly program and its script at the same time saves a round
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

/**
 * Loads after.js, the part of the element's code that few readers need: those who click a
 * link before the WebAssembly program runs, and those with an old browser.
 *
 * @returns {Promise<typeof import("./after.js")>}
 */
const after = () => import(asset(__AFTER__));

/** The attributes that the element observes. Each has a property of the same name. */
const mirrored = /** @type {const} */ (["lang", "src", "speaker", "topic", "q", "turn", "theme", "for"]);

/**
 * Returns the text of a property's value. Returns undefined for a value without a text: null,
 * undefined, false, a symbol, a function, a plain object, or the string "[object Object]".
 * Frameworks set such a value if the page gives the property no value.
 *
 * @param {unknown} value
 */
const textOf = (value) => {
	if (value == null || value === false || typeof value === "function") return;
	try {
		const text = `${value}`; // a symbol throws an error
		if (!/\[object /.test(text)) return text;
	} catch {}
};

/** @typedef {HTMLElement & Record<typeof mirrored[number], string>} Mirroring an element with these properties */

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

	static observedAttributes = mirrored;

	static {
		for (const name of mirrored)
			Object.defineProperty(QuoteTimeline.prototype, name, {
				// The property src is the absolute address of the transcript on the server
				// (the edge endpoint).
				get() {
					const value = this.getAttribute(name) ?? "";
					return name === "src" ? new URL(value, this.baseURI).href : value;
				},
				set(value) {
					const text = textOf(value);
					if (text === undefined) this.removeAttribute(name);
					else this.setAttribute(name, text);
				},
			});
	}

	connectedCallback() {
		for (const name of mirrored) {
			if (!Object.hasOwn(this, name)) continue;
			const value = this[name]; // the property was set before this script was loaded
			delete (/** @type {Partial<QuoteTimeline>} */ (this)[name]);
			this[name] = value;
		}
		elements.add(this);
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		addEventListener("hashchange", () => this.#seek(), { signal });
		// A click on the link of an element that shows a single quote opens the conversation.
		if (this.hasAttribute("only") && !this.shadowRoot) this.#onLink(this, "a", signal);
		else this.#begin(signal).catch((error) => this.#report(error));
	}

	disconnectedCallback() {
		elements.delete(this);
		/** @type {AbortController} */ (this.#stop).abort();
		this.#mounted?.unmount();
		this.#mounted = undefined;
	}

	/**
	 * The browser calls this when an attribute changes. The arguments before and value are the
	 * attribute's old and new value. The value of a missing attribute is null.
	 *
	 * @type {(name: string, before: string | null, value: string | null) => void}
	 */
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
	 * Shows the HTML that the server has written. At the same time it begins to wait until
	 * the WebAssembly program is needed; see #await.
	 *
	 * @param {AbortSignal} signal
	 * @param {boolean} [asked] whether the reader has asked for the conversation; then it is shown immediately
	 */
	async #begin(signal, asked) {
		await undefined; // if a script changes src several times in a row, only the last one is fetched
		if (signal.aborted || !this.getAttribute("src")) return;
		const shown = this.#show(signal, asked);
		this.#await(signal, shown);
		return shown;
	}

	/**
	 * Shows the HTML that the server has written. If the HTML is in the page already (as a
	 * declarative shadow root), it is visible at once. Otherwise it is fetched, and is shown
	 * only when no visible text would move; see #room. If the reader has asked for the
	 * conversation, fetched HTML is also shown at once.
	 *
	 * @param {AbortSignal} signal
	 * @param {boolean} [asked]
	 */
	async #show(signal, asked) {
		// While the page is loading, its declarative shadow root may contain only a part of
		// the HTML.
		if (this.shadowRoot && document.readyState === "loading") {
			await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
			if (signal.aborted) return;
		}
		if (!this.shadowRoot || this.#markup === "") {
			const [css, markup] = await Promise.all([sheet(), get(this.#fragment(), "text")]);
			const content = parse(markup);
			if (!asked && !this.shadowRoot && readable(this)) await this.#room();
			if (signal.aborted) return;
			const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
			root.adoptedStyleSheets = [css];
			measure(css, root, content);
			root.replaceChildren(content);
		} else if (this.#markup) /** @type {ShadowRoot} */ (this.shadowRoot).innerHTML = trusted(this.#markup); // the element was removed from the page and is back
		const root = /** @type {ShadowRoot} */ (this.shadowRoot);
		// The markup is known already if a script has removed the element from the page and
		// inserted it again. In this case the page does not scroll to the linked turn.
		const before = this.#markup;
		this.#markup ||= root.innerHTML;
		this.#seek(before);
		this.#onLink(root, "a[data-n]:not(.time)", signal);
		CSS.supports("color:light-dark(red,red)") ||
			after().then(
				({ colour }) => colour(this),
				() => {}, // the words are still readable
			);
	}

	/**
	 * Follows links by means of after.js when the reader clicks them. While the WebAssembly
	 * program runs, the program does this instead. If after.js does not come, the browser goes
	 * to the link's address.
	 *
	 * @param {EventTarget} target contains the links
	 * @param {string} links a selector
	 * @param {AbortSignal} signal removes the listener when it aborts
	 */
	#onLink(target, links, signal) {
		target.addEventListener(
			"click",
			(/** @type {any} any type, because a key can cause a click, too */ event) => {
				/** @type {HTMLAnchorElement} */
				const link = event.target.closest(links);
				if (!link || this.#mounted || event.metaKey || event.ctrlKey || event.shiftKey) return;
				event.preventDefault(); // at once, because after.js may arrive later
				after()
					.then(({ follow }) => follow(this, link, () => this.#begin(signal, true)))
					.catch(() => location.assign(link.href));
			},
			{ signal },
		);
	}

	/**
	 * Waits until the element may become higher. Text below the element that the reader sees
	 * must not move. So it waits until no content after the element is visible, until the
	 * reader touches the element, or until the page's address names a quote.
	 */
	#room() {
		return new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
			const act = () => {
				touched.abort();
				resolve();
			};
			const look = () => (this.#named() || !followed(this)) && act();
			const touched = this.#onTouch(act);
			for (const type of ["scroll", "hashchange"])
				addEventListener(type, look, { capture: true, signal: touched.signal });
			look();
		});
	}

	/**
	 * Starts the WebAssembly program when the reader touches the element. If the browser is
	 * not set to save data, it also starts the program when the element comes near the
	 * viewport.
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
		if (!(/** @type {{connection?: {saveData: boolean}}} */ (navigator).connection?.saveData))
			watch.observe(this);
		signal.addEventListener("abort", () => watch.disconnect());
	}

	/**
	 * Calls act whenever the reader presses a pointer on the element, or whenever the
	 * focus moves into the element. Returns an AbortController. The calls end when it is
	 * aborted, or when the element is removed from the page.
	 *
	 * @param {() => void} act
	 */
	#onTouch(act) {
		const done = new AbortController();
		const { signal } = done;
		/** @type {AbortController} */ (this.#stop).signal.addEventListener("abort", () => done.abort(), {
			signal,
		});
		for (const type of ["pointerdown", "focusin"]) this.addEventListener(type, act, { signal });
		return done;
	}

	/**
	 * Loads the WebAssembly program and the transcript.
	 *
	 * @returns {Ready}
	 */
	#fetch() {
		const ready = Promise.all([start(), get(this.#address(""), "arrayBuffer")]);
		ready.catch(() => {}); // without markup the program is not mounted, and a failure does not matter
		return ready;
	}

	/**
	 * Mounts the widget: the WebAssembly program then reacts to the reader in this element.
	 *
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
			// A TypeError is a failure of the network. A later request may succeed, so the
			// element tries again at the reader's next touch.
			if (error instanceof TypeError) this.#retry(error);
			else this.#report(error);
		}
	}

	/**
	 * Reports an error, and fetches the program again when the reader touches the element.
	 *
	 * @param {unknown} error
	 */
	#retry(error) {
		this.#report(error);
		const asked = this.#onTouch(() => {
			asked.abort();
			this.#mount(/** @type {AbortController} */ (this.#stop).signal, this.#fetch());
		});
	}

	/**
	 * Shows the server's HTML again, because the WebAssembly program has ended.
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

	/** @param {any} error any type, because a promise may be rejected with any value */
	#report(error) {
		this.#dispatch("qt-error", { message: String(error?.message ?? error) });
	}

	/**
	 * Dispatches an event at the element. Listeners anywhere on the page can receive it.
	 *
	 * @type {(type: string, detail?: object) => void}
	 */
	#dispatch(type, detail) {
		this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
	}

	/**
	 * Returns the address of the transcript with a suffix: ".html" for its HTML, or "" for its JSON.
	 *
	 * @param {string} suffix
	 */
	#address(suffix) {
		const url = new URL(this.src);
		url.pathname = url.pathname.replace(/\.json$/, "") + suffix;
		return url.href;
	}

	// Returns the address of the server's HTML. It includes the filters that the element's
	// attributes set. It also includes the language of the content around the element, which
	// becomes that of the interface. An empty attribute counts as a missing one, because
	// Preact leaves lang="" when the page removes that prop. The attribute "for" may name an
	// audio or video player of the page. Then the HTML contains no other player.
	#fragment() {
		const { speaker, topic, q, turn } = this;
		const around = /** @type {HTMLElement | null} */ (this.closest('[lang]:not([lang=""])'));
		const all = { speaker, topic, q, turn, lang: around?.lang, player: this.for && "page" };
		const chosen = Object.entries(all).filter(([, value]) => value);
		return `${this.#address(".html")}?${new URLSearchParams(/** @type {[string, string][]} */ (chosen))}`;
	}

	/**
	 * Shows the turn with that id and scrolls to it. Returns false if there is no such turn.
	 *
	 * @param {string} turn
	 */
	goTo(turn) {
		return this.#mounted?.goTo(turn) ?? this.#land(turn);
	}

	/**
	 * Sets the filters: speaker (ids), topic (an id), q (the words to search for), and only
	 * (whether turns without those words are hidden). A filter that criteria does not contain
	 * stays as it is. The value "" removes a filter.
	 *
	 * @param {Criteria} [criteria] without it, the filters that were set before the widget was mounted are applied
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

	/**
	 * Returns the HTML of what the widget shows now, as the server would write it. It is ""
	 * until the WebAssembly program runs.
	 */
	toHTML() {
		return this.#mounted?.html() ?? "";
	}

	// Returns the id of the turn that the fragment of the page's address names, as in
	// "#q=qtf947h". In the address of a hash router it is "#/story/12?q=qtf947h".
	#named() {
		if (this.getAttribute("address") !== "none") return /[#&?]q=([\w-]+)/.exec(location.hash)?.[1];
	}

	/**
	 * Goes to the turn that the page's address names. If the server's HTML does not contain
	 * that turn, starts the WebAssembly program, which has the whole transcript.
	 *
	 * @param {unknown} [still] if true, the page does not scroll
	 */
	#seek(still) {
		const id = this.#named();
		if (!this.#land(id, still) && id) this.#enliven?.();
	}

	/**
	 * Marks a turn as linked, and returns whether the turn is in the server's HTML. With an
	 * id, it also scrolls to the turn, or to the question that the turn answers. Without an
	 * id, it marks the turn that the element's attribute "turn" names.
	 *
	 * @param {string} [id]
	 * @param {unknown} [still] if true, the page does not scroll
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
