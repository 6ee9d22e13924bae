// Takes screenshots of the <quote-timeline> element in every state that pictures.mjs
// lists. Each state is shown in windows that are 390 and 1,280 pixels wide, and in the
// light and the dark colour scheme.
//
//   node web/test/support/screenshots.mjs OUTDIR [STATE...]
//
// The environment variable WIDGET names the build of the widget to show, "tinygo" by
// default. That build must exist in dist/public-WIDGET.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, mouse } from "./launch.mjs";
import { intercept } from "./page.mjs";
import { place, states } from "./pictures.mjs";
import { servePublisher } from "./publisher.mjs";
import { Timeline } from "./timeline.mjs";

const [out, ...wanted] = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in states));
if (!out || unknown.length > 0) {
	console.error(
		`usage: node web/test/support/screenshots.mjs OUTDIR [STATE...]; states: ${Object.keys(states).join(" ")}`,
	);
	process.exit(2);
}
mkdirSync(out, { recursive: true });

/** Scrolls until the element is 24 pixels below the top of the window. */
const toTop = (page, selector) =>
	page.$eval(selector, (element) => scrollBy(0, element.getBoundingClientRect().top - 24));

/**
 * Waits until the page has drawn everything that depends on the scroll position. One such
 * part is the strip (the condensed timeline at the top of the window). Another is the mark
 * of the current turn on the line (the timeline graphic). Two animation frames and 200 ms
 * suffice.
 */
const drawn = (page) =>
	page.evaluate(
		() =>
			new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))),
	);

async function open(context, { width, scheme, scripts = true }) {
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
	await page.setJavaScriptEnabled(scripts);
	return page;
}

/**
 * Publishes the first version of a transcript, copies a link to some of its words, and
 * publishes the second version. Returns the path and fragment of the copied link.
 */
async function correct(context, site, { id, versions, words }) {
	await site.publish(id, versions[0]);
	await context.overridePermissions(site.origin, ["clipboard-read", "clipboard-sanitized-write"]);
	const page = await open(context, { width: 1280, scheme: "light" });
	await page.goto(`${site.origin}/t/${id}`);
	const timeline = new Timeline(await page.$("quote-timeline"));
	await timeline.live();
	await timeline.select(words);
	await timeline.press(`Copy link to turn ${words[0]}`);
	await timeline.until((root) => root.querySelector("[data-done]"));
	const { pathname, hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
	await site.publish(id, versions[1]);
	return pathname + hash;
}

async function take(context, origin, name, { link, ...look }) {
	const state = states[name];
	const page = await open(context, { ...look, scripts: state.scripts });
	const { path, answers } = link ? { path: link } : place(state, origin);
	if (answers) await intercept(page, answers);
	await page.goto(origin + path);
	const timeline = new Timeline(await page.$("quote-timeline"));
	if (state.scripts !== false) await timeline.live();
	await state.enter?.(page, timeline);
	if (state.top) await toTop(page, state.top);
	if (!state.pointer) await page.mouse.move(0, 0);
	if (state.scripts !== false) await drawn(page);
	const file = join(out, `${name}-${look.width}-${look.scheme}.png`);
	await page.screenshot({ path: file, fullPage: state.whole });
	console.log(file);
}

/** Creates a browser profile, calls act with the profile, closes it, and returns the result of act. */
async function during(browser, act) {
	const context = await browser.createBrowserContext();
	const result = await act(context);
	await context.close();
	return result;
}

const widget = process.env.WIDGET ?? "tinygo";
const [site, browser] = await Promise.all([servePublisher(widget), launch(mouse)]);
try {
	for (const name of wanted.length > 0 ? wanted : Object.keys(states)) {
		const { corrected } = states[name];
		const link = corrected && (await during(browser, (context) => correct(context, site, corrected)));
		for (const width of [390, 1280])
			for (const scheme of ["light", "dark"])
				await during(browser, (context) => take(context, site.origin, name, { width, scheme, link }));
	}
} finally {
	await Promise.all([browser.close(), site.stop()]);
}
