// Keeps an element at the newest version of its transcript. A page may have been open for
// hours, and the copy in a cache may be a minute old. So the server is asked before the
// widget says that linked words are unchanged, and whenever the reader comes back to the
// page.

import { get } from "../get.js";

/** @typedef {import("../quote-timeline.js").QuoteTimeline} QuoteTimeline */

/**
 * Fetches something about the transcript, and accepts no stored answer of any cache. For
 * the cache mode "no-store", the browser sends the header field "Cache-Control: no-cache".
 * So the server does not answer from its edge cache either.
 *
 * @param {QuoteTimeline} element
 * @param {string} suffix of the transcript's address
 */
const ask = (element, suffix) => {
	const url = new URL(element.src);
	url.pathname = url.pathname.replace(/\.json$/, "") + suffix;
	return get(url.href, "no-store");
};

/**
 * Returns the version of the transcript that an element shows.
 *
 * @param {QuoteTimeline} element
 */
const shown = (element) => Number(element.shadowRoot?.querySelector(".ql")?.getAttribute("data-version"));

/**
 * Returns the transcript as JSON, in a version that is not older than the server's markup
 * in the element. The parameter json may be older, because a cache may have stored the
 * JSON and the markup at different times. Then the transcript is fetched again.
 *
 * @param {QuoteTimeline} element
 * @param {ArrayBuffer} json begins with {"schema":"quoteline/1","id":"tides","version":2
 */
export const agreeing = async (element, json) => {
	const [, version] = /"version":(\d+)/.exec(new TextDecoder().decode(json.slice(0, 200))) ?? [];
	return Number(version) < shown(element) ? (await ask(element, "")).arrayBuffer() : json;
};

/**
 * For the shadow root of each element, the function that asks the server for the newest
 * version of the element's transcript.
 *
 * @type {WeakMap<Node, () => Promise<boolean>>}
 */
const checks = new WeakMap();

/**
 * Asks the server whether the element that contains node shows the newest version.
 * Returns true if it does. Otherwise shows the newest version and returns false. Also
 * returns false for the studio's preview, whose words are on no server.
 *
 * @param {Node} node in the shadow root
 */
export const newest = async (node) => (await checks.get(node.getRootNode())?.()) ?? false;

/**
 * Asks the server for a newer version whenever the reader comes back to the page: from
 * another tab, or by the Back button. It does not ask while a recording plays in the
 * element. A newer version would replace the player, and the recording would stop.
 *
 * @param {QuoteTimeline} element
 * @param {AbortSignal} signal ends this when it aborts
 * @param {(json: ArrayBuffer) => Promise<void>} show shows another version
 */
export const keepNewest = (element, signal, show) => {
	if (!element.hasAttribute("src")) return; // the studio's preview, whose words are on no server
	const root = /** @type {ShadowRoot} */ (element.shadowRoot);
	/** @type {Promise<boolean> | undefined} */
	let running; // two checks at once would show the new version twice
	const check = async () => {
		const { versions } = await (await ask(element, "/versions")).json();
		if (!(versions[0].version > shown(element))) return true;
		await show(await (await ask(element, "")).arrayBuffer());
		return false;
	};
	const once = () => {
		running ??= check().finally(() => {
			running = undefined;
		});
		return running;
	};
	checks.set(root, once);
	const back = () => {
		const players = /** @type {NodeListOf<HTMLMediaElement>} */ (root.querySelectorAll("audio, video"));
		if (document.hidden || [...players].some((player) => !player.paused)) return;
		once().catch(() => {}); // the words that the reader has seen stay
	};
	document.addEventListener("visibilitychange", back, { signal });
	addEventListener("pageshow", (event) => event.persisted && back(), { signal });
};
