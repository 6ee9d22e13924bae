// Tests the <quote-timeline> element in pages that real frameworks have built, and the values
// that frameworks give to its properties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { app, bundled } from "../support/apps.mjs";
import { eachWidget, interview } from "../support/browser.mjs";
import { Timeline } from "../support/timeline.mjs";

/** A page of React with one element. The page's script sets other props with setProps. */
const react = `
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
function App() {
	const [props, setProps] = useState({ q: "board", topic: "staff" });
	globalThis.setProps = setProps;
	return createElement("quote-timeline", { src: "${interview}", ...props });
}
createRoot(document.querySelector("#app")).render(createElement(App));`;

/** Two pages with Turbo. The first contains the element, and a link to the second. */
const turbo = {
	"/story": `<h1>Story</h1><a id="next" href="/other">Next</a><quote-timeline src="${interview}"></quote-timeline>`,
	"/other": `<h1>Other</h1><a href="/story">Back to the story</a>`,
};

const element = (page) => page.$("quote-timeline");

eachWidget("Frameworks", (site) => {
	test("React: a prop that is gone removes its attribute", async () => {
		const visit = app(site.origin, { "/react": '<div id="app"></div>' }, bundled(react));
		await site.visit({ ...visit, live: false }, async (page) => {
			await page.waitForSelector("quote-timeline");
			const timeline = new Timeline(await element(page));
			await timeline.live();
			const typed = () => timeline.read((root) => root.querySelector(".search input").value);
			assert.equal(await typed(), "board");

			await page.evaluate(() => setProps({}));
			await page.waitForFunction(() => !document.querySelector("quote-timeline").hasAttribute("q"));
			assert.equal(await typed(), "");
			assert.equal((await timeline.rows()).length, 30);

			await page.evaluate(() => setProps({ q: 13, speaker: ["host", "mira-murati"], topic: null }));
			await page.waitForFunction(() => document.querySelector("quote-timeline").q === "13");
			assert.equal(await typed(), "13");
			const attributes = await page.$eval("quote-timeline", (node) =>
				Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
			);
			assert.deepEqual(attributes, { src: interview, q: "13", speaker: "host,mira-murati" });
		});
	});

	test("a value without a text removes the attribute, and never throws", async () => {
		await site.visit("/", async (page, timeline) => {
			const kept = await page.$eval("quote-timeline", (node) => {
				const none = [undefined, null, false, Symbol("q"), () => "q", {}, Object.create(null), [{}]];
				return none.map((value) => {
					node.q = "board";
					node.q = value;
					return node.getAttribute("q");
				});
			});
			assert.deepEqual(kept, Array(8).fill(null));
			const written = await page.$eval("quote-timeline", (node) =>
				["", "undefined", 0, 7n, true, ["a", "b"], new URL("https://edge.example/x")].map((value) => {
					node.q = value;
					return node.q;
				}),
			);
			assert.deepEqual(written, ["", "undefined", "0", "7", "true", "a,b", "https://edge.example/x"]);
			await page.$eval("quote-timeline", (node) => {
				node.q = undefined;
			});
			assert.equal(await timeline.read((root) => root.querySelector(".search input").value), "");
		});
	});

	test("src that changes ten times in a frame is fetched once", async () => {
		const asked = [];
		const answers = (url) => void (url.includes(interview) && asked.push(url));
		await site.visit({ path: "/", answers }, async (page, timeline) => {
			asked.length = 0;
			await page.$eval(
				"quote-timeline",
				(node, src) => {
					for (let i = 0; i < 9; i++) node.src = `/v1/transcripts/no-${i}`;
					node.src = `${src}?again`;
				},
				interview,
			);
			await timeline.until((root) => root.querySelector(".ql[data-live]"));
			assert.equal((await timeline.rows()).length, 30);
			assert.equal(asked.length, 2, asked.join("\n")); // the markup and the transcript
		});
	});

	test("Turbo: Back after a filter does not fetch the page again", async () => {
		const visit = app(site.origin, turbo, bundled('import "@hotwired/turbo";'));
		const title = (page, text) =>
			page.waitForFunction((text) => document.querySelector("h1").textContent === text, {}, text);
		await site.visit({ ...visit, path: "/other", live: false }, async (page) => {
			await page.click("a");
			await title(page, "Story");
			const story = new Timeline(await element(page));
			await story.live();
			const steps = await page.evaluate(() => history.length);
			await story.press("only Mira Murati");
			await story.click('.num[data-n="9"]');
			assert.equal((await story.rows()).length, 7);
			assert.match(page.url(), /#s=mira-murati&q=/);
			const focused = () =>
				page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className ?? "none");
			assert.equal(await focused(), "num");
			assert.equal(await page.evaluate(() => history.length), steps);

			await page.goBack();
			await title(page, "Other");
			assert.equal(visit.asked["/story"], 1);
			await page.goForward();
			await title(page, "Story");
			const again = new Timeline(await element(page));
			await again.live();
			await again.until((root) => root.querySelector(".filter"));
			assert.deepEqual(await again.linked(), [9]);
		});
	});

	test("a view transition that moves the element keeps it as it is", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await page.evaluate(async () => {
				const node = document.querySelector("quote-timeline");
				node.style.viewTransitionName = "interview";
				await document.startViewTransition(() => document.querySelector("main").prepend(node)).finished;
			});
			await timeline.live();
			assert.equal((await timeline.rows()).length, 7);
			await timeline.press("Show all");
			assert.equal((await timeline.rows()).length, 30);
		});
	});
});
