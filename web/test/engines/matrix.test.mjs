// Every environment and fault, with every kind of snippet: the support matrix of docs/embedding.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { places } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { judge } from "../support/outcome.mjs";
import { published, table } from "../support/supportmatrix.mjs";

/** What an outcome is waited for, in milliseconds. */
const patience = 30_000;
/** For how long an outcome has to last, in milliseconds. */
const settled = 150;

eachEngine("Environments and faults", (fixture) => {
	for (const place of places) test(place.name, () => see(fixture, place));

	test("the published support matrix is what these tests expect", () => assert.equal(published(), table()));
});

/** @param {import("../support/environments.mjs").Place} place */
async function see(fixture, place) {
	await fixture.visit({ fault: place.fault }, async (page, endpoint) => {
		const url = publish(fixture, place, endpoint);
		const expect = { ...place.expect, ...place.in?.[fixture.engine] };
		await page.goto(url);
		if (place.gone || place.saved || place.printed)
			assert.deepEqual(await look(fixture, page, places[0].expect), places[0].expect);
		if (place.gone || place.saved) endpoint.close();
		if (place.printed) await print(page);
		if (place.saved) await page.goto(await save(fixture, page));
		assert.deepEqual(await look(fixture, page, expect, place.printed), expect);
		if (place.awaits)
			assert.ok(endpoint.failed.includes(place.awaits), `${place.awaits} was never asked for`);
	});
}

/** Publishes the page of a place, and returns its address. */
function publish(fixture, place, endpoint) {
	const all = fixture.snippets(endpoint);
	const kept = {};
	for (const kind of Object.keys(place.expect)) {
		kept[kind] = place.keep ? place.keep(all[kind], kind, all.oembed) : all[kind];
	}
	const headers = Object.entries(place.headers ?? {}).map(([name, value]) => [
		name,
		value.replaceAll("ENDPOINT", endpoint.origin),
	]);
	return fixture.publish(place.page(kept), Object.fromEntries(headers));
}

/** What there is in a page, by kind: waits for what is expected, and looks again a moment later. */
async function look(fixture, page, expect, paper) {
	const found = {};
	for (const [kind, expected] of Object.entries(expect)) {
		if (kind === "quote" && expected === "interactive") await openQuote(page);
		found[kind] = await outcome(fixture, page, kind, expected, paper);
	}
	await sleep(settled);
	for (const kind of Object.keys(expect)) {
		await page.run(goTo, `#${kind}`);
		found[kind] = await judge(page, `#${kind}`, fixture.words(kind), paper);
	}
	return found;
}

/** Follows the link of the single quote, which opens the conversation in its place. */
function openQuote(page) {
	return page.run(async () => {
		await customElements.whenDefined("quote-timeline");
		document.querySelector("#quote quote-timeline[only] a")?.click();
	});
}

/** The outcome of a kind, once it is the expected one, or what it is at the end. */
async function outcome(fixture, page, kind, expected, paper) {
	const deadline = Date.now() + patience;
	while (true) {
		// Frames and programs are loaded when the reader comes near, and what is above may grow.
		await page.run(goTo, `#${kind}`);
		const found = await judge(page, `#${kind}`, fixture.words(kind), paper);
		if (found === expected || Date.now() > deadline) return found;
		await sleep(100);
	}
}

/** Makes what is for paper show on the screen, in the page and in its frame. */
async function print(page) {
	await page.run(onPaper);
	await page.runIn("#iframe iframe", onPaper);
}

/** In the page, or in a frame: applies the rules for print, because only Chromium can emulate paper. */
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

/** Saves the page as a browser does: its markup, without what scripts keep. */
async function save(fixture, page) {
	return fixture.publish(await page.run(() => `<!doctype html>${document.documentElement.outerHTML}`));
}

const goTo = (part) => document.querySelector(part)?.scrollIntoView();
