// Every environment and fault, with every kind of snippet: the support matrix of docs/embedding.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { environments } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { outcomeOf } from "../support/outcome.mjs";
import { published, table } from "../support/supportmatrix.mjs";

/** What an outcome is waited for, in milliseconds. */
const patience = 30_000;
/** For how long an outcome has to last, in milliseconds. */
const settled = 150;

eachEngine("Environments and faults", (fixture) => {
	for (const environment of environments) test(environment.name, () => check(fixture, environment));

	test("the published support matrix is what these tests expect", () => assert.equal(published(), table()));
});

/** @param {import("../support/environments.mjs").Environment} environment */
async function check(fixture, environment) {
	await fixture.visit({ fault: environment.fault }, async (page, endpoint) => {
		const url = publish(fixture, environment, endpoint);
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

/** Publishes the page of an environment, and returns its address. */
function publish(fixture, environment, endpoint) {
	const all = fixture.snippets(endpoint);
	const kept = {};
	for (const kind of Object.keys(environment.expect)) {
		kept[kind] = environment.keep ? environment.keep(all[kind], kind, all.oembed) : all[kind];
	}
	const headers = Object.entries(environment.headers ?? {}).map(([name, value]) => [
		name,
		value.replaceAll("ENDPOINT", endpoint.origin),
	]);
	return fixture.publish(environment.page(kept), Object.fromEntries(headers));
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
		found[kind] = await outcomeOf(page, `#${kind}`, fixture.words(kind), paper);
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
		const found = await outcomeOf(page, `#${kind}`, fixture.words(kind), paper);
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
