// Runs in each measured page before the page's own scripts, and records in
// globalThis.benchProbe what happens in the page. The benchmark sets the object
// globalThis.bench before this script runs. bench.first is the selector of a quote.
// bench.ready is the event after which the page works; without it, the page's script
// calls performance.mark("ready").
(() => {
	const { first, ready } = globalThis.bench;
	const probe = { first: 0, ready: 0, tasks: [], shifts: [], memories: [] };
	globalThis.benchProbe = probe;

	/** Calls the function f after the next frame is painted, with the present time. */
	const painted = (f) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => f(performance.now());
			port2.postMessage(undefined);
		});

	/**
	 * Whether a quote is visible. The quote may be in the page itself, or in the shadow
	 * root of a <quote-timeline> element.
	 */
	const quote = () =>
		[
			document.querySelector(first),
			document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".text"),
		].some((node) => node?.textContent && node.checkVisibility() && node.getBoundingClientRect().height > 0);
	const look = () => {
		if (quote()) painted((time) => (probe.first = time));
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);

	const works = () => {
		if (!probe.ready) setTimeout(() => (probe.ready ||= performance.now()));
	};
	if (ready) addEventListener(ready, works);
	const observe = (type, note) =>
		new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
	observe("mark", ({ name }) => name === "ready" && works());
	observe("longtask", ({ startTime, duration }) => probe.tasks.push([startTime, duration]));
	observe("layout-shift", ({ value, hadRecentInput }) => !hadRecentInput && probe.shifts.push(value));

	const { instantiate } = WebAssembly;
	WebAssembly.instantiate = async (...args) => {
		const made = await instantiate.apply(WebAssembly, args);
		probe.memories.push(...Object.values(made.exports).filter((one) => one instanceof WebAssembly.Memory));
		return made;
	};

	/** The given root (a document or shadow root), and all open shadow roots in it. */
	const trees = (root) => [
		root,
		...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : [])),
	];

	probe.read = () => ({
		first: probe.first,
		ready: probe.ready,
		blocking: probe.tasks.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
		shift: probe.shifts.reduce((sum, value) => sum + value, 0),
		wasm: probe.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
		elements: trees(document).reduce((sum, tree) => sum + tree.querySelectorAll("*").length, 0),
	});

	/**
	 * How many milliseconds the main thread has had no long task: the time since the
	 * last long task ended, or since the page became ready if that is later.
	 */
	probe.quiet = () =>
		performance.now() - Math.max(probe.ready, ...probe.tasks.map(([start, length]) => start + length));

	probe.frame = () => new Promise((resolve) => painted(resolve));

	/**
	 * Scrolls for the given number of frames, but no longer than limit milliseconds. By
	 * default it begins at a quarter of the page's height. In each frame it scrolls the
	 * page down, and the argument step is the number of pixels. If the argument pans is
	 * true, it calls the page's function pan instead of scrolling. Returns the times
	 * between frames, in milliseconds.
	 */
	probe.scroll = ({ frames, step, limit }, pans) =>
		new Promise((resolve) => {
			const times = [];
			const height = document.documentElement.scrollHeight - innerHeight;
			const from = height / 4;
			const turn = (now) => {
				const n = times.push(now) - 1;
				if (n === frames || now - times[0] > limit)
					return resolve(times.slice(1).map((time, i) => time - times[i]));
				if (pans) globalThis.pan(0.25 + n / 2000, n);
				else scrollTo({ top: Math.min(height, from + n * step), behavior: "instant" });
				requestAnimationFrame(turn);
			};
			requestAnimationFrame(turn);
		});

	/**
	 * Returns the computed style of the first element that matches each selector, keyed
	 * by selector. The value is null if no element matches.
	 */
	probe.styles = (selectors) =>
		Object.fromEntries(
			selectors.map((selector) => {
				const node = document.querySelector(selector);
				return [
					selector,
					node && [...getComputedStyle(node)].map((name) => `${name}: ${getComputedStyle(node)[name]}`),
				];
			}),
		);
})();
