// A long list of which only what is near the viewport is in the page. Rows are
// drawn in blocks; a block that is not drawn keeps its place by its height.

const blockRows = 40;

export class VirtualList {
	#extent = { rows: 0, blocks: [] };
	#blocks = [];
	#open = new Map(); // key of a row → its element with a form in it, and the function that gets its row
	#watcher;

	/**
	 * @param {HTMLElement} scroller scrolls the list
	 * @param {object} of
	 * @param {(from: number, to: number) => Promise<object[]>} of.fetch
	 * @param {(row: object, i: number) => HTMLElement} of.draw
	 * @param {(row: object) => string | number} of.key identifies a row
	 * @param {(rows: number, characters: number) => number} of.estimate height in pixels
	 */
	constructor(scroller, { fetch, draw, key, estimate }) {
		this.scroller = scroller;
		this.list = scroller.querySelector("[role=list]");
		Object.assign(this, { fetch, draw, key, estimate });
		const near = { root: scroller, rootMargin: "800px 0px" };
		this.#watcher = new IntersectionObserver((entries) => this.#seen(entries), near);
	}

	/** Shows another state of the list. What is drawn is drawn again, in place. */
	async update(extent) {
		const same = extent.blocks.length === this.#blocks.length;
		this.#extent = extent;
		if (!same) this.#rebuild();
		await Promise.all(this.#blocks.filter(({ drawn }) => drawn).map((block) => this.#fill(block)));
	}

	#rebuild() {
		this.#watcher.disconnect();
		const kept = this.#blocks;
		this.#blocks = this.#extent.blocks.map((_, i) => kept[i] ?? this.#block(i));
		for (const block of this.#blocks) if (!block.drawn) this.#reserve(block);
		this.list.replaceChildren(...this.#blocks.map(({ element }) => element));
		for (const { element } of this.#blocks) this.#watcher.observe(element);
	}

	#block(i) {
		const element = document.createElement("div");
		element.setAttribute("role", "presentation");
		element.dataset.block = i;
		return { i, element, drawn: false, asked: 0 };
	}

	#rows(i) {
		return Math.min(blockRows, this.#extent.rows - i * blockRows);
	}

	#reserve({ i, element }) {
		element.style.height = `${this.estimate(this.#rows(i), this.#extent.blocks[i])}px`;
	}

	#seen(entries) {
		for (const { target, isIntersecting } of entries) {
			const block = this.#blocks[Number(target.dataset.block)];
			if (!block) continue;
			if (isIntersecting && !block.drawn) this.#fill(block);
			else if (!isIntersecting && block.drawn) this.#empty(block);
		}
	}

	// Only the newest answer counts.
	async #fill(block) {
		const asked = ++block.asked;
		block.drawn = true;
		const from = block.i * blockRows;
		const rows = await this.fetch(from, from + this.#rows(block.i));
		if (asked !== block.asked || !block.element.isConnected) return;
		this.#show(block, rows, from);
	}

	#show({ element }, rows, from) {
		const active = document.activeElement;
		const key = element.contains(active) ? active.dataset.key : undefined;
		element.replaceChildren(...rows.map((row, k) => this.#row(row, from + k)));
		element.style.height = "";
		const same = key ? element.querySelector(`[data-key="${CSS.escape(key)}"]`) : active;
		if (document.activeElement !== active && element.contains(same)) same.focus({ preventScroll: true });
	}

	// A row with a form in it stays as it is, and goes where its place is now.
	#row(row, i) {
		const key = `${this.key(row)}`;
		const open = this.#open.get(key);
		open?.update(row);
		const item = open?.element ?? this.draw(row, i);
		item.setAttribute("role", "listitem");
		item.setAttribute("aria-setsize", this.#extent.rows);
		item.setAttribute("aria-posinset", i + 1);
		item.dataset.row = i;
		item.dataset.of = key;
		return item;
	}

	/** Replaces a row by a form until it is closed; update gets the row whenever it changes. */
	open(i, form, update) {
		const element = this.row(i);
		element.dataset.open = "";
		element.replaceChildren(form);
		this.#open.set(element.dataset.of, { element, update });
	}

	/** Draws the row again that a form is in. Answers its number. */
	async close(form) {
		const element = form.closest("[data-open]");
		this.#open.delete(element.dataset.of);
		const i = Number(element.dataset.row);
		await this.#redraw(i);
		return i;
	}

	/** Gives up every form. What is shown is drawn again at the next update. */
	closeAll() {
		this.#open.clear();
	}

	#empty(block) {
		const { element } = block;
		if (element.contains(document.activeElement) || element.querySelector("[data-open]")) return;
		element.style.height = `${element.offsetHeight}px`;
		block.drawn = false;
		block.asked++;
		element.replaceChildren();
	}

	/** Scrolls to a row and gives it, or what it holds under that key, the focus. */
	async reveal(i, key) {
		const block = this.#blocks[Math.floor(i / blockRows)];
		if (!block) return;
		block.element.scrollIntoView({ block: "nearest" });
		await this.#fill(block);
		const row = this.row(i);
		row?.scrollIntoView({ block: "center" });
		const control = key && row?.querySelector(`[data-key="${CSS.escape(key)}"]`);
		(control || row)?.focus({ preventScroll: true });
	}

	/** The row's element, if it is drawn. */
	row(i) {
		return this.list.querySelector(`[data-row="${i}"]`);
	}

	// Draws the block of a row again.
	#redraw(i) {
		const block = this.#blocks[Math.floor(i / blockRows)];
		return block?.drawn ? this.#fill(block) : undefined;
	}
}
