// A long list. Only rows near the visible part are in the page. Rows are drawn in
// blocks of 40; a block that is not drawn keeps its height, so that the scroll bar is
// right.

import { byKey, find, focusedIn } from "./dom.js";

/** @import { Extent } from "./types.js" */
/** @typedef {{ i: number, element: HTMLElement, drawn: boolean, asked: number }} Block */

const blockRows = 40;

/** @template Row */
export class VirtualList {
	/** @type {Extent} */
	#extent = { rows: 0, blocks: [] };
	/** @type {Block[]} */
	#blocks = [];
	/**
	 * By the key of a row that contains a form: its element, and the function that
	 * receives the row when it changes.
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
	 * @param {(row: Row) => string | number} of.key a key that stays the same when the row moves
	 * @param {(rows: number, characters: number) => number} of.estimate the height of rows
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
	 * Shows another state of the list: blocks that are drawn are drawn again in place.
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
	 * @param {number} i
	 * @returns {Block}
	 */
	#block(i) {
		const element = document.createElement("div");
		element.setAttribute("role", "presentation");
		element.dataset.block = `${i}`;
		return { i, element, drawn: false, asked: 0 };
	}

	/** @param {number} i the block's index */
	#rows(i) {
		return Math.min(blockRows, this.#extent.rows - i * blockRows);
	}

	/** @param {Block} block */
	#reserve({ i, element }) {
		element.style.height = `${this.estimate(this.#rows(i), this.#extent.blocks[i])}px`;
	}

	/** @param {IntersectionObserverEntry[]} entries */
	#seen(entries) {
		for (const { target, isIntersecting } of entries) {
			const block = this.#blocks[Number(target.getAttribute("data-block"))];
			if (!block) continue;
			if (isIntersecting && !block.drawn) this.#fill(block);
			else if (!isIntersecting && block.drawn) this.#empty(block);
		}
	}

	/**
	 * Fetches and draws the rows of a block. If it is fetched again meanwhile, the
	 * older answer is ignored.
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
	 * The element of a row. A row that contains a form keeps its element, which moves
	 * to the row's new position.
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
	 * Replaces a row's contents by a form, until close() is called. Does nothing if the
	 * row is not drawn. update receives the row whenever it changes.
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
	 * Removes a form and draws its row again. Returns the row's index.
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

	/** Discards every form. Their rows are drawn again at the next update. */
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
	 * Scrolls to row i and focuses it. With a key, focuses the control in the row whose
	 * data-key is that key.
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
	 * The element of row i; null if it is not drawn.
	 *
	 * @param {number} i
	 * @returns {HTMLElement | null}
	 */
	row(i) {
		return this.list.querySelector(`[data-row="${i}"]`);
	}

	/**
	 * Draws the block that contains row i again, if it is drawn.
	 *
	 * @param {number} i
	 */
	#redraw(i) {
		const block = this.#blocks[Math.floor(i / blockRows)];
		return block?.drawn ? this.#fill(block) : undefined;
	}
}
