// What the endpoint knows of a turn that is not what it was.

const get = async (address) => {
	const response = await fetch(address, { credentials: "omit" });
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	return response.json();
};

/**
 * Reads what a turn said in earlier versions of a transcript: the newest first, and
 * not in more than most of them, until said says that it is what is looked for. It is
 * also told when the version after it was published, "" where that is not known.
 *
 * @param {string} address of the transcript
 * @param {string} turn its id
 * @param {number} version the present one
 * @param {number} most
 * @param {(text: string, changed: string) => boolean} said
 */
export const earlierWords = async (address, turn, version, most, said) => {
	const { versions } = await get(`${address}/versions`);
	const at = versions.findIndex((one) => one.version < version);
	if (at < 0) return;
	for (let i = at; i < Math.min(versions.length, at + most); i++) {
		if (versions[i].withdrawn) continue;
		const { turns } = await get(`${address}/versions/${versions[i].version}`);
		const text = turns.find(({ id }) => id === turn)?.text;
		if (text !== undefined && said(text, versions[i - 1]?.publishedAt ?? "")) return;
	}
};

/**
 * The id of the turn that is nearest to one that was removed, "" where none was.
 *
 * @param {string} address of the turn
 * @param {string} turn its id
 */
export const nearest = async (address, turn) => {
	// Another element of the page may have it.
	for (const { shadowRoot } of document.querySelectorAll("quote-timeline"))
		if (shadowRoot?.getElementById(`t-${turn}`)) return "";
	const response = await fetch(address, { credentials: "omit" });
	return response.status === 410 ? ((await response.json()).nearest ?? "") : "";
};
