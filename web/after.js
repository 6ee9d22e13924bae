// The part of the <quote-timeline> element's code that few readers need: those who click a
// link before the WebAssembly program runs, and those whose browser does not know the CSS
// function light-dark(). quote-timeline.js loads this script for them. If it cannot be
// loaded, the links in the element still lead to the transcript's page.
//
// web/build.mjs replaces __OLD__ by the address of a built file, relative to this file.

import { get } from "./get.js";

/** @typedef {import("./quote-timeline.js").QuoteTimeline} QuoteTimeline */

/**
 * Shows the whole conversation in an element that shows a single quote. Such an element has
 * the attribute "only". If the reader clicks again while the conversation is still loading,
 * the attribute is already removed, and this function does nothing. The promise is rejected
 * if the conversation cannot be loaded.
 *
 * @param {QuoteTimeline} element
 * @param {() => Promise<void>} begin shows the conversation
 */
const open = async (element, begin) => {
	if (!element.hasAttribute("only")) return;
	element.removeAttribute("only");
	await begin();
	element.goTo(element.turn);
};

/**
 * Returns the fragment of the page's address after the reader has followed a link to a
 * turn. If hash has q=, the new id replaces the old one: "#topic=c1&q=ab12" becomes
 * "#topic=c1&q=cd34". Otherwise q= is appended, as in "#topic=c1&q=cd34". A hash router
 * has routes such as "#/story/12". Then q= is appended after a "?", as in
 * "#/story/12?q=cd34".
 *
 * @param {string} hash with its "#", or ""
 * @param {string} id of the turn
 */
const linked = (hash, id) => {
	if (/[#&?]q=/.test(hash)) return hash.replace(/([#&?]q=)[^&]*/, `$1${id}`);
	const delimiter = /^#[^?&=]*\/[^?]*$/.test(hash) ? "?" : "&";
	return `${hash && `${hash}${delimiter}`}q=${id}`;
};

/**
 * Goes to the turn that a link of the server's HTML names. Goes to the link's address if the
 * HTML does not contain the turn.
 *
 * @param {QuoteTimeline} element
 * @param {HTMLAnchorElement} link
 */
const goTo = (element, link) => {
	const item = element.shadowRoot?.querySelector(`li[value="${link.dataset.n}"]`);
	const id = item?.id.slice(2);
	if (!id || !element.goTo(id)) location.assign(link.href);
	else if (element.getAttribute("address") !== "none") location.hash = linked(location.hash, id);
};

/**
 * Follows a link that the reader has clicked, in an element where the WebAssembly program
 * does not run. The link is either in the server's HTML, or in an element that shows a single
 * quote. The promise is rejected if the link cannot be followed.
 *
 * @param {QuoteTimeline} element
 * @param {HTMLAnchorElement} link
 * @param {() => Promise<void>} begin shows the conversation of an element with a single quote
 */
export const follow = async (element, link, begin) => {
	if (link.dataset.n) goTo(element, link);
	else await open(element, begin);
};

/**
 * The CSS text with the colours for browsers that do not know the CSS function
 * light-dark(). It is undefined until it is first needed.
 *
 * @type {Promise<string> | undefined}
 */
let old;

/**
 * For each shadow root, the style sheet that gives it its colours in a browser without
 * light-dark().
 *
 * @type {WeakMap<ShadowRoot, CSSStyleSheet>}
 */
const supplied = new WeakMap();

/**
 * Gives an element its colours in a browser that does not know the CSS function
 * light-dark(). The page's color-scheme may allow light colours, dark colours or both. If
 * it allows both, the reader's preference decides.
 *
 * @param {QuoteTimeline} element
 */
export const colour = async (element) => {
	const root = element.shadowRoot;
	if (!root) return;
	old ??= get(new URL(__OLD__, import.meta.url).href).then((response) => response.text());
	const css = await old;
	const { colorScheme } = getComputedStyle(element);
	/** @type {HTMLMetaElement | null} */
	const meta = document.querySelector("meta[name=color-scheme]");
	const schemes = colorScheme === "normal" ? (meta?.content ?? "light") : colorScheme;
	const dark = /dark/.test(schemes);
	const prefers = dark && /light/.test(schemes) ? "(prefers-color-scheme:dark)" : dark ? "all" : "not all";
	const sheet = supplied.get(root) ?? new CSSStyleSheet();
	supplied.set(root, sheet);
	sheet.replaceSync(css.replace("(prefers-color-scheme:dark)", prefers));
	if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
};
