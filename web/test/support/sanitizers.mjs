// Programs that change the HTML of snippets: the filter of WordPress's classic editor, a
// converter to Markdown, and sanitizers. A sanitizer removes markup that could harm a
// page. These are the real packages, with their default settings.
import { autop, removep } from "@wordpress/autop";
import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import rehypeParse from "rehype-parse";
import rehypeSanitizePlugin from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import sanitizeHtml from "sanitize-html";
import TurndownService from "turndown";
import { unified } from "unified";

const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitizePlugin).use(rehypeStringify);

/** The schema of rehype-sanitize follows GitHub's own filter. */
export const rehypeSanitize = (html) => String(rehype.processSync(html));

const purifier = createDOMPurify(new JSDOM("").window);
export const domPurify = (html) => purifier.sanitize(html);

export { sanitizeHtml };

/**
 * A post of WordPress's classic editor with a snippet between two paragraphs. The snippet
 * is in a <div>, as the guide says. WordPress makes paragraphs of the text when it shows
 * the post.
 */
export const classicPost = (html) => autop(`Before.\n\n<div>${html}</div>\n\nAfter.`);

/** The same post after an editor has switched to the visual editor and back. */
export const switchedPost = (html) => autop(removep(classicPost(html)));

export const toMarkdown = (html) => new TurndownService().turndown(html);
