// Tests that the page and the <quote-timeline> element do not affect each other. The
// page's styles do not change the element. The element does not change the page's styles
// and global names.
import assert from "node:assert/strict";
import fs from "node:fs";
import { before, test } from "node:test";
import { article, styles } from "../support/article.mjs";
import { kinds } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

/**
 * A style sheet that fixes the position and width of the snippet (the pasted markup), so
 * that screenshots of pages with different styles can be compared.
 */
const place = `<style>html:root { overflow: hidden !important } #place { all: unset !important; background: #fff !important; display: block !important;
	inset: 0 auto auto 0 !important; position: absolute !important; width: 760px !important; }</style>`;

/**
 * Style sheets for the page around the element. Each would change the element's look if
 * the page's styles applied inside the element.
 */
const hostile = {
	"every property unset": "* { all: unset !important }",
	"huge letters": `html { font-size: 62.5%; } body { font: italic 700 3rem/3 cursive; letter-spacing: 0.2em }
		* { font-size: 60px !important; line-height: 3 !important; text-transform: uppercase !important }`,
	"elements by name": `header, section, article, footer, ol, li, h2, h3, p, a, b, svg, rect, button, input, select {
		background: red !important; border: 9px solid !important; display: none !important; margin: 40px !important;
		position: fixed !important; transform: rotate(9deg) !important }`,
	zoom: ":not(html, body, #place) { zoom: 1.5 !important }",
	"right to left": `* { direction: rtl !important; text-align: right !important; unicode-bidi: bidi-override !important }`,
	"no selection, no clicks, no spaces": `* { -webkit-user-select: none !important; user-select: none !important;
		white-space: pre !important; text-indent: 90px !important; cursor: none !important }`,
	"names of custom properties":
		"* { --ink: red; --paper: red; --text: 90px; --s1: red; --rem: 40px; --l: 9 }",
};

hostile["all of these"] = Object.values(hostile).join("\n");

const page = (style, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>An article</title><link rel="icon" href="data:,">${place}<style>${style}
head, head *, script, template { display: none !important }</style></head>
<body><div id="place">${body}</div></body></html>`;

/**
 * Runs in the page. Returns by how much two pictures differ: the greatest difference
 * between two colour levels at the same place, from 0 to 255.
 *
 * @param {string[]} files two PNG files, in base64
 */
async function difference(...files) {
	const levels = async (file) => {
		const image = new Image();
		image.src = `data:image/png;base64,${file}`;
		await image.decode();
		const canvas = Object.assign(document.createElement("canvas"), {
			width: image.width,
			height: image.height,
		});
		const drawing = canvas.getContext("2d");
		drawing.drawImage(image, 0, 0);
		return drawing.getImageData(0, 0, image.width, image.height).data;
	};
	const [a, b] = await Promise.all(files.map(levels));
	if (a.length !== b.length) return 255;
	return a.reduce((most, level, i) => Math.max(most, Math.abs(level - b[i])), 0);
}

/**
 * By how much two screenshots of the same element may differ, in colour levels from 0
 * to 255. Differences occur only at edges. Chromium places its drawing layers
 * differently if the page scrolls from the right. WebKitGTK divides the window into
 * tiles that vary from run to run.
 */
const tolerance = { Chromium: 16, Firefox: 0, WebKitGTK: 48 };

eachEngine("Isolation", (fixture) => {
	/**
	 * Opens a page that has this style sheet and contains the element. Calls act with a
	 * screenshot and the page.
	 */
	const show = (style, act) =>
		fixture.visit({ width: 1000, height: 700 }, async (view, endpoint) => {
			await view.goto(fixture.publish(page(style, fixture.snippets(endpoint).script)));
			await until(() => view.run(live), "the program runs");
			await view.run(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
			await act(await view.picture(), view);
		});

	let untouched;
	before(() =>
		show("", (picture) => {
			untouched = picture;
		}),
	);
	for (const [name, style] of Object.entries(hostile)) {
		test(`the element's picture stays: ${name}`, () =>
			show(style, async (picture, view) => {
				const found = await view.run(difference, untouched, picture);
				assert.ok(found <= tolerance[fixture.engine], `levels differ by ${found}`);
			}));
	}

	test("the article's computed styles are the same with each kind of snippet and without", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			const snippets = fixture.snippets(endpoint);
			// This part makes every page high enough for a scroll bar, whether it
			// contains a snippet or not. A scroll bar changes the computed widths.
			const rest = '<div style="height: 2000px"></div>';
			await view.goto(fixture.publish(article(rest)));
			const alone = await view.run(styles);
			for (const kind of kinds) {
				await view.goto(fixture.publish(article(snippets[kind] + rest)));
				if (kind === "script") await until(() => view.run(live), "the program runs");
				if (kind === "iframe") await until(() => view.runIn("iframe", live), "it runs in the frame");
				assert.deepEqual(await view.run(styles), alone, kind);
			}
		});
	});

	test("a Go program of the page's own runs on, and keeps its names", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			const runtime = fixture.publish(built("wasm_exec.js"), { "Content-Type": "text/javascript" });
			const program = fixture.publish(built("studio.wasm"), { "Content-Type": "application/wasm" });
			const own = `<script src="${runtime}"></script><script>(${runOwn})("${program}")</script>`;
			await view.goto(fixture.publish(article(own + fixture.snippets(endpoint).script)));
			await until(() => view.run(() => globalThis.own.said), "the page's program has read something");
			await until(() => view.run(live), "the program runs");
			const kept = () => [
				own.turns("Host: One?\nSpeaker A: Two.\nHost: Three?"),
				Go === own.Go,
				fs === own.fs,
			];
			assert.deepEqual(await view.run(kept), [3, true, true]);
		});
	});
});

/**
 * Reads a built file of the studio (the editor of transcripts). In these tests, the studio's
 * Go program is a second Go program on the page, which the page itself starts. Standard Go
 * has compiled that program.
 */
const built = (name) => fs.readFileSync(new URL(`../../../dist/studio/${name}`, import.meta.url));

/** Runs in the page: starts the studio's Go program, and makes it parse a transcript. */
async function runOwn(program) {
	globalThis.own = { Go, fs };
	globalThis.__studio = {};
	const go = new Go();
	const { instance } = await WebAssembly.instantiateStreaming(fetch(program), go.importObject);
	go.run(instance);
	own.turns = (text) => {
		const bytes = new TextEncoder();
		__studio.progress = () => {};
		const view = __studio.call("open", bytes.encode("{}"), bytes.encode(text));
		return JSON.parse(new TextDecoder().decode(view)).turns;
	};
	own.said = own.turns("Host: Hello?\nSpeaker A: Yes.");
}
