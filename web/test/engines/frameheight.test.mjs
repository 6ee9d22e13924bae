// How soon a frame has the height of its content, when that changes. The page's
// animation frames are counted, because milliseconds depend on the machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { arrive, fitted, heights, until } from "../support/frame.mjs";

/** In the frame: notes when the reader does something, as a time of the whole machine. */
function watchReader() {
	const note = () => {
		globalThis.acted = performance.timeOrigin + performance.now();
	};
	addEventListener("click", note, { capture: true, once: true });
}

/**
 * In the page: notes when its window has another size, when the frame has another
 * height, and how many frames of the page were drawn after the message about it.
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
	// A rotation has no event of the reader: the new size of the window is its start.
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
