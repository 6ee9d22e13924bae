// Tests of several <quote-timeline> elements on one page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { until } from "../support/frame.mjs";
import { startEndpoint } from "../support/sites.mjs";

const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/**
 * Runs in the page: scrolls to the element with index i. Returns whether the widget's
 * program runs in that element.
 */
const arrived = (i) => {
	const element = document.querySelectorAll("quote-timeline")[i];
	element.scrollIntoView();
	return Boolean(element.shadowRoot?.querySelector(".ql[data-live]"));
};

/**
 * Runs in the page. Returns for each element its title, how many turns are visible, and
 * the displayed number of search hits.
 */
const states = () =>
	[...document.querySelectorAll("quote-timeline")].map(({ shadowRoot }) => ({
		title: shadowRoot.querySelector(".title").textContent,
		turns: [...shadowRoot.querySelectorAll(".turn")].filter((turn) => turn.checkVisibility()).length,
		found: shadowRoot.querySelector(".count").textContent,
	}));

/**
 * Starts a second endpoint (server of transcripts and scripts). It serves the same
 * interview with another title, and a script with another text.
 */
const another = (fixture, title) =>
	startEndpoint(fixture.worker.origin, (path) => {
		if (path === "/quote-timeline.js") return (script) => `/* ${title} */ ${script}`;
		if (path.startsWith("/v1/")) return (body) => body.replaceAll(fixture.transcript.title, title);
	});

eachEngine("Several elements", (fixture) => {
	test("three transcripts and two versions of the script do not affect each other", async () => {
		const [second, third] = await Promise.all(["Second", "Third"].map((title) => another(fixture, title)));
		try {
			await fixture.visit({}, async (view, first) => {
				const [a, b, c] = [first, second, third].map((endpoint) => fixture.snippets(endpoint).script);
				await view.goto(fixture.publish(page(a + b + c.replace(/<script.*<\/script>/, ""))));
				for (const i of [0, 1, 2]) await until(() => view.run(arrived, i), "the program runs");
				const titles = [fixture.transcript.title, "Second", "Third"];
				const whole = titles.map((title) => ({ title, turns: fixture.transcript.turns.length, found: "" }));
				assert.deepEqual(await view.run(states), whole);

				await view.run(() => {
					const [, second, third] = document.querySelectorAll("quote-timeline");
					second.shadowRoot.querySelector(".solo[data-lane='2']").click();
					third.filter({ q: "board" });
				});
				await until(async () => (await view.run(states))[2].found !== "", "the third has searched");
				const [one, two, three] = await view.run(states);
				assert.deepEqual(one, whole[0]);
				assert.ok(two.turns < whole[1].turns && two.found === "", JSON.stringify(two));
				assert.equal(three.turns, whole[2].turns);
				assert.ok(second.asked.includes("/quote-timeline.js"));
			});
		} finally {
			second.close();
			third.close();
		}
	});
});
