// Tests the <quote-timeline> element in small pages that real frameworks have built. Each page
// installs the element's npm package from its tarball.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { app, bundled, major, programs } from "../support/apps.mjs";
import { eachWidget, interview } from "../support/browser.mjs";
import { installed, serving } from "../support/package.mjs";
import { Timeline } from "../support/timeline.mjs";

/** Two pages with Turbo. The first contains the element, and a link to the second. */
const turbo = {
	"/story": `<h1>Story</h1><a id="next" href="/other">Next</a><quote-timeline src="${interview}"></quote-timeline>`,
	"/other": `<h1>Other</h1><a href="/story">Back to the story</a>`,
};

/** The programs that show the same page, by their framework. */
const pages = { react: "react.jsx", preact: "preact.jsx", vue: "vue.js", svelte: "svelte.js" };

eachWidget("Apps", (site) => {
	let folder; // of the app that has installed the package
	before(() => {
		({ folder } = installed(site.widget));
		fs.cpSync(programs, path.join(folder, "apps"), { recursive: true });
	});

	/**
	 * Returns a Visit (how a test opens a page, see browser.mjs). It opens a page that a
	 * program in web/test/apps builds.
	 */
	async function visit(program, documents = { "/app": '<div id="app"></div>' }) {
		const script = await bundled(path.join(folder, "apps", program));
		const files = serving(folder, `${site.origin}/quoteline/`);
		return { ...app(site.origin, documents, script, files), live: false };
	}
	/**
	 * Waits until the WebAssembly program runs in the element with this id. Returns the
	 * element.
	 */
	async function running(page, id) {
		const timeline = new Timeline(await page.waitForSelector(`#${id}`));
		await timeline.element.evaluate((node) => node.scrollIntoView());
		await timeline.live();
		return timeline;
	}
	const typed = (timeline) => timeline.read((root) => root.querySelector(".search input").value);
	const replace = async (page, words) => {
		await page.click("#words", { count: 3 });
		await page.keyboard.press("Backspace");
		await page.keyboard.type(words);
	};
	const hits = (page, count) =>
		page.waitForFunction((count) => document.querySelector("#hits").textContent === count, {}, count);

	/**
	 * Acts like a reader of the page: searches in an interview, reverses the list of the
	 * two interviews, removes the list and shows it again.
	 */
	async function use(page) {
		const first = await running(page, "first");
		await replace(page, "board");
		await hits(page, "8");
		assert.equal(await typed(first), "board");
		await replace(page, "");
		await hits(page, "0");
		assert.equal(await typed(first), "");
		// When the page's search field is empty, Preact sets the property q to "". The
		// other frameworks remove the attribute q, and the property is "" as well.
		assert.equal(await first.element.evaluate((node) => node.q), "");
		await first.search("company");
		await page.waitForFunction(() => document.querySelector("#hits").textContent > "0");

		await replace(page, "board");
		const nodes = await page.evaluateHandle(() => [...document.querySelectorAll("quote-timeline")]);
		await page.evaluate(() => document.querySelector("#reverse").click());
		await page.waitForSelector("#second + #first");
		const kept = () => [...document.querySelectorAll("quote-timeline")];
		assert.ok(
			await page.evaluate(
				(before, now) => now.every((node) => before.includes(node)),
				nodes,
				await page.evaluateHandle(kept),
			),
		);
		const second = await running(page, "second");
		assert.equal((await second.rows()).length, 30);
		assert.equal(await typed(await running(page, "first")), "board");

		for (const count of [0, 2]) {
			await page.evaluate(() => document.querySelector("#toggle").click());
			await page.waitForFunction(
				(count) => document.querySelectorAll("quote-timeline").length === count,
				{},
				count,
			);
		}
		assert.equal(await typed(await running(page, "first")), "board");
		assert.equal((await (await running(page, "second")).rows()).length, 30);
	}

	for (const [name, program] of Object.entries(pages))
		test(`${name} ${major(name)}: properties, events, a list with keys, and an element that leaves and returns`, async () => {
			await site.visit(await visit(program), use);
		});

	test("React: hydration keeps the server's nodes, in which the program runs already", async () => {
		const server = path.join(folder, "server.mjs");
		const options = { platform: "node", packages: "external" };
		fs.writeFileSync(server, await bundled(path.join(folder, "apps/reactserver.jsx"), options));
		const { markup } = await import(pathToFileURL(server));
		const hydrated = await visit("react.jsx", { "/app": `<div id="app">${markup}</div>` });
		await site.visit(hydrated, async (page) => {
			await running(page, "first");
			const nodes = await page.evaluateHandle(() => [...document.querySelectorAll("#app *")]);
			await page.evaluate(() => hydrate());
			await page.waitForFunction(() =>
				Object.keys(document.querySelector("#words")).some((key) => /react/i.test(key)),
			);
			const kept = (nodes) => [...document.querySelectorAll("#app *")].every((node, i) => node === nodes[i]);
			assert.ok(await page.evaluate(kept, nodes));
			assert.deepEqual(await page.evaluate(() => recovered), []);
			await use(page);
		});
	});

	test("React: a prop that is gone removes its attribute", async () => {
		await site.visit(await visit("reactprops.jsx"), async (page) => {
			const timeline = new Timeline(await page.waitForSelector("quote-timeline"));
			await timeline.live();
			assert.equal(await typed(timeline), "board");

			await page.evaluate(() => setProps({}));
			await page.waitForFunction(() => !document.querySelector("quote-timeline").hasAttribute("q"));
			assert.equal(await typed(timeline), "");
			assert.equal((await timeline.rows()).length, 30);

			await page.evaluate(() => setProps({ q: 13, speaker: ["host", "mira-murati"], topic: null }));
			await page.waitForFunction(() => document.querySelector("quote-timeline").q === "13");
			assert.equal(await typed(timeline), "13");
			const attributes = await page.$eval("quote-timeline", (node) =>
				Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
			);
			assert.deepEqual(attributes, { src: interview, q: "13", speaker: "host,mira-murati" });
		});
	});

	test("Preact: a prop that is gone leaves an empty attribute, which counts as none", async () => {
		await site.visit(await visit("preact.jsx"), async (page) => {
			await page.evaluate(() => {
				document.documentElement.lang = "fr";
			});
			const { turns } = await site.transcript();
			const shown = async (lang, rows) => {
				const first = await running(page, "first");
				await first.until((root, lang) => root.querySelector(".ql[data-live]")?.lang === lang, lang);
				assert.deepEqual([(await first.rows()).length, await first.linked()], rows);
			};
			const props = {
				lang: "de",
				topic: "staff",
				speaker: "sam-altman",
				turn: turns[17].id,
				q: "",
				theme: "dark",
			};
			await page.evaluate((props) => setProps(props), props);
			await shown("de", [4, [18]]);
			await page.evaluate(() => setProps({ q: "" }));
			await shown("fr", [30, []]);
			const empty = await page.$eval("#first", (node) =>
				[...node.attributes].filter(({ value }) => value === "").map(({ name }) => name),
			);
			assert.deepEqual(empty.sort(), ["lang", "q", "speaker", "theme", "topic", "turn"]);
		});
	});

	test("Turbo: Back after a filter does not fetch the page again", async () => {
		const story = await visit("turbo.js", turbo);
		const title = (page, text) =>
			page.waitForFunction((text) => document.querySelector("h1").textContent === text, {}, text);
		await site.visit({ ...story, path: "/other" }, async (page) => {
			await page.click("a");
			await title(page, "Story");
			const timeline = new Timeline(await page.$("quote-timeline"));
			await timeline.live();
			const steps = await page.evaluate(() => history.length);
			await timeline.press("only Mira Murati");
			await timeline.click('.num[data-n="9"]');
			assert.equal((await timeline.rows()).length, 7);
			assert.match(page.url(), /#s=mira-murati&q=/);
			const focused = () =>
				page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className ?? "none");
			assert.equal(await focused(), "num");
			assert.equal(await page.evaluate(() => history.length), steps);

			await page.goBack();
			await title(page, "Other");
			assert.equal(story.asked["/story"], 1);
			await page.goForward();
			await title(page, "Story");
			const again = new Timeline(await page.$("quote-timeline"));
			await again.live();
			await again.until((root) => root.querySelector(".filter"));
			assert.deepEqual(await again.linked(), [9]);
		});
	});
});
