// Players of the page.

/** The player that an element names by id, or the one in its shadow root; null for none. */
export const media = (root, id) => {
	const found = id
		? root.host.getRootNode().getElementById?.(id)
		: root.querySelector(".player > :is(audio, video)");
	return found instanceof HTMLMediaElement ? found : null;
};

/** Begins to play. A browser that refuses leaves the player paused, and what fails is an event. */
export const play = (player) => {
	player.play().catch(() => {});
};
