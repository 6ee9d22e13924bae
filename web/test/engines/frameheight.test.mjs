// How soon a frame has the height of its content, when that changes.
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
 * height, and how many pictures of the page later than it was told of that.
 */
function watchFrame() {
	globalThis.noted = {};
	const { noted } = globalThis;
	const now = () => performance.timeOrigin + performance.now();
	const frame = document.querySelector("iframe");
	noted.height = frame.offsetHeight;
	let pictures = 0;
	let told = 0;
	const count = () => {
		pictures++;
		requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	addEventListener("resize", () => {
		noted.acted ??= now();
	});
	addEventListener("message", ({ data }) => {
		if (data?.type === "embed-size") told = pictures;
	});
	new ResizeObserver(() => {
		if (frame.offsetHeight === noted.height) return;
		noted.height = frame.offsetHeight;
		noted.fitted = now();
		noted.pictures = pictures - told;
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
				assert.ok(noted.pictures <= 2, `${noted.pictures} pictures of the page after it was told`);
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
