// Tests the timeline of a conversation that took place on several days. The timeline's
// upper part is a calendar that is true to scale. Its lower part shows the turns in
// order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";
import { focused, tabTo } from "../support/timeline.mjs";

const days = ["2025-03-14", "2025-07-02", "2025-11-21"];
const when = (i) => ({ date: days[Math.floor(i / 4)] });

eachWidget("Calendar", (site) => {
	const at = (about) => pageWith(site.origin, conversation({ turns: 12, when, ...about }));

	test("the days are to scale, and lead to what was said on them", async () => {
		await site.visit(at(), async (_, timeline) => {
			const seen = await timeline.read((root) => {
				const span = (part) => {
					const { left, right } = part.getBoundingClientRect();
					return { left, right };
				};
				const middle = (part) => (span(part).left + span(part).right) / 2;
				const all = (selector) => [...root.querySelectorAll(selector)];
				return {
					captions: all(".scale").map((caption) => caption.textContent),
					months: all(".days text").map((label) => label.textContent),
					dots: all(".days circle").map(middle),
					labels: all(".band-label").map((label) => label.textContent),
					headings: all(".band h3").map((heading) => heading.textContent),
					leaders: all(".days line:not(:first-child)").map(span),
					bars: all(".seg .hit").map(span),
				};
			});
			assert.deepEqual(seen.captions, [
				"Date of what was said; days to scale",
				"In order of speaking; width = length of the turn",
			]);
			assert.deepEqual([seen.months[0], seen.months.at(-1)], ["March", "November"]);
			const named = ["March 14, 2025", "July 2, 2025", "November 21, 2025"];
			assert.deepEqual(seen.labels, named);
			assert.deepEqual(seen.headings, named);
			const [a, b, c] = seen.dots; // the x positions of the three days, which are 110 and 142 days apart
			assert.ok(Math.abs((c - b) / (b - a) - 142 / 110) < 0.02, `${seen.dots}`);
			for (const [i, leader] of seen.leaders.entries()) {
				const middle = (seen.bars[4 * i].left + seen.bars[4 * i + 3].right) / 2;
				const ends = [leader.left, leader.right];
				for (const end of [seen.dots[i], middle])
					assert.ok(
						ends.some((x) => Math.abs(x - end) < 2),
						`leader ${i} from ${ends}, not to ${end}`,
					);
			}
			assert.ok(seen.bars[4].left - seen.bars[3].right > 10, "the days are apart");
		});
	});

	test("Page keys go from day to day, and a zoomed window shows fewer days", async () => {
		await site.visit(at(), async (page, timeline) => {
			await tabTo(page, /^link Turn 1, /);
			await page.keyboard.press("PageDown");
			assert.match(await focused(page), /^link Turn 5, /);
			await page.keyboard.press("+");
			await page.keyboard.press("+");
			await timeline.until((root) => root.querySelectorAll(".days line:not(:first-child)").length < 3);
			assert.equal(await timeline.read((root) => root.querySelectorAll(".days circle").length), 3);
		});
	});

	test("inconsistent days give no calendar", async () => {
		await site.visit(at({ when: (i) => ({ date: days[2 - Math.floor(i / 4)] }) }), async (_, timeline) => {
			assert.equal(await timeline.read((root) => root.querySelectorAll(".days").length), 0);
			assert.deepEqual(await timeline.read((root) => root.querySelectorAll(".scale").length), 1);
		});
	});
});
