// Tests which hosts the reader's browser sends requests to, and that nothing is stored.
// The page's content security policy must not be violated.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget, interview } from "../support/browser.mjs";

/** Uses the element as a reader does: searches, filters, follows a quote's link, and copies. */
async function use(page, timeline) {
	await timeline.search("board");
	await page.keyboard.press("Enter");
	await timeline.press("only Mira Murati");
	await timeline.press("Show all");
	await timeline.click('.seg[data-n="22"]');
	await timeline.press("Copy link to turn 22");
	await timeline.until((root) => root.querySelector("[data-done]"));
}

eachWidget("Privacy", (site) => {
	for (const path of ["/", "/t/altman-murati-2023", "/demo/two"]) {
		test(`${path}: nothing is asked of another host, nothing stored, and no policy broken`, async () => {
			const asked = new Set();
			const answers = (url) => {
				asked.add(new URL(url).origin);
			};
			// A violation of the page's security policy is reported as an error. Any
			// such error makes the visit fail.
			await site.visit({ path, answers }, async (page, timeline) => {
				await use(page, timeline);
				assert.deepEqual(
					[...asked].filter((origin) => origin !== "null"),
					[site.origin],
				); // "null" is the origin of data: URLs, which send no request
				assert.deepEqual(await page.browserContext().cookies(), []);
				const stored = await page.evaluate(async () => [
					document.cookie,
					localStorage.length,
					sessionStorage.length,
					(await indexedDB.databases()).length,
					(await caches.keys()).length,
					(await navigator.serviceWorker.getRegistrations()).length,
				]);
				assert.deepEqual(stored, ["", 0, 0, 0, 0, 0]);
			});
		});
	}

	test("requests of the element carry no credentials", async () => {
		await site.visit({ path: "/", live: false, height: 100 }, async (page, timeline) => {
			await page.setCookie({ name: "session", value: "secret", url: site.origin });
			const session = await page.createCDPSession();
			await session.send("Network.enable");
			const urls = new Map();
			const cookies = new Map();
			session.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
			session.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) =>
				cookies.set(requestId, headers.Cookie),
			);
			await page.evaluate(() => scrollTo(0, 500));
			await timeline.live();
			for (const ending of [".wasm", interview]) {
				const [requestId] = [...urls].find(([, url]) => url.endsWith(ending));
				assert.ok(cookies.has(requestId), ending);
				assert.equal(cookies.get(requestId), undefined, ending);
			}
		});
	});
});
