// Tests of zooming into a part of the line (the timeline graphic) with buttons, keys,
// the mouse, the wheel, and fingers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";
import { focused, tabTo } from "../support/timeline.mjs";

/**
 * The numbers of the first and the last turn on the visible part of the line (the
 * timeline graphic).
 */
const shown = (timeline) =>
	timeline.read((root) => {
		const turns = [...root.querySelectorAll(".seg")].map((segment) => Number(segment.dataset.n));
		return [turns[0], turns.at(-1)];
	});

/** Waits until the live region (text for screen readers) contains exactly these words. */
const says = (timeline, words) =>
	timeline.until((root, words) => root.querySelector("[role=status]").textContent === words, words);

const zoomed = (timeline) => timeline.read((root) => root.querySelector(".overview").childElementCount > 0);

/**
 * Scrolls to a part of the line (the timeline graphic), and returns a point inside that
 * part as [x, y] in the window. The argument along says where the point is horizontally,
 * from 0 (left edge of the part) to 1 (right edge). Vertically, the point is in the
 * middle.
 */
async function at(timeline, selector, along) {
	const part = await timeline.find(selector);
	await part.scrollIntoView();
	const { x, y, width, height } = await part.boundingBox();
	return [x + along * width, y + height / 2];
}

/** The number of the turn whose bar is at this point of the window. */
const under = (timeline, x, y) =>
	timeline.read((root, x, y) => Number(root.elementFromPoint(x, y).closest(".seg").dataset.n), x, y);

/**
 * Drags the mouse from one point of the timeline's drawing to another. from and to are
 * fractions of the drawing's width, from 0 (left) to 1 (right).
 */
async function drag(page, timeline, from, to, selector = ".plot") {
	const start = await at(timeline, selector, from);
	const end = await at(timeline, selector, to);
	await page.mouse.move(...start);
	await page.mouse.down();
	await page.mouse.move(...end, { steps: 5 });
	await page.mouse.up();
}

/**
 * Fails unless the line (the timeline graphic) shows all turns. Then "Zoom in" is its
 * only visible button.
 */
async function isWhole(timeline, turns = 30) {
	assert.deepEqual(await shown(timeline), [1, turns]);
	assert.equal(await zoomed(timeline), false);
	const buttons = await timeline.read((root) =>
		[...root.querySelectorAll(".zoom button")]
			.filter((button) => button.checkVisibility())
			.map((button) => button.ariaLabel),
	);
	assert.deepEqual(buttons, ["Zoom in"]);
}

eachWidget("Zoom", (site) => {
	test("buttons zoom in, out and to the whole line, and announce what is shown", async () => {
		await site.visit("/", async (page, timeline) => {
			await isWhole(timeline);
			await timeline.press("Zoom in");
			assert.deepEqual(await shown(timeline), [1, 20]);
			assert.equal(await focused(page), "button Zoom in");
			await says(timeline, "Turns 1 to 20 of 30");
			await timeline.press("Zoom in");
			assert.deepEqual(await shown(timeline), [1, 12]);
			await timeline.press("Zoom out");
			assert.deepEqual(await shown(timeline), [1, 20]);
			assert.equal(await zoomed(timeline), true);
			await timeline.press("Whole timeline");
			await isWhole(timeline);
			assert.equal(await focused(page), "button Zoom in");
			await says(timeline, "Turns 1 to 30 of 30");
		});
	});

	test("keys zoom and pan, and the focus stays in the window", async () => {
		await site.visit("/", async (page, timeline) => {
			await tabTo(page, /^link Turn 1, /);
			for (let i = 0; i < 19; i++) await page.keyboard.press("ArrowRight", { delay: 30 });
			await page.keyboard.press("+");
			await page.keyboard.press("+");
			assert.match(await focused(page), /^link Turn 20, /);
			const [first, last] = await shown(timeline);
			assert.ok(first > 10 && last < 30, `turns ${first} to ${last}`);
			for (let n = 20; n < last + 3; n++) await page.keyboard.press("ArrowRight");
			assert.match(await focused(page), new RegExp(`^link Turn ${last + 3}, `));
			assert.ok((await shown(timeline))[1] >= last + 3);
			await page.keyboard.press("Home");
			assert.match(await focused(page), /^link Turn 1, /);
			assert.equal((await shown(timeline))[0], 1);
			await page.keyboard.down("Shift");
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("ArrowRight");
			const moved = await shown(timeline);
			assert.ok(moved[0] > 1, `from turn ${moved[0]}`);
			assert.equal(await focused(page).then((name) => /^link Turn (\d+)/.exec(name)[1]), String(moved[0]));
			await page.keyboard.press("ArrowLeft");
			await page.keyboard.press("ArrowLeft");
			await page.keyboard.up("Shift");
			assert.equal((await shown(timeline))[0], 1);
			await page.keyboard.press("-");
			await page.keyboard.press("-");
			await isWhole(timeline);
			await page.keyboard.press("+");
			await page.keyboard.press("0");
			await isWhole(timeline);
		});
	});

	test("the key 0 shows the whole line, also on keyboards that type it with Shift", async () => {
		await site.visit("/", async (page, timeline) => {
			await tabTo(page, /^link Turn 1, /);
			await page.keyboard.press("+");
			assert.equal(await zoomed(timeline), true);
			const session = await page.createCDPSession();
			const key = { key: "0", code: "Digit0", windowsVirtualKeyCode: 48, modifiers: 8 };
			await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
			await isWhole(timeline);
		});
	});

	test("a zoomed line is printed whole, and is zoomed again after printing", async () => {
		const prepare = () => {
			// This listener runs before the element's own listener for afterprint. So
			// the line (the timeline graphic) is still as it was printed.
			addEventListener("afterprint", () => {
				const { shadowRoot } = document.querySelector("quote-timeline");
				globalThis.printed = shadowRoot.querySelectorAll(".seg").length;
			});
		};
		await site.visit({ path: "/", prepare }, async (page, timeline) => {
			await timeline.press("Zoom in");
			await timeline.press("Zoom in");
			await says(timeline, "Turns 1 to 12 of 30");
			await page.pdf();
			assert.equal(await page.evaluate(() => globalThis.printed), 30);
			assert.deepEqual(await shown(timeline), [1, 12]);
			assert.equal(await zoomed(timeline), true);
		});
	});

	test("keys pan over a pause; in a window without a turn the focus is on the button that leads out", async () => {
		// The times of sixty turns in one hour. In the middle there is a pause of six
		// minutes.
		const when = (i) => {
			const start = 54_000 * i + (i >= 30 ? 360_000 : 0);
			return { start, end: start + 54_000 };
		};
		await site.visit(pageWith(site.origin, conversation({ turns: 60, when })), async (page, timeline) => {
			await tabTo(page, /^link Turn 1, /);
			for (let i = 0; i < 29; i++) await page.keyboard.press("ArrowRight");
			for (let i = 0; i < 5; i++) await page.keyboard.press("+");
			await page.keyboard.down("Shift");
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("ArrowRight");
			assert.match(await focused(page), /^link Turn 31, /);
			await page.keyboard.up("Shift");
			await page.keyboard.press("0");
			await page.mouse.move(...(await at(timeline, ".silence", 0.5)));
			await page.keyboard.down("Control");
			for (let last = 60; last > 0; ) {
				await page.mouse.wheel({ deltaY: -100 });
				await timeline.until((root, last) => root.querySelectorAll(".seg").length < last, last);
				last = await timeline.read((root) => root.querySelectorAll(".seg").length);
			}
			await page.keyboard.up("Control");
			assert.equal(await focused(page), "button Zoom out");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
			const [first, last] = await shown(timeline);
			assert.ok(first <= 30 && last >= 31, `turns ${first} to ${last}`);
		});
	});

	test("every part of the line follows the window", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("Zoom in");
			await timeline.press("Zoom in");
			await timeline.search("board");
			for (let i = 0; i < 8; i++) await page.keyboard.press("Enter");
			const drawn = () =>
				timeline.read((root) => {
					const html = (selector) => root.querySelector(selector).innerHTML;
					const { left, width } = root.querySelector(".window").getBoundingClientRect();
					return { axis: html(".axis"), labels: html(".bands"), hits: html(".hits"), left, width };
				});
			const [first, last] = await shown(timeline);
			assert.ok(first > 12 && last > 22, `turns ${first} to ${last}`);
			const after = await drawn();
			await timeline.read((root) => root.querySelector('.seg[data-n="22"]').focus());
			await page.keyboard.down("Shift");
			await page.keyboard.press("ArrowLeft");
			assert.notDeepEqual(await shown(timeline), [first, last]);
			await page.keyboard.press("ArrowRight");
			assert.deepEqual(await drawn(), after);
		});
	});

	test("a mouse selects a part of the line and moves it, and follows no link", async () => {
		await site.visit("/", async (page, timeline) => {
			await drag(page, timeline, 0.7, 0.3);
			const selected = await shown(timeline);
			assert.ok(selected[0] > 5 && selected[1] < 28, `turns ${selected}`);
			await drag(page, timeline, 0.8, 0.2);
			const moved = await shown(timeline);
			assert.ok(moved[0] > selected[0] && moved[1] > selected[1], `turns ${moved}`);
			await drag(page, timeline, 0.2, 0.8);
			assert.deepEqual(await shown(timeline), selected);
			assert.equal(await page.evaluate(() => location.hash), "");
			const segment = await at(timeline, ".seg:nth-last-of-type(2) .bar", 0.5);
			await page.mouse.click(...segment);
			await timeline.until(() => location.hash.startsWith("#q="));
		});
	});

	test("a mouse button that is released elsewhere ends the drag", async () => {
		await site.visit("/", async (page, timeline) => {
			const [x, y] = await at(timeline, ".plot", 0.5);
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x, y + 300);
			await page.mouse.up();
			await page.mouse.move(x, y);
			await page.mouse.move(x + 200, y, { steps: 4 });
			await page.mouse.click(x + 200, y);
			await timeline.until(() => location.hash.startsWith("#q="));
			await isWhole(timeline);
			assert.equal(
				await timeline.read((root) => root.querySelector(".drawn").getBoundingClientRect().width),
				0,
			);
		});
	});

	test("the overview's window can be moved, drawn again, and resized at its ends", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.press("Zoom in");
			await drag(page, timeline, 0.2, 0.7, ".overview");
			const moved = await shown(timeline);
			assert.equal(moved[1], 30);
			await drag(page, timeline, 0.1, 0.4, ".overview");
			const [first, last] = await shown(timeline);
			assert.ok(first > 1 && first < moved[0] && last < 30, `turns ${first} to ${last}`);
			await drag(page, timeline, 0.4, 0.9, ".overview");
			const [same, later] = await shown(timeline);
			assert.equal(same, first);
			assert.ok(later > last, `up to turn ${later}`);
			await page.mouse.click(...(await at(timeline, ".overview", 0.5)), { count: 2 });
			await isWhole(timeline);
		});
	});

	test("a wheel zooms around the pointer with Ctrl alone", async () => {
		await site.visit("/", async (page, timeline) => {
			const [x, y] = await at(timeline, '.seg[data-n="20"] .bar', 0.5);
			const middle = () => at(timeline, '.seg[data-n="20"] .bar', 0.5);
			await page.mouse.move(x, y);
			await page.keyboard.down("Control");
			await page.mouse.wheel({ deltaY: -100 });
			await timeline.until((root) => root.querySelector(".overview").childElementCount > 0);
			await page.mouse.wheel({ deltaY: -100 });
			await timeline.until((root) => root.querySelectorAll(".seg").length < 20);
			assert.ok(Math.abs((await middle())[0] - x) < 3, `from ${x} to ${await middle()}`);
			await page.keyboard.up("Control");
			const [before, scrolled] = [await shown(timeline), await page.evaluate(() => scrollY)];
			await page.mouse.wheel({ deltaY: -100 });
			await page.waitForFunction((scrolled) => scrollY !== scrolled, {}, scrolled);
			assert.deepEqual(await shown(timeline), before);
		});
	});

	test("the window follows the reader, and a filter shows in the window and the overview", async () => {
		await site.visit("/", async (_, timeline) => {
			await timeline.press("Zoom in");
			await timeline.press("Zoom in");
			await says(timeline, "Turns 1 to 12 of 30");
			await timeline.read((root) => root.querySelector('li[value="27"]').scrollIntoView());
			await timeline.until((root) => root.querySelector('.seg[data-n="27"][tabindex="0"]'));
			const [first] = await shown(timeline);
			assert.ok(first > 12, `from turn ${first}`);
			assert.equal(await timeline.text("[role=status]"), "Turns 1 to 12 of 30", "scrolling says nothing");
			const bars = () => timeline.read((root) => root.querySelector(".small .s1").getAttribute("d").length);
			const all = await bars();
			await timeline.read((root) => root.querySelector('.switch[data-lane="1"]').click());
			assert.equal((await shown(timeline))[0], first);
			assert.ok(await timeline.read((root) => root.querySelectorAll(".seg.off").length > 0));
			assert.ok((await bars()) < all, "the overview leaves out what is hidden");
		});
	});

	test("the window of a dense line shows single turns, wide enough to press", async () => {
		const about = conversation({ turns: 1000 });
		await site.visit(pageWith(site.origin, about), async (page, timeline) => {
			assert.equal(await timeline.read((root) => root.querySelectorAll(".seg").length), 1);
			for (const last of [400, 160, 64]) {
				await timeline.press("Zoom in");
				await says(timeline, `Turns 1 to ${last} of 1,000`);
			}
			assert.deepEqual(await shown(timeline), [1, 64]);
			await page.mouse.move(...(await at(timeline, ".plot", 0.5)));
			const [stem, middle] = await timeline.read((root) => {
				const box = root.querySelector(".plotbox");
				const { left, width } = box.getBoundingClientRect();
				return [left + Number.parseFloat(getComputedStyle(box, "::after").left), left + width / 2];
			});
			assert.ok(Math.abs(stem - middle) < 30, `the stem is at ${stem}, the pointer at ${middle}`);
			assert.ok(await timeline.read((root) => root.querySelectorAll(".thread").length > 50));
			await timeline.press("Zoom in");
			await page.mouse.move(...(await at(timeline, ".plot", 0.5)));
			const width = await timeline.read(
				(root) => root.querySelector('.seg[data-n="15"] .hit').getBoundingClientRect().width,
			);
			assert.ok(width >= 24, `${width} px`);
			await timeline.press("Whole timeline");
			await tabTo(page, /^link Turn 1, /);
			await page.keyboard.press("End");
			await page.keyboard.press("+");
			await says(timeline, "Turns 600 to 1,000 of 1,000");
			assert.match(await focused(page), /^link Turn 1,000, /);
		});
	});

	test("in a right-to-left language the zoomed line is mirrored", async () => {
		const html = '<div class="ql" lang="ar" data-version="0"></div>';
		await site.visit(
			pageWith(site.origin, { ...conversation({ lang: "ar" }), html }),
			async (page, timeline) => {
				await drag(page, timeline, 0.95, 0.6);
				assert.deepEqual(await shown(timeline), [1, 5]);
				const brush = await (await timeline.find(".window")).boundingBox();
				const overview = await (await timeline.find(".overview")).boundingBox();
				assert.ok(brush.x > overview.x + overview.width / 2, "the window is on the right");
				await drag(page, timeline, 0.2, 0.8);
				assert.ok((await shown(timeline))[0] > 1, "what is on the left comes into view");
			},
		);
	});

	test("two fingers zoom, and what is under them stays under them", async () => {
		await site.visit({ path: "/", width: 390 }, async (page, timeline) => {
			const [[left, y], [right]] = [await at(timeline, ".plot", 0.4), await at(timeline, ".plot", 0.6)];
			const turns = [await under(timeline, left, y), await under(timeline, right, y)];
			const one = await page.touchscreen.touchStart(left, y);
			const two = await page.touchscreen.touchStart(right, y);
			for (let i = 1; i <= 5; i++) {
				await one.move(left - 10 * i, y);
				await two.move(right + 10 * i, y);
			}
			assert.deepEqual([await under(timeline, left - 50, y), await under(timeline, right + 50, y)], turns);
			await one.end();
			await two.end();
			const [first, last] = await shown(timeline);
			assert.ok(first > 1 && last < 30, `turns ${first} to ${last}`);
			assert.equal(await page.evaluate(() => location.hash), "");
		});
	});

	test("a finger along the line previews each turn under it, and opens the last", async () => {
		await site.visit({ path: "/", width: 390 }, async (page, timeline) => {
			const [[x, y], [to]] = [await at(timeline, ".plot", 0.1), await at(timeline, ".plot", 0.6)];
			const touch = await page.touchscreen.touchStart(x, y);
			const seen = new Set();
			for (let i = 1; i <= 6; i++) {
				const on = x + ((to - x) * i) / 6;
				await touch.move(on, y);
				seen.add(await under(timeline, on, y));
				await timeline.until(
					(root, n) => root.querySelector(".preview").textContent.includes(`Turn ${n} of 30`),
					[...seen].at(-1),
				);
			}
			assert.ok(seen.size > 3, `turns ${[...seen]}`);
			assert.ok(await timeline.read((root) => root.querySelector(".preview").checkVisibility()));
			const last = [...seen].at(-1);
			await touch.end();
			await timeline.until((root, n) => root.querySelector(".linked")?.parentElement.value === n, last);
			assert.ok(await timeline.inView(last));
		});
	});

	test("a finger up or down the line scrolls the page, and opens nothing", async () => {
		await site.visit({ path: "/", width: 390 }, async (page, timeline) => {
			const [x, y] = await at(timeline, ".plot", 0.5);
			const before = await page.evaluate(() => scrollY);
			const touch = await page.touchscreen.touchStart(x, y);
			for (let i = 1; i <= 8; i++) await touch.move(x + i, y - 25 * i);
			await touch.end();
			await page.waitForFunction((before) => scrollY > before + 50, {}, before);
			assert.equal(await page.evaluate(() => location.hash), "");
			assert.equal(await timeline.read((root) => root.querySelector(".preview").checkVisibility()), false);
		});
	});
});
