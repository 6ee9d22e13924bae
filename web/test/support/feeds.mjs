// Feeds that contain a snippet (markup that newsrooms paste), as a publisher's system writes
// them.

/** Replaces "&", "<" and ">" with character references, so that the snippet is text in XML. */
const escaped = (html) => html.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Functions that return a feed with one item, whose content is the given snippet. */
export const feeds = {
	"an item of RSS 2.0": (snippet) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>An interview</title><content:encoded>${escaped(snippet)}</content:encoded></item></channel></rss>`,
	"an entry of Atom": (snippet) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>An interview</title>
<content type="html">${escaped(snippet)}</content></entry></feed>`,
};
