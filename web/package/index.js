// An app that uses the npm package quoteline imports this file. The files of the
// <quote-timeline> element are in the same folder. No bundler has to read them, because
// the browser loads them from a server.

/**
 * Loads the script of the <quote-timeline> element, which then works in the whole page. On a
 * server, where no elements exist, it does nothing.
 *
 * @param {string | URL} address of quote-timeline.js: on the server of the transcripts, or
 *   where the app serves the package's files
 */
export async function load(address) {
	if (!globalThis.customElements) return;
	const { href } = new URL(address, document.baseURI);
	// Without the comments in this call, webpack, Turbopack and Vite would try to bundle
	// the address.
	await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ href);
}
