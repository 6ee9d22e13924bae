// Tests that the <quote-timeline> element has exactly the members that
// custom-elements.json and quote-timeline.d.ts list. The page of examples uses all of
// them.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { eachWidget, widgets } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";
import { Timeline } from "../support/timeline.mjs";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("custom-elements.json"));
const [element] = manifest.modules[0].declarations;
const types = read("quote-timeline.d.ts");
const names = (list) => list.map(({ name }) => name).sort();

/**
 * Members of the element's class that are not for callers. So custom-elements.json (the
 * manifest) does not list them.
 */
const own = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "lost"];

/** The names of an interface's members in quote-timeline.d.ts. */
function membersOf(name) {
	const [, body] = new RegExp(`interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(types);
	return [...body.matchAll(/^\t"?([\w-]+)"?[?:(]/gm)].map(([, member]) => member);
}

test("every --qt- property of the style is in the manifest", () => {
	const styles = globSync(new URL("../../css/**/*.css", import.meta.url).pathname).map((file) =>
		readFileSync(file, "utf8"),
	);
	const used = new Set(styles.join().match(/(?<=var\(\s*)--qt-[a-z0-9-]+/g));
	assert.deepEqual(names(element.cssProperties), [...used].sort());
});

test("the types have the manifest's members, events and their details", () => {
	const members = new Set(membersOf("QuoteTimeline").filter((name) => !name.endsWith("EventListener")));
	assert.deepEqual([...members].sort(), names(element.members));
	assert.deepEqual(membersOf("QuoteTimelineEventMap").sort(), names(element.events));
	const tidy = (text) => text.replace(/[\s,;]+/g, " ").replaceAll(" }", "}");
	for (const { name, type } of element.events) {
		assert.ok(tidy(types).includes(tidy(`"${name}": ${type.text};`).trim()), name);
	}
});

test("the types have the manifest's attributes", () => {
	// The attribute lang is left out: every HTML element has it, so the types of the
	// frameworks already list it.
	const attributes = names(element.attributes).filter((name) => name !== "lang");
	assert.deepEqual(membersOf("QuoteTimelineAttributes").sort(), attributes);
});

test("the types of removeEventListener are those of addEventListener", () => {
	const overloads = (name) =>
		[...types.matchAll(new RegExp(`\\t${name}(?=[<(])[^;]*;`, "g"))].map(([overload]) =>
			overload.replace(name, "").replace("AddEventListenerOptions", "EventListenerOptions"),
		);
	assert.equal(overloads("addEventListener").length, 2);
	assert.deepEqual(overloads("removeEventListener"), overloads("addEventListener"));
});

/** Runs in the page: stores in globalThis.heard the details of the latest event of each type. */
function hear() {
	globalThis.heard = {};
	for (const type of ["qt-ready", "qt-select", "qt-filter", "qt-copy", "qt-error"]) {
		addEventListener(type, ({ detail }) => {
			globalThis.heard[type] = detail;
		});
	}
}

eachWidget("Contract", (site) => {
	if (site.widget !== widgets[0]) return;

	test("the attributes, properties and methods are those of the element", async () => {
		await site.visit("/", async (page, timeline) => {
			const [observed, has] = await timeline.element.evaluate((node) => [
				node.constructor.observedAttributes,
				Object.getOwnPropertyNames(node.constructor.prototype),
			]);
			const attributes = names(element.attributes);
			const unknown = observed.filter((name) => !attributes.includes(name));
			assert.deepEqual(unknown, []);
			assert.deepEqual(has.filter((name) => !own.includes(name)).sort(), names(element.members));

			const fields = element.attributes.filter(({ fieldName }) => fieldName);
			const mirrored = await page.evaluate((fields) => {
				const fresh = document.createElement("quote-timeline");
				return fields.map(({ name, fieldName }) => {
					fresh[fieldName] = "one";
					const attribute = fresh.getAttribute(name);
					fresh.setAttribute(name, "two");
					return [name, attribute, fresh[fieldName].split("/").at(-1)];
				});
			}, fields);
			assert.deepEqual(
				mirrored,
				fields.map(({ name }) => [name, "one", "two"]),
			);
		});
	});

	test("the page of examples calls every method and hears every event, with what the manifest says", async () => {
		const errors = [/qt-error/, /404/]; // one example names a transcript that does not exist
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		const visit = { path: "/demo/element", prepare: hear, permissions, errors, live: false };
		await site.visit(visit, async (page) => {
			const timeline = new Timeline(await page.$("#driven"));
			await timeline.element.scrollIntoView();
			await timeline.live();
			for (const button of await page.$$("[data-call]")) await button.click();
			const driven = await page.$eval("#driven", (node) => [node.topic, node.toHTML().length > 0]);
			assert.deepEqual(driven, ["staff", true]);
			await timeline.press("Copy link to turn 18");
			await page.waitForFunction((count) => Object.keys(heard).length === count, {}, element.events.length);

			const heard = await page.evaluate(() => globalThis.heard);
			for (const { name, type } of element.events) {
				const keys = [...type.text.matchAll(/(\w+): /g)].map(([, key]) => key);
				assert.deepEqual(Object.keys(heard[name] ?? {}).sort(), keys.sort(), name);
			}
			const told = await page.$eval(".told", (node) => node.textContent);
			for (const word of ["qt-ready", "qt-select", "qt-filter", "qt-copy", "→ true"]) {
				assert.ok(told.includes(word), word);
			}
		});
	});

	test("the page of examples shows all that the manifest names", async () => {
		const errors = [/qt-error/, /404/];
		await site.visit({ path: "/demo/element", errors }, async (page) => {
			await page.waitForFunction(
				(count) => document.querySelectorAll(".parts tr, .properties tr").length === count,
				{},
				element.cssParts.length + element.cssProperties.length,
			);
			const shown = await page.evaluate(() =>
				[...document.querySelectorAll("main code, [data-call]")].map((code) => code.textContent).join("\n"),
			);
			const { attributes, members, events, cssParts, cssProperties } = element;
			const missing = [attributes, members, events, cssParts, cssProperties]
				.flatMap(names)
				.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(shown));
			assert.deepEqual(missing, []);
			const colour = await page.$eval("#styled", (node) => {
				const look = (selector) => getComputedStyle(node.shadowRoot.querySelector(selector));
				return [look("header").display, look(".ql").backgroundColor];
			});
			assert.deepEqual(colour, ["none", "rgb(246, 241, 231)"]);
		});
	});

	test("the parts are those of the markup", async () => {
		const media = { url: "/recording.wav", type: "audio/wav" };
		const made = conversation();
		const json = JSON.stringify({ ...JSON.parse(made.json), timing: "none", media });
		await site.visit(pageWith(site.origin, { ...made, json }), async (_, timeline) => {
			const parts = await timeline.read((root) => [
				...new Set([...root.querySelectorAll("[part]")].flatMap(({ part }) => [...part])),
			]);
			assert.deepEqual(parts.sort(), names(element.cssParts));
		});
	});
});
