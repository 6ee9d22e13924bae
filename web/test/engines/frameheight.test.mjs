// How soon a frame gets the height of its content after that height changes. The test
// counts animation frames of the page, because milliseconds depend on the machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { arrive, fitted, heights, until } from "../support/frame.mjs";

/**
 * In the frame: records when the reader clicks. The time counts from 1970, so that it
 * can be compared with times of the page around the frame.
 */
function watchReader() {
	const note = () => {
		globalThis.acted = performance.timeOrigin + performance.now();
	};
	addEventListener("click", note, { capture: true, once: true });
}

/**
 * In the page: records in globalThis.noted when the window was resized (acted), when
 * the frame got another height (fitted), that height, and how many animation frames
 * passed between the frame's last "embed-size" message and that moment (drawn).
 */
function watchFrame() {
	globalThis.noted = {};
	const { noted } = globalThis;
	const now = () => performance.timeOrigin + performance.now();
	const frame = document.querySelector("iframe");
	noted.height = frame.offsetHeight;
	let drawn = 0;
	let announced = 0;
	const count = () => {
		drawn++;
		requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	// A rotation has no click. It starts when the window gets its new size.
	addEventListener("resize", () => {
		noted.acted ??= now();
	});
	addEventListener("message", ({ data }) => {
		if (data?.type === "embed-size") announced = drawn;
	});
	new ResizeObserver(() => {
		if (frame.offsetHeight === noted.height) return;
		noted.height = frame.offsetHeight;
		noted.fitted = now();
		noted.drawn = drawn - announced;
	}).observe(frame);
}

eachEngine("Height of a frame", (fixture) => {
	test("the frame's height follows a filter and a rotation", async (t) => {
		await fixture.visit({ width: 390, height: 800 }, async (view, endpoint) => {
			await view.goto(fixture.publish(page(fixture.snippets(endpoint).iframe)));
			await arrive(view, "iframe");
			await fitted(view, "iframe");
			const change = async (name, act) => {
				const before = (await heights(view, "iframe")).inner;
				await view.run(watchFrame);
				await view.runIn("iframe", watchReader);
				await act();
				const changed = async () => (await heights(view, "iframe")).inner !== before;
				await until(changed, `the ${name} changes the height`);
				const height = await fitted(view, "iframe");
				const seen = async () => (await view.run(() => globalThis.noted.height)) === height;
				await until(seen, "the page has seen the new height");
				const noted = await view.run(() => globalThis.noted);
				const acted = noted.acted ?? (await view.runIn("iframe", () => globalThis.acted));
				t.diagnostic(`the frame's height follows a ${name} after ${Math.round(noted.fitted - acted)} ms`);
				assert.ok(noted.drawn <= 2, `${noted.drawn} frames of the page after the message`);
			};
			await change("filter", () =>
				view.runIn("iframe", () => {
					const { shadowRoot } = document.querySelector("quote-timeline");
					shadowRoot.querySelector(".chips [data-act=speaker][data-lane='1']").click();
				}),
			);
			await change("rotation", () => view.resize(800, 600));
		});
	});
});
