// Tests what the browser reports to assistive technology, and how the <quote-timeline>
// element follows the reader's system settings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "../support/axe.mjs";
import { eachWidget, widgets } from "../support/browser.mjs";
import { accessibilityTree } from "../support/timeline.mjs";

/**
 * Steps that bring a timeline into different states. They run in this order, and each
 * continues from the state of the previous step.
 */
const states = {
	initial: async () => {},
	linked: (timeline) => timeline.click('.num[data-n="22"]'),
	searched: async (timeline, page) => {
		await timeline.search("board");
		await page.keyboard.press("Enter");
	},
	"nothing found": (timeline) => timeline.search("shareholders"),
	filtered: async (timeline, page) => {
		await page.keyboard.press("Escape");
		for (const lane of [0, 1]) await timeline.click(`.switch[data-lane="${lane}"]`);
	},
};

eachWidget("Accessibility", (site) => {
	// All builds of the widget write the same markup, as corpus.test.mjs checks. So only
	// the first build is tested with all four looks, and any other build with the first
	// look only.
	const looks = [
		[1280, "light"],
		[1280, "dark"],
		[390, "light"],
		[390, "dark"],
	];
	for (const path of ["/", "/t/altman-murati-2023"]) {
		for (const [width, scheme] of site.widget === widgets[0] ? looks : looks.slice(0, 1)) {
			test(`axe-core finds nothing on ${path} at ${width} px, ${scheme}`, async () => {
				await site.visit({ path, width, scheme }, async (page, timeline) => {
					for (const [state, enter] of Object.entries(states)) {
						await enter(timeline, page);
						assert.deepEqual(await findings(page, { scheme }), [], state);
					}
				});
			});
		}
	}

	test("the page of a transcript has its words once", async () => {
		const { turns } = await site.transcript();
		await site.visit("/t/altman-murati-2023", async (page) => {
			const nodes = await accessibilityTree(page, await page.$("body"));
			const texts = nodes.filter(({ role }) => role === "StaticText").map(({ name }) => name);
			for (const { text } of turns) {
				const words = text.split("\n")[0];
				assert.equal(texts.filter((said) => said.includes(words)).length, 1, words);
			}
		});
	});

	test("a turn is an article with its place, speaker, number and words", async () => {
		const { turns } = await site.transcript();
		await site.visit("/", async (page, timeline) => {
			const nodes = await accessibilityTree(page, await timeline.find('li[value="22"]'));
			const named = (role) => nodes.filter((node) => node.role === role).map(({ name }) => name);
			assert.equal(nodes[0].role, "listitem");
			assert.deepEqual(named("article"), ["Sam Altman, Turn 22 of 30"]);
			assert.deepEqual(named("link"), ["Turn 22"]);
			assert.deepEqual(named("button"), ["Copy link to turn 22", "Cite turn 22"]);
			const texts = named("StaticText").join(" ");
			assert.ok(texts.includes("Sam Altman"), texts);
			for (const paragraph of turns[21].text.split("\n")) assert.ok(texts.includes(paragraph), texts);
		});
	});

	test("switches are named for their speaker and say whether they are on", async () => {
		await site.visit("/", async (page, timeline) => {
			await timeline.click('.switch[data-lane="0"]');
			const switches = (await accessibilityTree(page, await timeline.find(".chips")))
				.filter(({ pressed }) => pressed !== undefined)
				.map(({ role, name, pressed }) => [role, name.replace(/ \d.*/, ""), pressed]);
			assert.deepEqual(switches, [
				["button", "Host", false],
				["button", "Sam Altman", true],
				["button", "Mira Murati", true],
			]);
		});
	});

	for (const path of ["/", "/t/altman-murati-2023"]) {
		test(`nothing scrolls sideways on ${path} at 320 px`, async () => {
			await site.visit({ path, width: 320 }, async (page, timeline) => {
				for (const [state, enter] of Object.entries(states)) {
					await enter(timeline, page);
					assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320, state);
				}
			});
		});
	}

	for (const [motion, behavior] of [
		["reduce", "instant"],
		["no-preference", "smooth"],
	]) {
		test(`with prefers-reduced-motion: ${motion} the scroll to a quote is ${behavior}`, async () => {
			const prepare = () => {
				globalThis.scrolls = [];
				const { scrollIntoView } = Element.prototype;
				Element.prototype.scrollIntoView = function (options) {
					scrolls.push(options.behavior);
					return scrollIntoView.call(this, options);
				};
			};
			await site.visit({ path: "/", motion, prepare }, async (page, timeline) => {
				await timeline.read((root) => root.querySelector('.seg[data-n="22"]').focus());
				await page.keyboard.press("Enter");
				assert.deepEqual(await page.evaluate(() => scrolls), [behavior]);
			});
		});
	}

	test("at 400 % the strip takes at most a fifth of the window's height", async () => {
		await site.visit(
			{ path: "/t/altman-murati-2023", width: 320, height: 256, live: false },
			async (_, timeline) => {
				await timeline.element.scrollIntoView();
				await timeline.live();
				await timeline.read((root) => root.querySelector('li[value="22"]').scrollIntoView());
				await timeline.until((root) => root.querySelector("[data-stuck]"));
				const height = await timeline.read(
					(root) => root.querySelector(".strip").getBoundingClientRect().height,
				);
				assert.ok(height > 40 && height <= 256 / 5, `${height} px`);
			},
		);
	});

	test("wider letters, words and lines cut off no name", async () => {
		for (const width of [390, 1280])
			await site.visit({ path: "/", width }, async (_, timeline) => {
				const cut = await timeline.read((root) => {
					const sheet = new CSSStyleSheet(); // the values of WCAG 2.2, success criterion 1.4.12
					sheet.replaceSync(
						"*{letter-spacing:.12em!important;line-height:1.5!important;word-spacing:.16em!important}p{margin-bottom:2em!important}",
					);
					root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
					return [...root.querySelectorAll(".who, .name bdi")]
						.filter((name) => name.clientWidth && name.scrollWidth > name.clientWidth + 1)
						.map((name) => name.textContent);
				});
				assert.deepEqual(cut, [], `${width} px`);
			});
	});

	test("no element has a transition if the reader wants less motion", async () => {
		await site.visit("/", async (_, timeline) => {
			const moving = await timeline.read((root) =>
				[...root.querySelectorAll("*")]
					.filter((node) =>
						getComputedStyle(node)
							.transitionDuration.split(", ")
							.some((time) => time !== "0s"),
					)
					.map((node) => node.className),
			);
			assert.deepEqual([...new Set(moving)], []);
		});
	});

	test("with forced colours every turn's bar and name stay visible", async () => {
		await site.visit("/", async (page, timeline) => {
			const session = await page.createCDPSession();
			await session.send("Emulation.setEmulatedMedia", {
				features: [{ name: "forced-colors", value: "active" }],
			});
			const seen = await timeline.read((root) => {
				const paper = getComputedStyle(root.querySelector(".ql")).backgroundColor;
				return [...root.querySelectorAll(".seg .bar")].filter((bar) => getComputedStyle(bar).fill !== paper)
					.length;
			});
			assert.equal(seen, 30);
		});
	});
});
