// Tests the oldest browsers that docs/embedding.md promises. The tests run in newer browsers,
// in which a script removes the features that the old browsers lack. In each test the
// browser must not report an uncaught error.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";
import { missing } from "../support/globals.mjs";
import { outcomeOf } from "../support/outcome.mjs";

/** Runs in the page, before its other scripts: records uncaught errors. */
function record() {
	globalThis.uncaught = [];
	addEventListener("error", ({ message }) => uncaught.push(message));
	addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)));
}

/**
 * Runs in the page: removes the features that Chrome 111, Firefox 113 and Safari 16.4 do
 * not have. These are the oldest browsers in which the whole widget works.
 */
function takeAway() {
	delete AbortSignal.any; // Chrome 116, Firefox 124, Safari 17.4
	delete AbortSignal.timeout;
	delete Promise.withResolvers;
	delete Set.prototype.union;
	delete Object.groupBy;
	delete Element.prototype.checkVisibility;
	delete Element.prototype.setHTMLUnsafe;
	delete globalThis.scheduler;
	delete globalThis.requestIdleCallback;
	delete globalThis.cancelIdleCallback;
	delete globalThis.navigation;
	delete globalThis.trustedTypes;
	delete globalThis.ClipboardItem;
	delete globalThis.Highlight;
	delete CSS.highlights;
	delete Object.getPrototypeOf(CSS).highlights;
	if (CSS.highlights) Object.defineProperty(CSS, "highlights", { value: undefined });
}

const page = (snippet, scripts, style = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,"><style>${style}</style>
<script>${[record, ...scripts].map((script) => `(${script})();`).join("\n")}</script></head>
<body><div id="script">${snippet}</div></body></html>`;

/**
 * Renames the CSS function light-dark() in style sheets and scripts, so that the browser
 * does not know it.
 */
const withoutLightDark = (path) =>
	/\.(css|js)$/.test(path) ? (body) => body.replaceAll("light-dark(", "no-light-dark(") : undefined;

const touch = () => document.querySelector("quote-timeline").dispatchEvent(new Event("pointerdown"));

/** Runs in the page. Returns the lightness of colours in the first element, from 0 to 255. */
const lightness = () => {
	const root = document.querySelector("quote-timeline").shadowRoot;
	const of = (selector, property) => {
		const [r, g, b, a = 1] = getComputedStyle(root.querySelector(selector))
			[property].match(/[\d.]+/g)
			.map(Number);
		return a === 0 ? "none" : Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
	};
	return {
		paper: of(".ql", "backgroundColor"),
		ink: of(".ql", "color"),
		bar: of(".seg .bar", "fill"),
		mark: of(".thread, .base", "fill"),
	};
};

eachEngine("Old engines", (fixture) => {
	const visit = (options, html, act) =>
		fixture.visit(options, async (view, endpoint) => {
			await view.goto(fixture.publish(html(fixture.snippets(endpoint).script)));
			await act(view);
			assert.deepEqual(await view.run(() => globalThis.uncaught), []);
		});

	test("the oldest engine is interactive", async () => {
		await visit(
			{ fault: withoutLightDark },
			(snippet) => page(snippet, [takeAway]),
			async (view) => {
				await view.run(touch);
				await until(() => view.run(live), "the program runs");
				await view.run(() => document.querySelector("quote-timeline").filter({ q: "board" }));
				await until(
					() =>
						view.run(() =>
							Boolean(document.querySelector("quote-timeline").shadowRoot.querySelector(".count b")),
						),
					"the search has hits",
				);
			},
		);
	});

	for (const [name, take] of Object.entries(missing)) {
		test(`an engine without ${name} shows the words`, async () => {
			const html = (snippet) => page(snippet, [take]);
			// Without custom elements the script cannot run at all, and the browser reports an
			// error.
			const own = name === "custom elements";
			await fixture.visit({}, async (view, endpoint) => {
				await view.goto(fixture.publish(html(fixture.snippets(endpoint).script)));
				await until(() => endpoint.asked.includes("/quote-timeline.js"), "the script is asked for");
				await view.run(touch);
				await view.run(() => new Promise((resolve) => setTimeout(resolve, 700)));
				assert.equal(await outcomeOf(view, "#script", fixture.words("script")), "readable");
				const uncaught = await view.run(() => globalThis.uncaught);
				assert.equal(uncaught.length, own ? 1 : 0, uncaught.join("\n"));
			});
		});
	}

	for (const scheme of ["light", "dark"]) {
		test(`a ${scheme} page without light-dark() has colours`, async () => {
			const style = `html { color-scheme: ${scheme}; background: Canvas; color: CanvasText }`;
			const options = { fault: withoutLightDark };
			await visit(
				options,
				(snippet) => page(snippet, [], style),
				async (view) => {
					await view.run(touch);
					await until(() => view.run(live), "the program runs");
					const dark = scheme === "dark";
					const right = ({ paper, ink, bar, mark }) =>
						paper !== "none" &&
						(dark ? paper < 40 && ink > 200 : paper > 230 && ink < 40) &&
						bar > 60 &&
						mark > 25;
					await until(async () => right(await view.run(lightness)), `${scheme} colours`);
				},
			);
		});
	}
});
