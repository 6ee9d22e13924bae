// The server's policy requires Trusted Types for markup and script addresses. All
// markup comes from shared/render, which escapes texts. The only script address that is
// made here is that of the studio's worker.
const trusted = {
	/** @param {string} markup */
	createHTML: (markup) => markup,
	/** @param {string} url */
	createScriptURL: (url) => url,
};

export const policy = globalThis.trustedTypes?.createPolicy("quoteline", trusted) ?? trusted;
