// Places where newsrooms paste snippets: content management systems and feed readers,
// which change the HTML. If such a system has its filter on npm, the tests run that
// filter. Otherwise the functions here change the HTML by the rules that the system
// publishes.
import { all, noFrames, scripts, words } from "./outcome.mjs";
import { classicPost, rehypeSanitize } from "./sanitizers.mjs";

/**
 * Returns a function that removes from HTML all tags, attributes and comments that are
 * not allowed. The text between removed tags remains.
 *
 * @param {object} rules
 * @param {string} rules.tags the allowed tags, separated by spaces
 * @param {string[]} rules.attributes the allowed attributes
 * @param {string[]} [rules.drop] elements that are removed with their contents
 * @param {boolean} [rules.comments] whether comments are allowed
 */
function filter({ tags, attributes, drop = [], comments = false }) {
	const kept = new Set(tags.split(" "));
	return (html) => {
		let left = html;
		for (const name of drop)
			left = left.replace(new RegExp(`<${name}\\b[^>]*>[\\s\\S]*?</${name}>`, "g"), "");
		left = left.replace(/<!--[\s\S]*?-->/g, comments ? "$&" : "");
		return left.replace(/<(\/?)([a-z][a-z0-9-]*)((?:\s[^>]*)?)>/g, (_, end, name, rest) => {
			if (!kept.has(name)) return "";
			const all = rest.matchAll(/\s([a-z-]+)="([^"]*)"/g);
			const list = [...all].filter(([, name]) => attributes.includes(name));
			return `<${end}${name}${list.map(([whole]) => whole).join("")}>`;
		});
	};
}

// What remains of HTML in WordPress if the user lacks the capability unfiltered_html.
// The rules are $allowedposttags in wp-includes/kses.php, with the attributes that every
// tag may have. Other tags are removed. The text between them remains, even the text of
// a style element.
const kses = filter({
	tags:
		"a abbr address article aside audio b bdo big blockquote br button caption cite code col colgroup dd del details dfn div dl dt em " +
		"fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label legend li main map mark menu nav ol p pre q rp rt ruby " +
		"s samp section small span strike strong sub summary sup table tbody td tfoot th thead time title tr u ul var video",
	attributes: ["href", "rel", "target", "cite", "class", "dir", "id", "lang", "style", "title"],
	comments: true,
});

/**
 * Changes the HTML of an oEmbed answer (which describes what to embed) as WordPress
 * does for providers that are not on its list. WordPress does so in
 * wp_filter_oembed_result and wp_oembed_ensure_format, in wp-includes/embed.php.
 */
function wordPressEmbed(html) {
	const attributes = [
		"src",
		"width",
		"height",
		"frameborder",
		"marginwidth",
		"marginheight",
		"scrolling",
		"title",
	];
	const left = filter({ tags: "a blockquote iframe", attributes })(html);
	const [, blockquote = "", frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(left);
	const secret = "aB3dE5fG7h";
	return (
		blockquote +
		frame
			.replace("<iframe", '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"')
			.replace(/src="([^"]*)"/, `src="$1#?secret=${secret}" data-secret="${secret}"`)
	);
}

/**
 * A script that sets the height of frames as a WordPress page does
 * (wp-includes/js/wp-embed.js). The height is from 200 to 1,000 pixels.
 */
const wordPressHost = `<script>
addEventListener("message", ({ source, data }) => {
	if (!data?.secret || data.message !== "height") return;
	for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]'))
		if (frame.contentWindow === source) frame.height = Math.min(1000, Math.max(200, data.value));
});
</script>`;

// What remains of HTML in Drupal's format "Basic HTML". The allowed tags are from
// core/profiles/standard/config/install/filter.format.basic_html.yml. The filter
// Drupal\\Component\\Utility\\Xss removes other tags and keeps their contents.
const basicHTML = filter({
	tags: "a em strong cite blockquote code ul ol li dl dt dd h2 h3 h4 h5 h6 p br span img",
	attributes: ["href", "hreflang", "cite", "type", "start", "id"],
});

// What remains of HTML in the feed reader Miniflux, by
// internal/reader/sanitizer/sanitizer.go. Only frames of well-known players remain.
// Script and style elements are removed together with their contents.
const miniflux = filter({
	tags:
		"a abbr acronym audio blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 img ins kbd li ol p picture " +
		"pre q rp rt ruby s samp source strong sub sup table td th thead time tr ul var video wbr",
	attributes: ["href", "title", "id", "cite"],
	drop: ["noscript", "script", "style"],
});

/**
 * Converts the snippet of a frame into AMP's element (amp.dev, "amp-iframe"). AMP
 * always sandboxes the frame, and changes its height only after an "embed-size"
 * message. Such a change requires the attribute resizable and an overflow element. The
 * placeholder is our link to the transcript.
 *
 * @param {string} html the snippet of a frame
 */
export function ampFrame(html) {
	const [, title, src] = /title="([^"]*)" src="([^"]*)"/.exec(html);
	const [, sandbox] = / (sandbox="[^"]*")/.exec(html);
	const [, link] = /<p>(.*)<\/p>/.exec(html);
	return `<amp-iframe title="${title}" src="${src}" width="600" height="640" layout="responsive" frameborder="0" resizable ${sandbox}>
<p placeholder>${link}</p>
<div overflow tabindex="0" role="button" aria-label="Show all">Show all</div>
</amp-iframe>`;
}

/**
 * What remains of a snippet on an AMP page. The AMP validator accepts only AMP's own
 * elements. So the test assumes that a publisher's converter keeps only the text of a
 * script or quote snippet.
 */
const amp = (html, kind) => (kind === "iframe" ? ampFrame(html) : rehypeSanitize(html));

/** A script that replaces amp-iframe elements with frames, as AMP's own script does. */
const ampHost = `<style>amp-iframe { display: block } [overflow] { display: none }</style><script>
for (const host of document.querySelectorAll("amp-iframe")) {
	const frame = document.createElement("iframe");
	for (const name of ["title", "src", "width", "height", "frameborder", "sandbox"])
		frame.setAttribute(name, host.getAttribute(name));
	frame.addEventListener("load", () => { host.querySelector("[placeholder]").hidden = true });
	host.append(frame);
	addEventListener("message", ({ source, data }) => {
		if (source !== frame.contentWindow || data?.sentinel !== "amp" || data.type !== "embed-size") return;
		if (host.hasAttribute("resizable") && host.querySelector("[overflow]") && data.height >= 100)
			frame.height = data.height;
	});
}
</script>`;

/** Returns a bookmark card of Ghost, which shows a link and no frame. */
function bookmarkCard(html) {
	const [, address, title] = /<p><a href="([^"]*)">(.*?)<\/a>/.exec(html);
	return `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="${address}">
<div class="kg-bookmark-content"><div class="kg-bookmark-title">${title}</div></div></a></figure>`;
}

/**
 * Changes the script of a snippet (markup that newsrooms paste) as a consent manager
 * needs it. With the type text/plain, the browser does not run the script. After the
 * reader's consent, the manager adds it again as a classic script.
 */
const consented = (html) =>
	html.replace(
		/<script type="module" async="" src="([^"]*)quote-timeline\.js"><\/script>/,
		`<script type="text/plain" data-consent="media" src="$1classic.js"></script>
<script>for (const { src } of document.querySelectorAll("[data-consent]"))
	document.head.append(Object.assign(document.createElement("script"), { src }));
</script>`,
	);

/**
 * The environments of this file: content management systems and feed readers.
 *
 * @type {import("./environments.mjs").Environment[]}
 */
export const cms = [
	{
		name: "WordPress: the address, by oEmbed",
		keep: (_html, _kind, frame) => wordPressEmbed(frame) + wordPressHost,
		expect: { iframe: "interactive" },
	},
	{ name: "WordPress: HTML block, without `unfiltered_html`", keep: kses, expect: noFrames },
	{ name: "WordPress: HTML block, with `unfiltered_html`", expect: all },
	{ name: "WordPress: classic editor, with `unfiltered_html`", keep: classicPost, expect: all },
	{ name: "Drupal: Basic HTML", keep: basicHTML, expect: noFrames },
	// Ghost copies the contents of its HTML card into the page unchanged (Ghost's
	// documentation, "HTML card").
	{ name: "Ghost: HTML card", expect: all },
	// Until April 2026, Ghost's embed card showed the member "html" of the oEmbed answer
	// (Ghost's documentation, "Embed card"). Since then Ghost makes a bookmark card if it
	// does not know the server (pull request 27564 of TryGhost/Ghost).
	{
		name: "Ghost: embed card, until April 2026",
		keep: (_html, _kind, frame) => frame,
		expect: { iframe: "interactive" },
	},
	{ name: "Ghost: the address, since April 2026", keep: bookmarkCard, expect: { iframe: "link" } },
	{ name: "Consent manager that adds classic scripts", keep: consented, expect: scripts },
	// In Markdown, a blank line ends an HTML block (CommonMark, section 4.6). The
	// snippets contain no blank line, so Markdown outputs them unchanged.
	{ name: "Markdown with raw HTML", keep: unbroken, expect: all },
	{ name: "Markdown, sanitized as on GitHub", keep: rehypeSanitize, expect: noFrames },
	{
		name: "AMP",
		keep: (html, kind) => amp(html, kind) + ampHost,
		expect: words,
	},
	{ name: "Feed reader: Miniflux", keep: miniflux, expect: noFrames },
];

/**
 * Returns the snippet unchanged. Throws an error if it contains a blank line, because a
 * blank line ends an HTML block in Markdown.
 */
function unbroken(html) {
	if (/\n\s*\n/.test(html)) throw new Error("a blank line ends the HTML block");
	return html;
}
