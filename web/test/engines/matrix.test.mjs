// Tests every kind of snippet (markup that a newsroom pastes) in every environment (such
// as a CMS) and with every fault of the server. docs/embedding.md publishes the expected
// outcomes as a table, the support matrix.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { environments } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { outcomeOf } from "../support/outcome.mjs";
import { published, table } from "../support/supportmatrix.mjs";

/** How long a test waits for the expected outcome, in milliseconds. */
const patience = 30_000;
/** How long the outcome must last before it counts, in milliseconds. */
const settled = 150;

eachEngine("Environments and faults", (fixture) => {
	for (const environment of environments) test(environment.name, () => check(fixture, environment));

	test("the published support matrix is what these tests expect", () => assert.equal(published(), table()));
});

/**
 * Opens the page of an environment (such as a CMS). Fails unless each kind of snippet
 * has the expected outcome.
 *
 * @param {import("../support/fixture.mjs").Fixture} fixture
 * @param {import("../support/environments.mjs").Environment} environment
 */
async function check(fixture, environment) {
	await fixture.visit({ fault: environment.fault }, async (page, endpoint) => {
		const url = await publish(fixture, environment, endpoint);
		const expect = { ...environment.expect, ...environment.in?.[fixture.engine] };
		await page.goto(url);
		if (environment.gone || environment.saved || environment.printed)
			assert.deepEqual(await look(fixture, page, environments[0].expect), environments[0].expect);
		if (environment.gone || environment.saved) endpoint.close();
		if (environment.printed) await print(page);
		if (environment.saved) await page.goto(await save(fixture, page));
		assert.deepEqual(await look(fixture, page, expect, environment.printed), expect);
		if (environment.awaits)
			assert.ok(endpoint.failed.includes(environment.awaits), `${environment.awaits} was never asked for`);
	});
}

/**
 * Publishes a page with one snippet of each kind, and returns the page's URL. Some
 * environments change the snippets first, for example by removing scripts.
 */
async function publish(fixture, environment, endpoint) {
	const all = fixture.snippets(endpoint);
	const kept = {};
	for (const kind of Object.keys(environment.expect)) {
		kept[kind] = environment.keep ? environment.keep(all[kind], kind, all.oembed) : all[kind];
	}
	const headers = Object.entries(environment.headers ?? {}).map(([name, value]) => [
		name,
		value.replaceAll("ENDPOINT", endpoint.origin),
	]);
	return fixture.publish(await environment.page(kept), Object.fromEntries(headers));
}

/**
 * Returns the outcome of each kind of snippet in a page. It first waits for the expected
 * outcome of one kind after another. Then it looks at all kinds again, because the outcome
 * of one kind may have changed while the test waited for another kind.
 */
async function look(fixture, page, expect, paper) {
	const found = {};
	for (const [kind, expected] of Object.entries(expect)) {
		if (kind === "quote" && expected === "interactive") await openQuote(page);
		found[kind] = await outcome(fixture, page, kind, expected, paper);
	}
	await sleep(settled);
	for (const kind of Object.keys(expect)) {
		await page.run(goTo, `#${kind}`);
		found[kind] = await outcomeOf(page, `#${kind}`, fixture.words(kind), paper);
	}
	return found;
}

/**
 * Clicks the link in the snippet that shows one quote. The widget then shows the whole
 * conversation instead of the quote.
 */
function openQuote(page) {
	return page.run(async () => {
		await customElements.whenDefined("quote-timeline");
		document.querySelector("#quote quote-timeline[only] a")?.click();
	});
}

/**
 * Returns the outcome of one kind of snippet: the expected one as soon as it occurs, or
 * whatever the outcome is after 30 seconds.
 */
async function outcome(fixture, page, kind, expected, paper) {
	const deadline = Date.now() + patience;
	while (true) {
		// Every round scrolls to the snippet. Frames and programs load only when they
		// are near the window, and content above the snippet may grow and push it away.
		await page.run(goTo, `#${kind}`);
		const found = await outcomeOf(page, `#${kind}`, fixture.words(kind), paper);
		if (found === expected || Date.now() > deadline) return found;
		await sleep(100);
	}
}

/** Applies the print styles on the screen, both in the page and in its frame. */
async function print(page) {
	await page.run(onPaper);
	await page.runIn("#iframe iframe", onPaper);
}

/**
 * Runs in the page or in a frame: makes CSS rules for print apply to the screen too.
 * Only Chromium can emulate print, so all engines use this method.
 */
function onPaper() {
	const turn = (rules) => {
		for (const rule of rules) {
			if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
			if (rule.cssRules) turn(rule.cssRules);
		}
	};
	const roots = [
		document,
		...[...document.querySelectorAll("quote-timeline")].map((node) => node.shadowRoot),
	];
	for (const root of roots)
		for (const sheet of [...(root?.styleSheets ?? []), ...(root?.adoptedStyleSheets ?? [])])
			turn(sheet.cssRules);
}

/**
 * Publishes what a browser's "Save page" would store: the page's present markup, but
 * neither shadow roots nor the state of scripts. Returns the URL of the published copy.
 */
async function save(fixture, page) {
	return fixture.publish(await page.run(() => `<!doctype html>${document.documentElement.outerHTML}`));
}

const goTo = (part) => document.querySelector(part)?.scrollIntoView();
