// A made-up page with one element. The test itself gives the answers of the page's
// endpoint (server of transcripts).

/**
 * The origin of the made-up endpoint. No server has this address. intercept() answers
 * the requests to it.
 */
export const edge = "https://edge.example";

/**
 * Returns two fields of a Visit (how a test opens a page, see browser.mjs): the path of
 * a page, and a function that answers the page's requests. The page has one element
 * near its top, which shows the given transcript and markup.
 *
 * @param {string} origin of the Worker, which serves the element's script
 * @param {{id: string, json: string, html: string}} transcript its id, its JSON, and the server's
 *   markup
 * @param {{before?: string, attributes?: string, lang?: string}} [place] markup before the element,
 *   attributes of the element as markup, and the page's language
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
 * Makes a function answer the page's requests. The server answers only those for which
 * the function returns undefined.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {(url: string) => object | "abort" | undefined} answers the response for an address;
 *   "abort" fails the request, undefined lets the server answer
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
