// Tests that the page around the element does not change while a reader uses the
// element.
import assert from "node:assert/strict";
import { test } from "node:test";
import { article, styles } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

eachEngine("Reader", (fixture) => {
	for (const [device, width] of [
		["a phone", 390],
		["a desk", 1280],
	]) {
		test(`reading on ${device}: filter, search, step, link`, async () => {
			await fixture.visit({ width, height: 800 }, async (view, endpoint) => {
				const url = fixture.publish(article(fixture.snippets(endpoint).script));
				await view.goto(`${url}#q=${fixture.turn(11)}`);
				await until(() => view.run(live), "the program runs");
				assert.equal(await view.run(linkedTurn), 12);
				await press(view, ".chips [data-act=speaker][data-lane='1']");
				await until(() => view.run(count, ".stub"), "stubs of hidden turns");
				await press(view, ".chips [data-act=speaker][data-lane='1']");
				await until(async () => (await view.run(count, ".stub")) === 0, "all turns");
				await press(view, ".search input");
				await view.type("board");
				await until(() => view.run(marks), "hits are marked");
				const first = await view.run(position);
				await view.press("Enter");
				await until(async () => (await view.run(position)) !== first, "Enter leads to the next hit");
			});
		});
	}

	test("the widget's keys act only if the focus is inside it", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			await view.goto(fixture.publish(article(fixture.snippets(endpoint).script)));
			await until(() => view.run(live), "the program runs");
			const state = () => [location.href, document.activeElement === document.body, scrollY];
			const before = await view.run(state);
			for (const key of ["j", "k", "/", "Escape"]) await view.press(key);
			assert.deepEqual(await view.run(state), before);
		});
	});

	test("the article keeps its styles while the script runs", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			const { script } = fixture.snippets(endpoint);
			const inert = script.replace(/<script\b.*<\/script>/, "");
			await view.goto(fixture.publish(article(inert)));
			const before = await view.run(styles);
			await view.run((src) => {
				document.body.append(Object.assign(document.createElement("script"), { type: "module", src }));
			}, `${endpoint.origin}/quote-timeline.js`);
			await until(() => view.run(live), "the program runs");
			assert.deepEqual(await view.run(styles), before);
		});
	});
});

const root = "document.querySelector('quote-timeline').shadowRoot";
const linkedTurn = new Function(`return ${root}.querySelector(".linked")?.parentElement.value`);
const count = new Function("selector", `return ${root}.querySelectorAll(selector).length`);
const position = new Function(`return ${root}.querySelector(".count")?.textContent`);
const marks = new Function(
	`return ${root}.querySelectorAll(".text mark").length + [...(CSS.highlights?.values() ?? [])].reduce((n, h) => n + h.size, 0)`,
);

/** Scrolls to a control inside the element, and clicks at the control's position with the mouse. */
async function press(view, selector) {
	const [x, y] = await view.run((selector) => {
		const node = document.querySelector("quote-timeline").shadowRoot.querySelector(selector);
		node.scrollIntoView({ block: "center", behavior: "instant" });
		const { left, top, width, height } = node.getBoundingClientRect();
		return [left + Math.min(20, width / 2), top + height / 2];
	}, selector);
	await view.click(x, y);
}
