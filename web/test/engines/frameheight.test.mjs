// Tests how soon a frame becomes as high as its content after the content's height has
// changed. The time is counted in animation frames of the page, because milliseconds
// depend on the machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { arrive, fitted, heights, until } from "../support/frame.mjs";

/**
 * Runs in the frame: records when the reader clicks, in milliseconds since 1970. The
 * test compares this with times of the page around the frame, whose clock starts at
 * another moment.
 */
function watchReader() {
	const note = () => {
		globalThis.acted = performance.timeOrigin + performance.now();
	};
	addEventListener("click", note, { capture: true, once: true });
}

/**
 * Runs in the page, and records four values in globalThis.noted. The values acted and
 * fitted are the times when the window was resized and when the frame's height changed.
 * The value height is the frame's new height. The value drawn is the number of animation
 * frames between the frame's last "embed-size" message and the change of its height.
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
	// If the test rotates the page, there is no click. Then the time counts from the
	// moment when the window gets its new size.
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

	test("a frame gets no absurd height, and none from a document of another site", async () => {
		await fixture.visit({ width: 390, height: 800 }, async (view, endpoint) => {
			const other = fixture.publish(page("<p>Another site.</p>"));
			await view.goto(fixture.publish(page(fixture.snippets(endpoint).iframe)));
			await arrive(view, "iframe");
			await fitted(view, "iframe");
			await view.run(() => {
				globalThis.heard = [];
				const frame = document.querySelector("iframe");
				let before;
				// For each message of the test, these two listeners record the height of
				// the frame before and after host.js changes it. The first listener
				// captures, so it runs before that of host.js. The second listener is
				// added later than that of host.js, so it runs later.
				addEventListener("message", () => (before = frame.offsetHeight), { capture: true });
				addEventListener("message", ({ data }) => {
					if (data?.fromTest) globalThis.heard.push({ before, after: frame.offsetHeight });
				});
			});
			let sent = 0;
			/**
			 * Sends a message with a height from the frame to the page. Returns the
			 * height of the frame before and after the page receives the message.
			 */
			const around = async (height) => {
				await view.runIn(
					"iframe",
					(height) =>
						parent.postMessage({ sentinel: "amp", type: "embed-size", fromTest: true, height }, "*"),
					height,
				);
				sent++;
				const heard = () => view.run(() => globalThis.heard);
				await until(async () => (await heard()).length === sent, "the message arrives");
				return (await heard()).at(-1);
			};
			const heightAfter = async (height) => (await around(height)).after;
			const ignored = async (height) => {
				const { before, after } = await around(height);
				assert.equal(after, before, JSON.stringify(height));
			};
			assert.equal(await heightAfter(1234), 1234);
			for (const height of ["777", null, -5, [777], { height: 777 }]) await ignored(height);
			assert.equal(await heightAfter(1e12), 2_000_000);
			assert.equal(await heightAfter(1234), 1234);
			await view.run((other) => {
				document.querySelector("iframe").contentWindow.location = other;
			}, other);
			const left = () => view.runIn("iframe", () => document.body.textContent.includes("Another site."));
			await until(() => left().catch(() => false), "the frame shows another site");
			await ignored(777);
		});
	});
});
