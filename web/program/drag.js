// What a mouse, fingers and a wheel do along a line.

/** Pixels that a pointer may move before it drags. */
const slack = 5;

/** How fast a wheel zooms: a notch, in pixels at most, and the pixels that double. */
const notch = 25;
const doubling = 50;

// How far along a box an event is, in ten-thousandths, from where lines begin.
const place = (box, { clientX }) => {
	const { left, width } = box.getBoundingClientRect();
	const along = (clientX - left) / width;
	return Math.round(10000 * (getComputedStyle(box).direction === "rtl" ? 1 - along : along));
};

const watched = new WeakSet();

/**
 * Tells what is done along a line, from now on, by events of the type "quoteline-drag" at
 * its box. Their kind is the data-drag of what a pointer went down on, else "line"
 * for a mouse and "scrub" for a finger; "zoom" for two fingers, or for a wheel with Ctrl
 * or Meta; "whole" for a double click. What was at the place from is now at the place to,
 * and what was 1,000 long has become scale. A gesture ends with done; one that came to
 * nothing with the kind "cancel".
 *
 * @param {Element} box
 */
export function watchDrags(box) {
	if (watched.has(box)) return;
	watched.add(box);
	const fingers = new Map(); // by pointer: the place where it began, and where it is
	let kind; // of the gesture once it is one
	let pressed;
	const tell = (kind, from, to, scale, done) =>
		box.dispatchEvent(
			Object.assign(new Event("quoteline-drag", { bubbles: true }), { kind, from, to, scale, done }),
		);
	const cancel = () => kind && tell("cancel", 0, 0, 0, true);
	const step = (done) => {
		const [[from, to], [from2, to2] = [from, to]] = fingers.values();
		const apart = Math.abs(from - from2) / Math.max(1, Math.abs(to - to2));
		const scale = fingers.size > 1 ? Math.round(1000 * apart) : 1000;
		tell(kind, (from + from2) >> 1, (to + to2) >> 1, scale, done);
	};

	box.addEventListener("pointerdown", (event) => {
		const { target, pointerId, pointerType, button } = event;
		if (fingers.has(pointerId)) fingers.clear(); // it was let go elsewhere
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
			pressed = target.closest("[data-drag]")?.dataset.drag ?? (pointerType === "touch" ? "scrub" : "line");
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
		if (pressed === "select") kind ??= pressed; // a click there is a short drag
		if (kind) step(true);
		fingers.clear();
	});
	box.addEventListener("pointercancel", () => {
		cancel();
		fingers.clear();
	});
	// A drag over links follows none, and takes none along. Keys click as well.
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
	box.addEventListener("dblclick", () => tell("whole", 0, 0, 0, true));
	box.addEventListener(
		"wheel",
		(event) => {
			if (!event.ctrlKey && !event.metaKey) return;
			event.preventDefault();
			const pixels = Math.max(-notch, Math.min(notch, event.deltaMode ? 20 * event.deltaY : event.deltaY));
			const at = place(box, event);
			tell("zoom", at, at, Math.round(1000 * 2 ** (pixels / doubling)), true);
		},
		{ passive: false },
	);
}
