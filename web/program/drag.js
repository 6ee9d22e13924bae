// Reports the gestures of a mouse, of fingers or of a wheel on the timeline.

/** If a pointer moves more than this number of pixels, its movement is a drag and not a click. */
const slack = 5;

/**
 * How fast the wheel of a mouse zooms. A wheel event says by how many pixels a page would
 * scroll. If that is more than the number notch, notch is used instead. Each time the sum
 * of pixels reaches the number doubling, twice as much of the timeline is visible.
 */
const notch = 25;
const doubling = 50;

/**
 * Returns the distance of an event from the beginning of the timeline's box, which is its
 * left edge, or its right edge if text runs from right to left. The unit is a ten-thousandth
 * of the box's width.
 *
 * @param {Element} box
 * @param {MouseEvent} event
 */
const place = (box, { clientX }) => {
	const { left, width } = box.getBoundingClientRect();
	const along = (clientX - left) / width;
	return Math.round(10000 * (getComputedStyle(box).direction === "rtl" ? 1 - along : along));
};

/** @type {WeakSet<Element>} */
const watched = new WeakSet();

/**
 * Listens for gestures on the timeline and dispatches events of the type "quoteline-drag" at
 * its box. The member kind of an event is one of the following:
 *
 * - The attribute data-drag of the element on which the pointer went down. If there is none,
 *   it is "line" for a mouse and "scrub" for a finger.
 * - "zoom" for two fingers, or for a wheel with the key Ctrl or Meta.
 * - "whole" for a double click.
 * - "cancel" if the browser ends a gesture, for instance to scroll, or if a second finger
 *   ends a drag and begins a zoom.
 *
 * The member from is the position where the gesture began, and to is the present position.
 * The member scale is the new length of the visible stretch of the timeline, in thousandths
 * of the old length. The member done is true in the last event of a gesture.
 *
 * @param {HTMLElement} box
 */
export function watchDrags(box) {
	if (watched.has(box)) return;
	watched.add(box);
	/**
	 * The pointers that are pressed, by id. Each has three values. The first two are the
	 * position where it was pressed and its present position, as the function place returns
	 * them. The third is the first one again, in pixels from the window's left edge.
	 *
	 * @type {Map<number, [begun: number, now: number, x: number]>}
	 */
	const fingers = new Map();
	/** @type {string | undefined} */
	let kind; // the kind of the present gesture; undefined while it may still be a click
	/** @type {string | undefined} */
	let pressed; // the kind that the gesture gets if it becomes a drag
	/**
	 * Dispatches an event about a gesture; see watchDrags for the members.
	 *
	 * @type {(kind: string, from: number, to: number, scale: number, done: boolean) => void}
	 */
	const report = (kind, from, to, scale, done) =>
		box.dispatchEvent(
			Object.assign(new Event("quoteline-drag", { bubbles: true }), { kind, from, to, scale, done }),
		);
	const cancel = () => kind && report("cancel", 0, 0, 0, true);
	/**
	 * Reports how the present gesture has continued. The argument done is true if the gesture
	 * has ended.
	 *
	 * @type {(done: boolean) => void}
	 */
	const step = (done) => {
		const [first, second = first] = fingers.values();
		if (!kind || !first) return;
		const [from, to] = first;
		const [from2, to2] = second;
		// For example, the distance of two fingers grows from 2,000 to 4,000.
		// Then scale is 500: half of the visible stretch of the timeline remains visible.
		const distance = Math.abs(from - from2) / Math.max(1, Math.abs(to - to2));
		const scale = fingers.size > 1 ? Math.round(1000 * distance) : 1000;
		report(kind, (from + from2) >> 1, (to + to2) >> 1, scale, done);
	};

	box.addEventListener("pointerdown", (event) => {
		const { target, pointerId, pointerType, button } = event;
		if (fingers.has(pointerId)) fingers.clear(); // the box was not notified when this pointer was released
		if (button || fingers.size > 1) return;
		if (fingers.size === 1) {
			cancel();
			kind = "zoom";
			for (const [id, finger] of fingers) {
				finger[0] = finger[1];
				box.setPointerCapture(id);
			}
			box.setPointerCapture(pointerId);
		} else {
			kind = undefined;
			const handle = target instanceof Element ? target.closest("[data-drag]") : null;
			pressed = handle?.getAttribute("data-drag") ?? (pointerType === "touch" ? "scrub" : "line");
		}
		fingers.set(pointerId, [place(box, event), place(box, event), event.clientX]);
	});
	box.addEventListener("pointermove", (event) => {
		if (event.buttons === 0) fingers.clear();
		const finger = fingers.get(event.pointerId);
		if (!finger) return;
		finger[1] = place(box, event);
		if (!kind && Math.abs(event.clientX - finger[2]) > slack) {
			kind = pressed;
			box.setPointerCapture(event.pointerId);
		}
		if (kind) step(false);
	});
	box.addEventListener("pointerup", ({ pointerId }) => {
		if (!fingers.has(pointerId)) return;
		if (pressed === "select") kind ??= pressed; // a click on an element with this kind is a short drag
		if (kind) step(true);
		fingers.clear();
	});
	box.addEventListener("pointercancel", () => {
		cancel();
		fingers.clear();
	});
	// After a drag, the browser also sends a click, which must not follow a link. A click
	// that comes from the keyboard has detail 0, and it does follow the link.
	box.addEventListener(
		"click",
		(event) => {
			if (!kind || event.detail === 0) return;
			kind = undefined;
			event.preventDefault();
			event.stopPropagation();
		},
		{ capture: true },
	);
	box.addEventListener("dragstart", (event) => event.preventDefault());
	box.addEventListener("dblclick", () => report("whole", 0, 0, 0, true));
	box.addEventListener(
		"wheel",
		(event) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			const pixels = Math.max(-notch, Math.min(notch, event.deltaMode ? 20 * event.deltaY : event.deltaY));
			const at = place(box, event);
			report("zoom", at, at, Math.round(1000 * 2 ** (pixels / doubling)), true);
		},
		{ passive: false },
	);
}
