// Articles for tests. Each contains a snippet (markup that a newsroom pastes).

/**
 * An article that begins with 1,500 pixels of empty space, so that its snippet is below
 * the visible window.
 */
export const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,"></head><body>
<p>A paragraph before.</p><div style="height:1500px"></div>${body}<p id="after">A paragraph after.</p></body></html>`;

/**
 * An article whose own elements have the class "probe". By this class, tests find the
 * elements and see whether the snippet (the pasted markup) changes or moves them.
 */
export const article = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,"></head><body>
<header><h1 class="probe">An article</h1></header><section><ol><li class="probe">One</li></ol></section>
<p class="probe">A paragraph with <a class="probe" href="#x">a link</a> and a <button class="probe">button</button>.</p>
<blockquote class="probe">A quotation of the article's own.</blockquote>
<div id="embed">${body}</div><p class="probe" id="after">A paragraph after.</p></body></html>`;

/**
 * Runs in the page. Returns the computed styles of each element of the article itself
 * as one string. Heights and vertical positions are omitted, because they depend on the
 * snippet's height.
 */
export const styles = () =>
	[...document.querySelectorAll("html, body, .probe")].map((node) =>
		[...getComputedStyle(node)]
			.filter(
				(name) =>
					!/^(block-size|height|perspective-origin|transform-origin|-webkit-|inset|top|bottom)/.test(name),
			)
			.map((name) => `${name}: ${getComputedStyle(node).getPropertyValue(name)}`)
			.join("; "),
	);
