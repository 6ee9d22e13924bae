// Keeps pressed keys inside the element. Pages have shortcuts such as "/". When a reader
// types "/" into the widget's search field, a listener of the page sees the
// <quote-timeline> element as the target of the key, and not the field. So the page would
// run its shortcut.

/** Keys that edit a text, or move the cursor in it. */
const editing = new Set([
	"Backspace",
	"Delete",
	"Enter",
	"ArrowLeft",
	"ArrowRight",
	"ArrowUp",
	"ArrowDown",
	"Home",
	"End",
	"Dead", // an accent that waits for its letter
	"Process", // a key that an input method uses
	"Unidentified", // any key of some keyboards on the screen
]);

/**
 * Reports whether a key types one character. A key with Alt may type a symbol on some
 * keyboards. But if event.key is a letter from A to Z or a digit, a key with Alt is a
 * command.
 *
 * @param {KeyboardEvent} event
 */
const isCharacter = (event) => {
	if ([...event.key].length !== 1) return false;
	if (event.getModifierState("AltGraph")) return true;
	return !event.ctrlKey && !event.metaKey && !(event.altKey && /[a-z0-9]/i.test(event.key));
};

/**
 * Reports whether the widget or one of its controls uses a key.
 *
 * @param {KeyboardEvent} event
 */
const isUsed = (event) => {
	if (event.defaultPrevented || event.isComposing) return true;
	const { target, key } = event;
	if (!(target instanceof Element)) return false;
	if (target.matches("input:not([type=checkbox]), textarea, select"))
		return isCharacter(event) || (editing.has(key) && !event.altKey && !event.metaKey);
	return (key === "Enter" && target.matches("a, button")) || (key === " " && target.matches("button, input"));
};

/**
 * Keeps the page from receiving the events of keys that the widget uses. The events stop
 * at the widget's root element. The events of all other keys reach the page.
 *
 * @param {HTMLElement} body the root element; the WebAssembly program must already listen to it
 * @param {AbortSignal} signal removes the listeners when it aborts
 */
export const keepKeys = (body, signal) => {
	/** The keys that are down and that the widget uses. */
	const down = new Set();
	body.addEventListener(
		"keydown",
		(event) => {
			down.delete(event.code);
			if (!isUsed(event)) return;
			down.add(event.code);
			event.stopPropagation();
		},
		{ signal },
	);
	body.addEventListener("keypress", (event) => down.has(event.code) && event.stopPropagation(), { signal });
	body.addEventListener("keyup", (event) => down.delete(event.code) && event.stopPropagation(), { signal });
};
