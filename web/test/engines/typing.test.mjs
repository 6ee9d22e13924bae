// Tests that the keys which the widget uses stay inside the element, and that all other keys
// reach the page. Many pages have shortcuts of one key, such as "/" for their own search.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

const page = (snippet) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<link rel="icon" href="data:,"><script>
globalThis.heard = [];
for (const type of ["keydown", "keypress", "keyup"])
	document.addEventListener(type, (event) => heard.push(type + " " + event.key));
</script>${snippet}`;

/** Runs in the page: moves the focus to what matches a selector in the first element. */
const focus = (selector) => {
	globalThis.heard.length = 0;
	document.querySelector("quote-timeline").shadowRoot.querySelector(selector).focus();
};

const heard = () => globalThis.heard;
const typed = () => document.querySelector("quote-timeline").shadowRoot.querySelector(".search input").value;

eachEngine("Typing", (fixture) => {
	test("what the reader types stays inside, and other keys reach the page", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			await view.goto(fixture.publish(page(fixture.snippets(endpoint).script)));
			await view.run(() => document.querySelector("quote-timeline").scrollIntoView());
			await view.run(() => document.querySelector("quote-timeline").dispatchEvent(new Event("pointerdown")));
			await until(() => view.run(live), "the program runs");

			await view.run(focus, ".search input");
			await view.type("fm/ 1");
			for (const key of ["ArrowLeft", "Backspace", "Home", "Delete", "Enter"]) await view.press(key);
			assert.equal(await view.run(typed), "m/1");
			assert.deepEqual(await view.run(heard), [], "typing");

			await view.press("Escape"); // ends the search
			assert.equal(await view.run(typed), "");
			assert.deepEqual(await view.run(heard), [], "Escape ends the search");
			await view.press("Escape"); // has no effect in the widget
			assert.deepEqual(await view.run(heard), ["keydown Escape", "keyup Escape"], "Escape without a search");

			await view.run(focus, ".choice select");
			await view.press("s");
			assert.deepEqual(await view.run(heard), [], "a letter selects a topic");

			await view.run(focus, ".switch");
			await view.press("m");
			assert.deepEqual(await view.run(heard), ["keydown m", "keypress m", "keyup m"], "a key on a button");
			await view.run(focus, ".switch");
			await view.press(" ");
			assert.deepEqual(await view.run(heard), [], "the space bar presses a button");

			await view.run(focus, '.seg[tabindex="0"]');
			await view.press("ArrowRight");
			await view.press("+");
			assert.deepEqual(await view.run(heard), [], "keys of the timeline");
			await view.press("f");
			assert.deepEqual(
				await view.run(heard),
				["keydown f", "keypress f", "keyup f"],
				"no key of the timeline",
			);
		});
	});
});
