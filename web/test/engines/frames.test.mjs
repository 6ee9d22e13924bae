// Tests of snippets (markup that a newsroom pastes) that are frames: their heights, the
// fragment #q= in the page's address, and the messages between the page and the frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { page } from "../support/article.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { arrive, fitted, live, until } from "../support/frame.mjs";

eachEngine("Frames", (fixture) => {
	test("each of several frames has its own height and its own origin", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			const { iframe } = fixture.snippets(endpoint);
			const opaque = iframe.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"');
			const parts = [
				`<div id="a" style="width:380px">${iframe}</div>`,
				`<div id="b" style="width:900px">${opaque}</div>`,
			];
			await view.goto(fixture.publish(page(parts.join(""))));
			await arrive(view, "#a iframe");
			const narrow = await fitted(view, "#a iframe");
			await arrive(view, "#b iframe");
			const wide = await fitted(view, "#b iframe");
			assert.ok(narrow > wide, `${narrow} and ${wide}`);
		});
	});

	/**
	 * Opens a page whose address ends with "#q=" and the id of a turn. Checks that the
	 * frame in the page gets that fragment, and that the page scrolls to the turn.
	 */
	const followed = (fault) =>
		fixture.visit({ fault }, async (view, endpoint) => {
			const url = fixture.publish(page(fixture.snippets(endpoint).iframe.replace('loading="lazy"', "")));
			await view.goto(`${url}#q=${fixture.turn(21)}`);
			const linked = () =>
				document.querySelector("quote-timeline")?.shadowRoot?.querySelector(".linked")?.parentElement.value;
			await until(async () => (await view.runIn("iframe", linked)) === 22, "turn 22 is linked in the frame");
			const seen = async () => {
				const top = await view.run(() => document.querySelector("iframe").getBoundingClientRect().top);
				const turn = await view.runIn("iframe", () => {
					const { shadowRoot } = document.querySelector("quote-timeline");
					return shadowRoot.querySelector(".linked").getBoundingClientRect().top;
				});
				return top + turn > -50 && top + turn < 800;
			};
			await until(seen, "the linked turn is in the window");
		});

	test("the page's #q= goes into the frame, and the page scrolls to the quote", () => followed());

	test("the page scrolls to the quote even if the element's script arrives late in the frame", () =>
		followed((path) => (path === "/quote-timeline.js" ? 1500 : undefined)));

	test("the frame sends its height in every host's format, and answers when asked", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			const frame = fixture.snippets(endpoint).oembed.replace('loading="lazy"', "");
			const listener = `<script>
				globalThis.heard = [];
				addEventListener("message", ({ data, source }) => source === frames[0] && heard.push(data));
			</script>`;
			const asked = `${frame.replace(/(src="[^"]*)"/, '$1?childId=chart#?secret=aB3"')}`;
			await view.goto(fixture.publish(page(listener + asked)));
			const messages = (heard) => ({
				amp: heard.some((m) => m?.sentinel === "amp" && m.type === "embed-size" && m.height > 100),
				pym: heard.some((m) => /^pymxPYMxchartxPYMxheightxPYMx\d+$/.test(m)),
				embedly: heard.some((m) => /^\{"src":"http[^"]*","context":"iframe.resize","height":\d+\}$/.test(m)),
				wordpress: heard.some((m) => m?.message === "height" && m.secret === "aB3" && m.value > 100),
			});
			const all = { amp: true, pym: true, embedly: true, wordpress: true };
			const heard = () => view.run(() => globalThis.heard);
			await until(
				async () => Object.values(messages(await heard())).every(Boolean),
				"every message is heard",
			);
			await view.run(() => {
				globalThis.heard = [];
				frames[0].postMessage({ sentinel: "amp", type: "frames-init" }, "*");
			});
			await until(async () => (await heard()).length >= 4, "an answer");
			assert.deepEqual(messages(await heard()), all);
		});
	});

	test("if only the head of a frame is visible, nothing covers it", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			await view.goto(fixture.publish(page(fixture.snippets(endpoint).iframe)));
			await view.run(() => scrollTo(0, document.querySelector("iframe").offsetTop - innerHeight + 80));
			await until(() => view.runIn("iframe", live), "the program runs in the frame");
			// Only the upper part of the frame is visible. So the strip (the condensed
			// timeline at the top of the window) must not appear. A wrong strip would appear
			// during this sleep.
			await sleep(300);
			const strip = () => {
				const { shadowRoot } = document.querySelector("quote-timeline");
				return getComputedStyle(shadowRoot.querySelector(".strip")).visibility;
			};
			assert.equal(await view.runIn("iframe", strip), "hidden");
		});
	});

	test("the embed page sends nothing if it is not in a frame", async () => {
		await fixture.visit({}, async (view, endpoint) => {
			await view.goto(`${endpoint.origin}/embed/altman-murati-2023`);
			await view.run(() => {
				globalThis.heard = 0;
				addEventListener("message", () => globalThis.heard++);
			});
			await until(() => view.run(live), "the program runs");
			await view.run(() => document.body.style.setProperty("padding-top", "100px"));
			await sleep(200);
			assert.equal(await view.run(() => globalThis.heard), 0);
		});
	});
});
