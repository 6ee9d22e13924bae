// Operates and reads one <quote-timeline> element, as a reader does.

export class Timeline {
	/**
	 * Wraps an element that is already in the page.
	 *
	 * @param {import("puppeteer-core").ElementHandle} element
	 */
	constructor(element) {
		this.element = element;
	}

	/** Waits until the widget's program runs in the element. */
	async live() {
		const live = (element) => element.shadowRoot?.querySelector(".ql[data-live]");
		await this.element.frame.waitForFunction(live, {}, this.element);
	}

	/** Waits until the element shows the server's markup. */
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
	 * Waits until test(root, ...args) returns a truthy value. test runs in the page,
	 * where root is the element's shadow root.
	 */
	async until(test, ...args) {
		const root = await this.element.evaluateHandle((element) => element.shadowRoot);
		await this.element.frame.waitForFunction(test, {}, root, ...args);
	}

	/**
	 * The first element inside the shadow root that matches selector. Throws an error
	 * if there is none.
	 */
	async find(selector) {
		const found = await this.element.$(`:scope >>> ${selector}`);
		if (!found) throw new Error(`nothing matches ${selector}`);
		return found;
	}

	async click(selector) {
		await (await this.find(selector)).click();
	}

	/** Clicks the control that has this accessible name. */
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
	 * Selects text, from the first words of one quotation to the last words of another.
	 * from and to are each [n, words]: a turn's number, and words inside one paragraph
	 * of that turn.
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

	/**
	 * The text of the first element that matches, with each run of white space as one
	 * space. It is "" if nothing matches.
	 */
	text(selector) {
		return this.read(
			(root, s) => (root.querySelector(s)?.textContent ?? "").replace(/\s+/g, " ").trim(),
			selector,
		);
	}

	/**
	 * The visible rows of the list of turns, from top to bottom. For a turn, the result
	 * contains the turn's number. For a stub (placeholder for hidden turns), it contains
	 * the stub's text.
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
	 * The numbers of the turns in which search hits are marked. A mark is a mark
	 * element or a CSS highlight.
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

	/** The numbers of the turns that look linked, as after opening a link to a turn. */
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
	 * The element's markup, without the parts that depend on the scroll position and
	 * without the text of the live region. Tests compare it before and after an action.
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

/**
 * A JavaScript expression for the focused element of the page, even if that element is
 * inside shadow roots.
 */
const active = `(function inside(tree) {
	const { activeElement } = tree;
	return activeElement.shadowRoot?.activeElement ? inside(activeElement.shadowRoot) : activeElement;
})(document)`;

/**
 * The accessible role and name of the focused element, as in "link Turn 10". The function
 * requests only this element's node of the browser's accessibility tree. The whole tree
 * after every key would take most of a test's time.
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
 * The nodes of the accessibility tree, as a flat list: the node of an element and those
 * of its descendants.
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
 * Presses Tab until the focused element has this role and name, as returned by
 * focused(). Throws an error after 40 presses.
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
