// One <quote-timeline> element, operated and read as a reader does.

export class Timeline {
	/** @param {import("puppeteer-core").ElementHandle} element */
	constructor(element) {
		this.element = element;
	}

	/** Waits until the widget's program runs in the element. */
	async live() {
		const live = (element) => element.shadowRoot?.querySelector(".ql[data-live]");
		await this.element.frame.waitForFunction(live, {}, this.element);
	}

	/** Waits until the server's markup is shown. */
	async shown() {
		const shown = (element) => element.shadowRoot?.querySelector(".ql");
		await this.element.frame.waitForFunction(shown, {}, this.element);
	}

	/**
	 * Runs look(root, ...args) in the page, where root is the element's shadow root,
	 * and returns the result.
	 */
	async read(look, ...args) {
		const root = await this.element.evaluateHandle((element) => element.shadowRoot);
		return root.evaluate(look, ...args);
	}

	/**
	 * Waits until test(root, ...args), which runs in the page, returns a truthy value.
	 * root is the shadow root.
	 */
	async until(test, ...args) {
		const root = await this.element.evaluateHandle((element) => element.shadowRoot);
		await this.element.frame.waitForFunction(test, {}, root, ...args);
	}

	/** The first element inside the shadow root that matches. Throws if none does. */
	async find(selector) {
		const found = await this.element.$(`:scope >>> ${selector}`);
		if (!found) throw new Error(`nothing matches ${selector}`);
		return found;
	}

	async click(selector) {
		await (await this.find(selector)).click();
	}

	/** Clicks the control whose accessible name this is. */
	async press(name) {
		const found = await this.element.$(`::-p-aria([name="${name}"])`);
		if (!found) throw new Error(`nothing is named ${name}`);
		await found.click();
	}

	/** Replaces the text in the search field. */
	async search(words) {
		await (await this.find(".search input")).click({ count: 3 });
		await this.element.frame.page().keyboard.type(words);
	}

	/**
	 * Selects text. from and to are each a turn's number and words that are in one
	 * paragraph of that turn. The selection begins with from's words and ends with to's
	 * words.
	 */
	async select(from, to = from) {
		await this.read(
			(root, from, to) => {
				const find = ([n, words]) => {
					const texts = root.querySelectorAll(`li[value="${n}"] .text p`);
					const node = [...texts].map((p) => p.firstChild).find((text) => text.data?.includes(words));
					return [node, node.data.indexOf(words)];
				};
				const [start, at] = find(from);
				const [end, before] = find(to);
				getSelection().setBaseAndExtent(start, at, end, before + to[1].length);
			},
			from,
			to,
		);
	}

	/** The text of the first match, with white space collapsed; "" if nothing matches. */
	text(selector) {
		return this.read(
			(root, s) => (root.querySelector(s)?.textContent ?? "").replace(/\s+/g, " ").trim(),
			selector,
		);
	}

	/**
	 * The visible rows of the list from the top down: the number of each turn, and the
	 * text of each placeholder for hidden turns (stub).
	 */
	rows() {
		return this.read((root) =>
			[...root.querySelectorAll(".stub, .turn")]
				.filter((row) => row.checkVisibility())
				.map((row) =>
					row.matches(".stub") ? row.querySelector("button").textContent : row.parentElement.value,
				),
		);
	}

	/**
	 * The numbers of the turns in which search hits are marked, by mark elements or by
	 * CSS highlights.
	 */
	marked() {
		return this.read((root) => {
			const highlighted = [...CSS.highlights.get("quoteline-hit")]
				.filter((range) => range.startContainer.getRootNode() === root)
				.map((range) => range.startContainer.parentElement.closest("li"));
			const items = new Set([
				...highlighted,
				...[...root.querySelectorAll(".text mark")].map((mark) => mark.closest("li")),
			]);
			return [...items].map((item) => item.value).sort((a, b) => a - b);
		});
	}

	/** The numbers of the turns that are styled as linked. */
	linked() {
		return this.read((root) =>
			[...root.querySelectorAll(".turn.linked")].map((turn) => turn.parentElement.value),
		);
	}

	/** Whether the beginning of turn n is visible in the window. */
	inView(n) {
		return this.read((root, n) => {
			const { top } = root.querySelector(`li[value="${n}"] .turn`).getBoundingClientRect();
			return top >= 0 && top < innerHeight - 50;
		}, n);
	}

	/**
	 * The element's markup, except what changes with the scroll position and the text
	 * of the live region.
	 */
	markup() {
		return this.read((root) => {
			const copy = document.createElement("template");
			copy.content.append(root.querySelector(".ql").cloneNode(true));
			const all = (selector) => copy.content.querySelectorAll(selector);
			for (const body of all(".ql")) body.removeAttribute("data-stuck");
			for (const mark of all(".at, .mini-at")) mark.removeAttribute("x");
			for (const label of all(".band-label.on")) label.className = "band-label";
			for (const segment of all(".seg")) segment.removeAttribute("tabindex");
			for (const words of all(".where, [role=status]")) words.textContent = "";
			return copy.innerHTML;
		});
	}
}

/** An expression that returns the focused element of the page, even if it is inside shadow roots. */
const active = `(function inside(tree) {
	const { activeElement } = tree;
	return activeElement.shadowRoot?.activeElement ? inside(activeElement.shadowRoot) : activeElement;
})(document)`;

/**
 * The accessible role and name of the focused element, as in "link Turn 10". It
 * requests only that node from the browser: the whole accessibility tree after every
 * key would take most of a test's time.
 *
 * @param {import("puppeteer-core").Page} page
 */
export async function focused(page) {
	const session = await page.createCDPSession();
	const { result } = await session.send("Runtime.evaluate", { expression: active });
	const about = { objectId: result.objectId, fetchRelatives: false };
	const { nodes } = await session.send("Accessibility.getPartialAXTree", about);
	await session.detach();
	return `${nodes[0].role.value} ${nodes[0].name?.value}`;
}

/**
 * The nodes of the accessibility tree of an element and its descendants, as a flat
 * list.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {import("puppeteer-core").ElementHandle} element
 */
export async function accessibilityTree(page, element) {
	const nodes = [];
	const walk = (node) => {
		nodes.push(node);
		node.children?.forEach(walk);
	};
	walk(await page.accessibility.snapshot({ root: element, interestingOnly: false }));
	return nodes;
}

/**
 * Presses Tab until the focused element has this role and name (see focused). Throws
 * after 40 times.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {string | RegExp} name such as "link Turn 10"
 */
export async function tabTo(page, name) {
	const passed = [];
	for (let i = 0; i < 40; i++) {
		await page.keyboard.press("Tab");
		const at = await focused(page);
		if (name instanceof RegExp ? name.test(at) : at === name) return;
		passed.push(at);
	}
	throw new Error(`Tab does not reach ${name}, only ${[...new Set(passed)].join(" | ")}`);
}
