// A long list, of which only the rows near the visible part are in the page. Rows are
// drawn in blocks of 40. A block that is not drawn has the known or estimated height of
// its rows, so that the scroll bar is right.

import { byKey, find, focusedIn } from "./dom.js";

/** @import { Extent } from "./types.js" */
/** @typedef {{ i: number, element: HTMLElement, drawn: boolean, asked: number }} Block 40 rows; asked counts the fetches of its rows */

const blockRows = 40;

/**
 * A long list, of which only the rows near the visible part are in the page.
 *
 * @template Row
 */
export class VirtualList {
	/** @type {Extent} */
	#extent = { rows: 0, blocks: [] };
	/** @type {Block[]} */
	#blocks = [];
	/**
	 * The rows that contain a form, by the key of the row. Each has its element, and a
	 * function that is called with the row when the row changes.
	 *
	 * @type {Map<string | undefined, { element: HTMLElement, update: (row: Row) => void }>}
	 */
	#open = new Map();
	#watcher;

	/**
	 * @param {HTMLElement} scroller the element that scrolls the list
	 * @param {object} of
	 * @param {(from: number, to: number) => Promise<Row[]>} of.fetch
	 * @param {(row: Row, i: number) => HTMLElement} of.draw
	 * @param {(row: Row) => string | number} of.key returns a key of a row, which stays the same when the row moves
	 * @param {(rows: number, characters: number) => number} of.estimate returns the height of rows
	 *   with so many characters, in pixels
	 */
	constructor(scroller, { fetch, draw, key, estimate }) {
		this.list = find(scroller, "[role=list]");
		this.fetch = fetch;
		this.draw = draw;
		this.key = key;
		this.estimate = estimate;
		const near = { root: scroller, rootMargin: "800px 0px" };
		this.#watcher = new IntersectionObserver((entries) => this.#seen(entries), near);
	}

	/**
	 * Shows the list after its rows have changed. The parameter extent is the list's new
	 * size. The rows of each block that is drawn are fetched again, and replace the old rows.
	 *
	 * @param {Extent} extent
	 */
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

	/**
	 * Makes the block with index i. Its rows are not drawn yet.
	 *
	 * @param {number} i
	 * @returns {Block}
	 */
	#block(i) {
		const element = document.createElement("div");
		element.setAttribute("role", "presentation");
		element.dataset.block = `${i}`;
		return { i, element, drawn: false, asked: 0 };
	}

	/**
	 * Returns the number of rows in the block.
	 *
	 * @param {number} i the block's index
	 */
	#rows(i) {
		return Math.min(blockRows, this.#extent.rows - i * blockRows);
	}

	/**
	 * Sets the estimated height of a block that is not drawn.
	 *
	 * @param {Block} block
	 */
	#reserve({ i, element }) {
		element.style.height = `${this.estimate(this.#rows(i), this.#extent.blocks[i])}px`;
	}

	/**
	 * Draws the blocks that come near the visible part of the list, and empties those that
	 * leave it.
	 *
	 * @param {IntersectionObserverEntry[]} entries
	 */
	#seen(entries) {
		for (const { target, isIntersecting } of entries) {
			const block = this.#blocks[Number(target.getAttribute("data-block"))];
			if (!block) continue;
			if (isIntersecting && !block.drawn) this.#fill(block);
			else if (!isIntersecting && block.drawn) this.#empty(block);
		}
	}

	/**
	 * Fetches and draws the rows of a block. If the block is fetched again before the answer
	 * arrives, that answer is ignored.
	 *
	 * @param {Block} block
	 */
	async #fill(block) {
		const asked = ++block.asked;
		block.drawn = true;
		const from = block.i * blockRows;
		const rows = await this.fetch(from, from + this.#rows(block.i));
		if (asked !== block.asked || !block.element.isConnected) return;
		this.#show(block, rows, from);
	}

	/**
	 * Replaces the rows of a block. If a control in the block has the focus, the new control
	 * with the same data-key gets the focus.
	 *
	 * @param {Block} block
	 * @param {Row[]} rows
	 * @param {number} from
	 */
	#show({ element }, rows, from) {
		const active = document.activeElement;
		const key = focusedIn(element)?.dataset.key;
		element.replaceChildren(...rows.map((row, k) => this.#row(row, from + k)));
		element.style.height = "";
		const same = key ? byKey(element, key) : active;
		if (document.activeElement === active || !(same instanceof HTMLElement)) return;
		if (element.contains(same)) same.focus({ preventScroll: true });
	}

	/**
	 * Returns the element of a row. A row with an open form keeps its element, so that the
	 * form keeps its contents. Any other row is drawn as a new element.
	 *
	 * @param {Row} row
	 * @param {number} i
	 */
	#row(row, i) {
		const key = `${this.key(row)}`;
		const open = this.#open.get(key);
		open?.update(row);
		const item = open?.element ?? this.draw(row, i);
		item.setAttribute("role", "listitem");
		item.setAttribute("aria-setsize", `${this.#extent.rows}`);
		item.setAttribute("aria-posinset", `${i + 1}`);
		item.dataset.row = `${i}`;
		item.dataset.of = key;
		return item;
	}

	/**
	 * Replaces the contents of a row by a form, until close() is called. Does nothing if the
	 * row is not drawn. The function update is called with the row whenever the row changes.
	 *
	 * @param {number} i
	 * @param {HTMLElement} form
	 * @param {(row: Row) => void} update
	 */
	open(i, form, update) {
		const element = this.row(i);
		if (!element) return;
		element.dataset.open = "";
		element.replaceChildren(form);
		this.#open.set(element.dataset.of, { element, update });
	}

	/**
	 * Removes a form from the list. Draws the row that contained the form again, and returns
	 * the row's index.
	 *
	 * @param {HTMLElement} form
	 */
	async close(form) {
		/** @type {HTMLElement | null} */
		const element = form.closest("[data-open]");
		if (!element) throw new Error("the form is not in the list");
		this.#open.delete(element.dataset.of);
		const i = Number(element.dataset.row);
		await this.#redraw(i);
		return i;
	}

	/**
	 * Discards every form. The rows that contained the forms are drawn again at the next
	 * update.
	 */
	closeAll() {
		this.#open.clear();
	}

	/** @param {Block} block */
	#empty(block) {
		const { element } = block;
		if (element.contains(document.activeElement) || element.querySelector("[data-open]")) return;
		element.style.height = `${element.offsetHeight}px`;
		block.drawn = false;
		block.asked++;
		element.replaceChildren();
	}

	/**
	 * Scrolls to the row with index i and focuses it. With a key, it focuses the control in
	 * the row whose data-key is that key.
	 *
	 * @param {number} i
	 * @param {string} [key]
	 */
	async reveal(i, key) {
		const block = this.#blocks[Math.floor(i / blockRows)];
		if (!block) return;
		block.element.scrollIntoView({ block: "nearest" });
		await this.#fill(block);
		const row = this.row(i);
		row?.scrollIntoView({ block: "center" });
		const control = key && row && byKey(row, key);
		(control || row)?.focus({ preventScroll: true });
	}

	/**
	 * Returns the element of the row with index i, or null if the row is not drawn.
	 *
	 * @param {number} i
	 * @returns {HTMLElement | null}
	 */
	row(i) {
		return this.list.querySelector(`[data-row="${i}"]`);
	}

	/**
	 * Draws the block that contains the row with index i again. Does nothing if the block is
	 * not drawn.
	 *
	 * @param {number} i
	 */
	#redraw(i) {
		const block = this.#blocks[Math.floor(i / blockRows)];
		return block?.drawn ? this.#fill(block) : undefined;
	}
}
