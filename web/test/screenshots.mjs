// Takes pictures of the article in the states that a reader sees.
//
//   node web/test/screenshots.mjs OUTDIR [WIDGET]
//
// WIDGET names the build that dist/public-WIDGET holds, "tinygo" by default.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, serve } from "./launch.mjs";
import { Timeline } from "./timeline.mjs";

const [out, widget = "tinygo"] = process.argv.slice(2);
if (!out) {
	console.error("usage: node web/test/screenshots.mjs OUTDIR [WIDGET]");
	process.exit(2);
}
mkdirSync(out, { recursive: true });

/** What leads to each state, from the article as it opens. */
const states = {
	article: async () => {},
	widget: (page) => top(page, "quote-timeline"),
	filtered: async (page, timeline) => {
		for (const lane of [0, 1]) await timeline.click(`.switch[data-lane="${lane}"]`);
		await top(page, "quote-timeline");
	},
	searched: async (page, timeline) => {
		await timeline.search("board");
		for (let i = 0; i < 3; i++) await page.keyboard.press("Enter");
		await top(page, "quote-timeline");
	},
	"searched-hit": async (page, timeline) => {
		await timeline.search("board");
		for (let i = 0; i < 3; i++) await page.keyboard.press("Enter");
	},
	"no-result": async (page, timeline) => {
		await timeline.search("shareholders");
		await top(page, "quote-timeline");
	},
	linked: async (_, timeline) => {
		await timeline.read((root) => root.querySelector('.num[data-n="22"]').click());
	},
	"no-js": (page) => top(page, "quote-timeline"),
};

/** Scrolls so that a bit of the page stands above the element. */
const top = (page, selector) =>
	page.$eval(selector, (element) => scrollBy(0, element.getBoundingClientRect().top - 24));

async function take(browser, origin, { state, width, scheme }) {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	await page.setViewport({
		width,
		height: width < 600 ? 844 : 900,
		deviceScaleFactor: 2,
		hasTouch: width < 600,
	});
	await page.emulateMediaFeatures([
		{ name: "prefers-color-scheme", value: scheme },
		{ name: "prefers-reduced-motion", value: "reduce" },
	]);
	await page.setJavaScriptEnabled(state !== "no-js");
	await page.goto(`${origin}/`);
	const timeline = new Timeline(await page.$("quote-timeline"));
	if (state !== "no-js") await timeline.live();
	await states[state](page, timeline);
	await page.mouse.move(0, 0);
	await new Promise((resolve) => setTimeout(resolve, 300)); // the strip and the line's mark follow the scroll
	const file = join(out, `${state}-${width}-${scheme}.png`);
	await page.screenshot({ path: file });
	console.log(file);
	await context.close();
}

const [site, browser] = await Promise.all([serve(widget), launch()]);
try {
	for (const state of Object.keys(states)) {
		for (const width of [390, 1280]) {
			for (const scheme of ["light", "dark"]) await take(browser, site.origin, { state, width, scheme });
		}
	}
} finally {
	await Promise.all([browser.close(), site.stop()]);
}
