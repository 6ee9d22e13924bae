// A page that a test makes up, and an edge endpoint that answers what the test wants.

/** The endpoint's origin, which is that of the corpus. */
export const edge = "https://edge.example";

/**
 * Where to visit such a page: one element for the transcript with that id, near
 * the top, whose data and markup are given.
 *
 * @param {string} origin of the Worker, which serves the element's script
 * @param {{id: string, json: string, html: string}} transcript
 * @param {{before?: string, attributes?: string, lang?: string}} [place] markup before
 *   the element, attributes of it, and the page's language
 */
export function pageWith(origin, { id, json, html }, { before = "", attributes = "", lang = "en" } = {}) {
	const path = "/host";
	const address = `${edge}/v1/transcripts/${id}`;
	const page = `<!doctype html>
<html lang="${lang}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A page of its own</title>
<link rel="icon" href="data:,">
<p>One paragraph before.</p>
${before}<quote-timeline src="${address}" ${attributes}></quote-timeline>
<script type="module" async src="/quote-timeline.js"></script>`;
	const bodies = new Map([
		[origin + path, { contentType: "text/html; charset=utf-8", body: page }],
		[address, { contentType: "application/json", body: json }],
		[`${address}.html`, { contentType: "text/html; charset=utf-8", body: html }],
	]);
	return { path, answers: (url) => bodies.get(url.replace(/[?#].*/, "")) };
}

/**
 * Answers requests instead of the server.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {(url: string) => object | "abort" | undefined} answers
 */
export async function intercept(page, answers) {
	await page.setRequestInterception(true);
	page.on("request", (request) => {
		const answer = answers(request.url());
		if (answer === undefined) request.continue();
		else if (answer === "abort") request.abort();
		else request.respond({ headers: { "Access-Control-Allow-Origin": "*" }, ...answer });
	});
}
