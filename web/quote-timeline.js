// The <quote-timeline> element. It shows the edge endpoint's markup first, and
// starts the WebAssembly program when the element comes near the viewport or is
// touched; the program then takes over the same nodes. Where the program cannot
// run, the markup and its links stay, and so do the element's own contents where
// there is no markup.
//
// __STYLE__, __PROGRAM__ and __RUNTIME__ are the addresses of the built files,
// relative to this one.

const asset = (name) => new URL(name, import.meta.url).href;

// A page that demands Trusted Types gets a policy. The markup is that of
// shared/render, in which every word of a transcript is escaped.
const policy = globalThis.trustedTypes?.createPolicy("quoteline", {
	createHTML: (markup) => markup,
});
const trusted = (markup) => (policy ? policy.createHTML(markup) : markup);

const get = async (url, read) => {
	const response = await fetch(url, { credentials: "omit" });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return response[read]();
};

// Whatever else an address answers, such as a page to log in, does not take the
// place of the element's own contents.
const parse = (markup) => {
	const template = document.createElement("template");
	template.innerHTML = trusted(markup);
	if (!template.content.querySelector(".ql")) throw new Error("the endpoint answered something else");
	return template.content;
};

// One style sheet serves every element of the page.
let style;
const sheet = () => {
	style ??= get(asset(__STYLE__), "text").then((css) => {
		const made = new CSSStyleSheet();
		made.replaceSync(css);
		return made;
	});
	return style;
};

const elements = new Set();

// What may throw is caught here, because the program's compilers cannot.
const guard = (act) => {
	try {
		return [true, act()];
	} catch (error) {
		return [false, String(error)];
	}
};

// What the program gets from its loader. Its listeners end with its life.
const bridge = (life) => ({
	get: (object, key) => guard(() => object[key]),
	call: (object, name, ...args) => guard(() => object[name](...args)),
	markup: (node, property, markup) =>
		guard(() => {
			node[property] = trusted(markup);
		}),
	// Calls seen(i, inside) whenever node i begins or ends to be inside the
	// viewport as the margin changes it.
	watch(nodes, rootMargin, seen) {
		const places = new Map(nodes.map((node, i) => [node, i]));
		const watcher = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries) {
					const [ok, error] = guard(() => seen(places.get(target), isIntersecting));
					if (!ok) return end(life, error);
				}
			},
			{ rootMargin },
		);
		for (const node of nodes) watcher.observe(node);
		life.signal.addEventListener("abort", () => watcher.disconnect());
		return () => watcher.disconnect();
	},
	listen(target, type, heard) {
		const listener = (event) => {
			try {
				heard(event);
			} catch (error) {
				end(life, error);
			}
		};
		target.addEventListener(type, listener, { signal: life.signal });
		return () => target.removeEventListener(type, listener);
	},
});

// One program serves every element of the page.
let program; // the promise of its bridge
let current; // its life
const start = () => {
	program ??= boot();
	return program;
};

// Names that the compilers' runtimes leave in the page, and what is told to the
// program. The page may have globals of these names, and a global "process" makes
// some libraries believe that they run in Node.
const borrowed = ["Go", "fs", "path", "process", "__quoteline"];

// Takes note of the page's globals; the answer puts them back.
const keepGlobals = () => {
	const own = borrowed.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
	return () => {
		for (const [name, descriptor] of own) {
			delete globalThis[name];
			if (descriptor) Object.defineProperty(globalThis, name, descriptor);
		}
	};
};

// The compiler's runtime is a script that sets globals; the program reads some of
// them when it starts.
let runtime;
const loadRuntime = async () => {
	const giveBack = keepGlobals();
	await import(asset(__RUNTIME__));
	const { Go, fs, path, process } = globalThis;
	giveBack();
	return { Go, globals: { fs, path, process } };
};

// Starts the program: what it does at once, it does before this returns.
const run = (go, instance, globals) => {
	const giveBack = keepGlobals();
	try {
		Object.assign(globalThis, globals);
		const ended = go.run(instance);
		if (!instance.exports.start) return ended;
		instance.exports.start(); // TinyGo's build, which does not end
		return new Promise(() => {});
	} finally {
		giveBack();
	}
};

async function boot() {
	const life = new AbortController();
	current = life;
	try {
		runtime ??= loadRuntime();
		const source = fetch(asset(__PROGRAM__), { credentials: "omit" });
		const { Go, globals } = await runtime;
		const go = new Go();
		const { instance } = await WebAssembly.instantiateStreaming(source, go.importObject);
		const host = bridge(life);
		const ended = run(go, instance, { ...globals, __quoteline: host });
		ended.then(() => end(life, new Error("the program ended")));
		if (!host.mount) throw new Error("the program did not start");
		return host;
	} catch (error) {
		end(life, error);
		throw error;
	}
}

// After a trap an instance is dead: every element shows the markup that it had
// before, and the next touch may start another.
function end(life, error) {
	if (life !== current) return;
	life.abort();
	program = current = undefined;
	for (const element of elements) element.lost(error);
}

class QuoteTimeline extends HTMLElement {
	#stop; // ends what the element listens to
	#markup; // the server's
	#mounted; // the program's handle

	connectedCallback() {
		elements.add(this);
		this.#stop = new AbortController();
		const { signal } = this.#stop;
		addEventListener("hashchange", () => this.#land(), { signal });
		this.#show(signal).catch((error) => this.#report(error));
	}

	disconnectedCallback() {
		elements.delete(this);
		this.#stop.abort();
		this.#mounted?.unmount();
		this.#mounted = undefined;
	}

	// Shows the server's markup: what the page brought in a declarative shadow
	// root, or what the endpoint answers.
	async #show(signal) {
		if (!this.shadowRoot) {
			const [css, markup] = await Promise.all([sheet(), get(this.#address(".html"), "text")]);
			if (signal.aborted) return;
			const content = parse(markup);
			const root = this.attachShadow({ mode: "open" });
			root.adoptedStyleSheets = [css];
			root.append(content);
		}
		const root = this.shadowRoot;
		if (this.#markup === undefined) this.#markup = root.innerHTML;
		else root.innerHTML = trusted(this.#markup); // it was in the page before
		root.addEventListener("click", (event) => this.#click(event), { signal });
		this.#land();
		this.#await(signal);
	}

	// Starts the program when the reader comes near, or does something.
	#await(signal) {
		const asked = this.#onTouch(() => enliven());
		const watch = new IntersectionObserver(
			(entries) => entries.some((entry) => entry.isIntersecting) && enliven(),
			{ rootMargin: "600px" },
		);
		const enliven = () => {
			asked.abort();
			watch.disconnect();
			this.#enliven(signal).catch((error) => this.#report(error));
		};
		watch.observe(this);
		signal.addEventListener("abort", () => watch.disconnect());
	}

	// Calls act on every touch, until the answer is aborted or the element goes.
	#onTouch(act) {
		const done = new AbortController();
		const signal = AbortSignal.any([this.#stop.signal, done.signal]);
		for (const type of ["pointerdown", "focusin"]) this.addEventListener(type, act, { signal });
		return done;
	}

	async #enliven(signal) {
		const [host, data] = await Promise.all([start(), get(this.#address(""), "arrayBuffer")]);
		if (signal.aborted || this.#mounted) return;
		const { origin } = new URL(this.src);
		const turn = this.getAttribute("turn") ?? "";
		const mounted = host.mount(this.shadowRoot, new Uint8Array(data), origin, turn);
		if (typeof mounted !== "object") throw new Error(mounted);
		this.#mounted = mounted;
		this.#tell("qt-ready");
	}

	// The program is gone: the server's markup is shown again.
	lost(error) {
		if (!this.#mounted) return;
		this.#mounted = undefined;
		this.shadowRoot.innerHTML = trusted(this.#markup);
		this.#report(error);
		const asked = this.#onTouch(() => {
			asked.abort();
			this.#enliven(this.#stop.signal).catch((reason) => this.#report(reason));
		});
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

	/** The address of the transcript at the edge endpoint. */
	get src() {
		return new URL(this.getAttribute("src") ?? "", this.baseURI).href;
	}

	set src(value) {
		this.setAttribute("src", value);
	}

	/** Shows and scrolls to the turn with that id; says whether there is one. */
	goTo(turn) {
		return this.#mounted?.goTo(turn) ?? false;
	}

	/** The markup of the present view, as the endpoint would write it; "" until the program runs. */
	toHTML() {
		return this.#mounted?.html() ?? "";
	}

	// Without the program, links to turns still lead to them.
	#click(event) {
		const link = event.target.closest("a[data-n]");
		if (this.#mounted || !link || event.metaKey || event.ctrlKey || event.shiftKey) return;
		const item = this.shadowRoot.querySelector(`li[value="${link.dataset.n}"]`);
		if (!item) return;
		event.preventDefault();
		const fragment = `#q=${item.id.slice(2)}`;
		if (location.hash === fragment) this.#land();
		else location.hash = fragment;
	}

	#land() {
		if (this.#mounted || !this.shadowRoot) return;
		const [, id] = /^#(?:.*&)?q=([^:&]+)/.exec(location.hash) ?? [];
		for (const turn of this.shadowRoot.querySelectorAll(".linked")) turn.classList.remove("linked");
		const item = id && this.shadowRoot.getElementById(`t-${id}`);
		item?.lastElementChild.classList.add("linked");
		item?.scrollIntoView({ behavior: "instant" });
	}
}

if (!customElements.get("quote-timeline")) customElements.define("quote-timeline", QuoteTimeline);
