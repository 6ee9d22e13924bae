// The page demands Trusted Types. Markup comes from shared/render alone, and the
// one script with an address made here is the studio's own worker.
const trusted = {
	/** @param {string} markup */
	createHTML: (markup) => markup,
	/** @param {string} url */
	createScriptURL: (url) => url,
};

export const policy = globalThis.trustedTypes?.createPolicy("quoteline", trusted) ?? trusted;
