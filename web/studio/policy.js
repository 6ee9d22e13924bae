// The server's content security policy requires Trusted Types for markup and for the
// addresses of scripts. All markup comes from the Go package shared/render, which escapes
// texts. The only script address that this page makes is the address of the studio's Web
// Worker.
const trusted = {
	/** @param {string} markup */
	createHTML: (markup) => markup,
	/** @param {string} url */
	createScriptURL: (url) => url,
};

export const policy = globalThis.trustedTypes?.createPolicy("quoteline", trusted) ?? trusted;
