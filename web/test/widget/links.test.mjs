// Tests of links to turns: opening a URL that names a turn, following links in the page,
// and copying links.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eachWidget } from "../support/browser.mjs";
import { focused } from "../support/timeline.mjs";

eachWidget("Links", (site) => {
	/** The URL fragment that identifies turn n, as in "#q=ID". */
	const fragment = async (n) => `#q=${(await site.transcript()).turns[n - 1].id}`;

	/** Fails unless turn n is visible and is the only turn that is shown as linked. */
	const landed = async (timeline, n) => {
		await timeline.until((root, n) => root.querySelector(".linked")?.parentElement.value === n, n);
		assert.deepEqual(await timeline.linked(), [n]);
		assert.equal(await timeline.text(".linked .flag"), "Linked turn");
		assert.equal(await timeline.read((root) => root.querySelector(".linked").ariaCurrent), "true");
		assert.ok(await timeline.inView(n), `turn ${n} is in the viewport`);
	};

	for (const [device, width] of [
		["a desk", 1280],
		["a phone", 390],
	]) {
		test(`an address with a turn lands there, on ${device}`, async () => {
			await site.visit({ path: `/${await fragment(22)}`, width }, async (page, timeline) => {
				await landed(timeline, 22);
				assert.equal(
					await page.evaluate(() => document.activeElement === document.body),
					true,
					"the focus is left alone",
				);
			});
		});
	}

	test("the transcript's own page goes to the turn too", async () => {
		await site.visit(`/t/altman-murati-2023${await fragment(22)}`, (_, timeline) => landed(timeline, 22));
	});

	test("an address with an unknown turn shows the page as it is", async () => {
		await site.visit({ path: "/#q=nobody", errors: [/404/] }, async (page, timeline) => {
			assert.deepEqual(await timeline.linked(), []);
			assert.equal(await page.evaluate(() => scrollY), 0);
		});
	});

	test("a changed fragment goes to its turn, and Back returns", async () => {
		const [first, second] = [await fragment(22), await fragment(5)];
		await site.visit(`/${first}`, async (page, timeline) => {
			await landed(timeline, 22);
			await page.evaluate((hash) => {
				location.hash = hash;
			}, second);
			await landed(timeline, 5);
			await page.goBack();
			await landed(timeline, 22);
		});
	});

	test("leaving the linked turn by Back takes the mark away", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.click('.seg[data-n="22"]');
			await landed(timeline, 22);
			await page.goBack();
			await timeline.until((root) => !root.querySelector(".linked"));
			assert.equal(await timeline.text(".flag"), "");
		});
	});

	test("a linked turn is shown even where a filter hides it", async () => {
		const hash = await fragment(22);
		await site.visit("/", async (page, timeline) => {
			await timeline.press("only Mira Murati");
			await page.evaluate((hash) => {
				location.hash = hash;
			}, hash);
			await landed(timeline, 22);
		});
	});

	test("a segment leads to its quote and names it in the address", async () => {
		const hash = await fragment(12);
		await site.visit("/", async (page, timeline) => {
			await timeline.click('.seg[data-n="12"]');
			await landed(timeline, 12);
			assert.equal(await focused(page), "link Turn 12");
			assert.equal(page.url(), `${site.origin}/${hash}`);
		});
	});

	test("a topic above the line leads to its first turn", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.click('.band-label[data-n="19"]');
			await landed(timeline, 19);
			assert.equal(await focused(page), "link Turn 19");
		});
	});

	test("with Control a segment opens the quote's page in another tab", async () => {
		const { turns } = await site.transcript();
		await site.visit("/", async (page, timeline) => {
			const opened = page.browserContext().waitForTarget((target) => target.url().includes("/q/"));
			await page.keyboard.down("Control");
			await timeline.click('.seg[data-n="12"]');
			await page.keyboard.up("Control");
			assert.equal((await opened).url(), `${site.origin}/t/altman-murati-2023/q/${turns[11].id}`);
			assert.equal(page.url(), `${site.origin}/`);
		});
	});

	test("pointing at a segment shows the beginning of its quote", async () => {
		await site.visit("/", async (page, timeline) => {
			const preview = () =>
				timeline.read((root) => {
					const box = root.querySelector(".preview");
					return box.checkVisibility({ visibilityProperty: true }) && box.textContent;
				});
			assert.equal(await preview(), false);
			await (await timeline.find('.seg[data-n="12"]')).hover();
			assert.match(await preview(), /^Sam Altman Turn 12 of 30, \d+ wordsThis is really interesting/);
			await page.mouse.move(0, 0);
			await timeline.until((root) => !root.querySelector(".preview[data-shown]"));
		});
	});

	test("“Copy link” puts the turn's address on the clipboard and says so", async () => {
		const hash = await fragment(22);
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		await site.visit({ path: "/?from=letter#top", permissions }, async (page, timeline) => {
			await timeline.press("Copy link to turn 22");
			await timeline.until((root) => root.querySelector("[data-done]"));
			const copied = await page.evaluate(() => navigator.clipboard.readText());
			assert.equal(copied, `${site.origin}/?from=letter${hash}`);
			assert.equal(await timeline.text("[role=status]"), "Copied");
			const label = await timeline.read((root) => {
				const button = root.querySelector("[data-done]");
				return [button.dataset.n, getComputedStyle(button, "::after").content];
			});
			assert.deepEqual(label, ["22", '"Copied"']);
			// The message that the link was copied disappears after two seconds.
			await timeline.until((root) => !root.querySelector("[data-done]"));
		});
	});

	test("a copied link has the page's canonical address, without what follows the reader", async () => {
		const hash = await fragment(22);
		const permissions = ["clipboard-read", "clipboard-sanitized-write"];
		const path = "/?id=1&utm_source=letter&gift=secret&fbclid=x";
		await site.visit({ path, permissions }, async (page, timeline) => {
			const copied = async () => {
				await timeline.press("Copy link to turn 22");
				await timeline.until((root) => root.querySelector("[data-done]"));
				return page.evaluate(() => navigator.clipboard.readText());
			};
			/** Gives the page a <link rel="canonical"> with this address. */
			const name = (href) =>
				page.evaluate((href) => {
					document.querySelector("link[rel=canonical]")?.remove();
					document.head.append(Object.assign(document.createElement("link"), { rel: "canonical", href }));
				}, href);
			assert.equal(await copied(), `${site.origin}/?id=1${hash}`);
			await name("/story");
			assert.equal(await copied(), `${site.origin}/story${hash}`);
			await name("https://agency.example/story");
			assert.equal(await copied(), `${site.origin}/?id=1${hash}`);
		});
	});
});
