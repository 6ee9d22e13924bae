// Tests of text that is entered with an input method, which composes characters from
// several keys. Japanese, Chinese and many phones need it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { conversation } from "../support/conversation.mjs";
import { pageWith } from "../support/page.mjs";

/** The words of turn i. Every second turn contains the word that the tests enter. */
const says = (i) => (i % 2 ? "取締役会の決定です。" : "それはなぜですか。");

eachWidget("Input methods", (site) => {
	const at = () => pageWith(site.origin, conversation({ turns: 6, lang: "ja", says }));
	const found = (timeline, words) =>
		timeline.until((root, words) => root.querySelector(".count").textContent === words, words);

	/** Focuses the search field. Returns functions that imitate an input method. */
	async function compose(page, timeline) {
		await timeline.click(".search input");
		const session = await page.createCDPSession();
		return {
			say: (text) =>
				session.send("Input.imeSetComposition", {
					text,
					selectionStart: text.length,
					selectionEnd: text.length,
				}),
			commit: (text) => session.send("Input.insertText", { text }),
			/**
			 * Sends a key that the input method handles itself. For such a key the
			 * browser reports the key code 229.
			 */
			take: (key) =>
				session.send("Input.dispatchKeyEvent", {
					type: "rawKeyDown",
					key,
					code: key,
					windowsVirtualKeyCode: 229,
				}),
		};
	}

	test("what is composed is searched once it is committed; Enter steps only after that", async () => {
		await site.visit(at(), async (page, timeline) => {
			const method = await compose(page, timeline);
			await method.say("とりしまり");
			await method.say("取締");
			await method.take("Enter");
			await method.commit("取締");
			await found(timeline, "3 turns");
			assert.deepEqual(await timeline.marked(), [2, 4, 6]);
			assert.equal(await timeline.read((root) => root.querySelector(".search input").value), "取締");
			await method.take("Enter"); // Safari sends this key after the end of composing
			assert.equal(await timeline.text(".count"), "3 turns");
			await page.waitForFunction(() => location.hash === `#find=${encodeURIComponent("取締")}`);
			await page.keyboard.press("Enter");
			assert.equal(await timeline.text(".count"), "1 of 3 turns");
			assert.equal(await timeline.read((root) => root.querySelector("mark.now").closest("li").value), 2);
		});
	});

	test("a pause in composing shows what is found so far, and composing continues", async () => {
		await site.visit(at(), async (page, timeline) => {
			const method = await compose(page, timeline);
			await method.say("取締");
			await found(timeline, "3 turns");
			await method.say("取締役会");
			await method.commit("取締役会の");
			await timeline.until(() => location.hash === `#find=${encodeURIComponent("取締役会の")}`);
			assert.deepEqual(await timeline.marked(), [2, 4, 6]);
		});
	});
});
