// Finds and starts the audio or video players of the page.

/**
 * Returns the player with this id. The player must be in the same tree as the
 * <quote-timeline> element: in the page, or in the shadow tree around the element. If id
 * is "", returns the player inside the element's own shadow root. Returns null if there is
 * none.
 *
 * @param {ShadowRoot} root of the <quote-timeline> element
 * @param {string} id "" if <quote-timeline> has no attribute "for"
 */
export const media = (root, id) => {
	const tree = /** @type {Document | ShadowRoot} */ (root.host.getRootNode());
	const found = id ? tree.getElementById?.(id) : root.querySelector(".player > :is(audio, video)");
	return found instanceof HTMLMediaElement ? found : null;
};

/**
 * Starts a player. If the browser refuses, the player stays paused, and the error is ignored
 * here. If the recording cannot be loaded, the player itself dispatches an event.
 *
 * @param {HTMLMediaElement} player
 */
export const play = (player) => {
	player.play().catch(() => {});
};
