// Tests that no element of an article moves while a snippet (markup that a newsroom
// pastes) loads, from the first animation frame to the last. Only Chromium reports
// layout shifts. So the test compares the elements' positions in every frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { article } from "../support/article.mjs";
import { kinds } from "../support/environments.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";

/**
 * Runs in the page, before its own scripts. Records in globalThis.shift the largest
 * movement of a visible element of the article (class "probe") between two animation
 * frames, in pixels. Also adds up the layout shifts that the browser reports (Layout
 * Instability API).
 */
function watchShift() {
	globalThis.shift = { moved: 0, reported: 0, frames: 0 };
	const places = new Map();
	const look = () => {
		globalThis.shift.frames++;
		for (const node of document.querySelectorAll(".probe")) {
			const { top, bottom } = node.getBoundingClientRect();
			const now = { top: top + scrollY, inside: bottom > 0 && top < innerHeight };
			const before = places.get(node) ?? now;
			if (now.inside || before.inside)
				globalThis.shift.moved = Math.max(globalThis.shift.moved, Math.abs(now.top - before.top));
			places.set(node, now);
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
	new PerformanceObserver((list) => {
		for (const { value, hadRecentInput } of list.getEntries())
			if (!hadRecentInput) globalThis.shift.reported += value;
	}).observe({ type: "layout-shift", buffered: true });
}

const watched = (snippet) => article(snippet).replace("</head>", `<script>(${watchShift})()</script></head>`);

/**
 * Waits until a snippet of this kind has loaded everything that it loads without an
 * interaction of the reader.
 */
async function complete(view, endpoint, kind) {
	const asked = (path) =>
		until(() => endpoint.asked.some((asked) => asked.endsWith(path)), `${path} is asked for`);
	if (kind === "script") await until(() => view.run(live), "the program runs");
	if (kind === "quote") await asked("/quote-timeline.js");
	if (kind === "one speaker") await asked(".html");
	if (kind === "iframe") {
		await until(() => view.runIn("iframe", live), "the program runs in the frame");
		await asked("/host.js");
	}
	await until(() => view.run(() => document.readyState === "complete"), "everything has come");
	const frames = () => view.run(() => globalThis.shift.frames);
	const complete = await frames();
	await until(async () => (await frames()) > complete + 10, "what follows has been drawn");
}

eachEngine("Layout shift", (fixture) => {
	for (const width of [390, 1280]) {
		test(`nothing moves in an article with a snippet of any kind, ${width} pixels wide`, async () => {
			for (const kind of [...kinds, "one speaker"]) {
				await fixture.visit({ width, height: 800 }, async (view, endpoint) => {
					await view.goto(fixture.publish(watched(fixture.snippets(endpoint)[kind])));
					await complete(view, endpoint, kind);
					const { moved, reported } = await view.run(() => globalThis.shift);
					assert.deepEqual({ kind, moved, reported }, { kind, moved: 0, reported: 0 });
				});
			}
		});
	}

	test("if the whole snippet is visible, the timeline waits for an interaction", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			await view.goto(fixture.publish(watched(fixture.snippets(endpoint)["one speaker"])));
			await complete(view, endpoint, "one speaker");
			assert.equal(await view.run(() => document.querySelector("quote-timeline").shadowRoot), null);
			const [x, y] = await view.run(() => {
				const { left, top } = document.querySelector("quote-timeline blockquote").getBoundingClientRect();
				return [left + 10, top + 10];
			});
			// On a busy machine the first click comes before the server's markup has
			// arrived, and then it has no effect. So the test clicks repeatedly.
			const pressed = async () => {
				await view.click(x, y);
				await sleep(2_000);
				return view.run(live);
			};
			await until(pressed, "the program runs");
		});
	});
});
