// Tests the timeline of a recording: the clock along the timeline and the pauses. If the
// times in the transcript contradict each other, there is no clock.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";

/**
 * The times of turn i, in milliseconds: each turn takes ten seconds, and after the
 * third turn there is a pause of two minutes and five seconds.
 */
const when = (i) => {
	const start = 10_000 * i + (i >= 3 ? 125_000 : 0);
	return { start, end: start + 10_000 };
};

const labels = (timeline) =>
	timeline.read((root) => [...root.querySelectorAll(".axis text")].map((label) => label.textContent));

eachWidget("Clock", (site) => {
	const at = (about) => pageWith(site.origin, conversation({ turns: 6, ...about }));

	test("turns are at their times, and a pause stays open, hatched and named", async () => {
		await site.visit(at({ when }), async (_, timeline) => {
			assert.equal(await timeline.text(".scale"), "By the clock of the recording; width = time");
			assert.deepEqual(await labels(timeline), ["0:00", "0:30", "1:00", "1:30", "2:00", "2:30", "3:00"]);
			assert.equal(await timeline.text(".silence"), "pause 2:05");
			assert.ok(await timeline.read((root) => root.querySelector(".silence").checkVisibility()));
			const [third, hatch, fourth] = await timeline.read((root) =>
				['.seg[data-n="3"] .bar', '[fill="url(#hatch)"]', '.seg[data-n="4"] .bar'].map((part) => {
					const { left, right } = root.querySelector(part).getBoundingClientRect();
					return { left, right };
				}),
			);
			assert.ok(Math.abs(third.right - hatch.left) < 2 && Math.abs(hatch.right - fourth.left) < 2);
			assert.ok(Math.abs((hatch.right - hatch.left) / (third.right - third.left) - 12.5) < 0.5, "to scale");
		});
	});

	test("a zoomed line has a finer clock, and a preview says the time", async () => {
		await site.visit(at({ turns: 20, when }), async (_, timeline) => {
			for (let i = 0; i < 2; i++) await timeline.press("Zoom in");
			assert.deepEqual(await labels(timeline), ["0:00", "0:15", "0:30", "0:45", "1:00", "1:15"]);
			await timeline.read((root) => root.querySelector('.seg[data-n="2"]').focus());
			assert.match(await timeline.text(".preview .who"), /Turn 2 of 20, 0:10, 10 words$/);
		});
	});

	test("inconsistent times give no clock", async () => {
		await site.visit(at({ when: (i) => (i === 4 ? { start: 0 } : when(i)) }), async (_, timeline) => {
			assert.equal(await timeline.text(".scale"), "In order of speaking; width = length of the turn");
			assert.deepEqual(await labels(timeline), ["Turn 1", "2", "3", "4", "5", "6"]);
			assert.equal(await timeline.text(".silence"), "");
		});
	});
});
