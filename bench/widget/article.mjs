// The page that surrounds every measured widget: a newspaper story with its own style
// sheet.

/**
 * The style sheet of the story that surrounds the widget. No widget may change how the
 * story looks.
 */
export const style = `body { color: #15171a; font: 17px/1.55 Georgia, serif; margin: 0 auto; max-width: 1072px; padding: 0 16px }
header { border-bottom: 1px solid #dcdee2; padding: 12px 0 } header a { color: inherit; font: 600 14px sans-serif }
h1 { font-size: 34px; font-weight: 400; line-height: 1.16 } h2 { font-size: 22px } p { margin: 0 0 1em }
table { border-collapse: collapse } td { border: 1px solid #dcdee2; padding: 4px 8px } button { font: inherit }
.turns { list-style: none; margin: 0; padding: 0 } .turns li { margin-bottom: 24px } .turns b { font: 600 15px sans-serif }
.turns p { margin: 0 }\n`;

const prose =
	"The story around the conversation is here, so that what moves or changes it can be seen. ".repeat(4);

/**
 * Selectors of some elements of the story. The benchmark compares their computed styles
 * on pages with and without a widget.
 */
export const probes = [
	"header",
	"header a",
	"h1",
	"main > p",
	"main > p em",
	"table td",
	"main > button",
	"footer",
];

/**
 * Returns the page of the story as HTML, with the given content in the middle.
 *
 * @param {string} content markup for the middle of the story
 * @param {string} [head] additional markup for the page's head
 */
export const article = (content, head = "") => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A story with a conversation in it</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/article.css">
${head}</head>
<body>
<header><a href="/">The front page</a></header>
<main>
<h1>A story with a conversation in it</h1>
<p>${prose}</p>
<p><em>${prose}</em></p>
${content}
<p>${prose}</p>
<table><tr><td>One</td><td>Two</td></tr></table>
<button type="button">A button of the page</button>
</main>
<footer><p>${prose}</p></footer>
</body>
</html>
`;

/** Escapes a text for use in HTML. */
export const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * The turns of a transcript as a plain HTML list. id: the list's id, "" for none. list:
 * an additional class of the list, "" for none.
 */
export const turnList = (turns, { id = "", list = "" } = {}) =>
	`<ol class="turns${list && ` ${list}`}"${id && ` id="${id}"`}>
${turns.map(({ name, text }) => `<li><b class="name">${name}</b><p class="text">${escaped(text)}</p></li>`).join("\n")}
</ol>`;
