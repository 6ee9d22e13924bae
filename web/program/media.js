// Finds and starts the players of the page.

/**
 * Returns the player with that id in the page, or the player inside the element's own shadow
 * root if id is "". Returns null if there is none.
 *
 * @param {ShadowRoot} root
 * @param {string} id "" if the element names none
 */
export const media = (root, id) => {
	const tree = /** @type {Document | ShadowRoot} */ (root.host.getRootNode());
	const found = id ? tree.getElementById?.(id) : root.querySelector(".player > :is(audio, video)");
	return found instanceof HTMLMediaElement ? found : null;
};

/**
 * Starts a player. If the browser refuses, the player stays paused. If the recording cannot
 * be loaded, the player reports that as an event.
 *
 * @param {HTMLMediaElement} player
 */
export const play = (player) => {
	player.play().catch(() => {});
};
