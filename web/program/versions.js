// Asks the server (the edge endpoint) for turns that were changed or removed.

import { get } from "../get.js";

/**
 * Fetches an address and returns the answer's JSON.
 *
 * @param {string} address
 */
const read = async (address) => (await get(address)).json();

/**
 * Reads a turn's words in earlier versions of a transcript. For each version that contains
 * the turn, the newest first, it calls the function said. It stops when said returns true.
 * The first argument of said is the words. The second is the date on which the next version
 * was published, or "" if the date is not known.
 *
 * @param {string} address of the transcript
 * @param {string} turn its id
 * @param {number} version number of the present version
 * @param {number} most the maximum number of versions that are read
 * @param {(text: string, changed: string) => boolean} said
 */
export const earlierWords = async (address, turn, version, most, said) => {
	const { versions } = await read(`${address}/versions`);
	const at = versions.findIndex((/** @type {{version: number}} */ one) => one.version < version);
	if (at < 0) return;
	for (let i = at; i < Math.min(versions.length, at + most); i++) {
		if (versions[i].withdrawn) continue;
		const { turns } = await read(`${address}/versions/${versions[i].version}`);
		const text = turns.find((/** @type {{id: string}} */ { id }) => id === turn)?.text;
		if (text !== undefined && said(text, versions[i - 1]?.publishedAt ?? "")) return;
	}
};

/**
 * Returns the id of the turn that is nearest to a removed turn. Returns "" if the turn was
 * not removed.
 *
 * @param {string} address of the turn
 * @param {string} turn its id
 */
export const nearest = async (address, turn) => {
	// The page's address may name a turn that is in another <quote-timeline> element of
	// the page. Such a turn was not removed.
	for (const { shadowRoot } of document.querySelectorAll("quote-timeline"))
		if (shadowRoot?.getElementById(`t-${turn}`)) return "";
	const response = await fetch(address, { credentials: "omit" });
	return response.status === 410 ? ((await response.json()).nearest ?? "") : "";
};
