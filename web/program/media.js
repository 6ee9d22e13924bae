// Players of the page.

/**
 * The player that an element names by id, or the one in its shadow root; null if there is none.
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
 * Starts a player. If the browser refuses, the player stays paused. A failure to load is
 * an event of the player.
 *
 * @param {HTMLMediaElement} player
 */
export const play = (player) => {
	player.play().catch(() => {});
};
