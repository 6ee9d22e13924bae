// Tests what frameworks do with the <quote-timeline> element: they set its properties to
// unusual values, and they move it to other places in the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";

eachWidget("Frameworks", (site) => {
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
