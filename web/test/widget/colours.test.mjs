// Tests the contrast of the colours, and whether readers with colour blindness can
// distinguish the colours of the speakers. Both are calculated from the style sheets
// alone, because every browser draws the same colours.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { contrast, distance, parse, simulate } from "../support/colour.mjs";

const folder = new URL("../../css/", import.meta.url).pathname;
const sheets = globSync(`${folder}{*,live/*}.css`)
	// page.css and embed.css are left out: they style the pages around the element, not
	// the element.
	.filter((file) => !["page.css", "embed.css"].includes(basename(file)))
	.map((file) => readFileSync(file, "utf8"));
const schemes = ["light", "dark"];

/**
 * The colours that the style sheets define as custom properties. The keys are the
 * properties' names without "--". Each value has the colour in the light and in the
 * dark scheme.
 */
const tokens = new Map();
for (const [, name, value] of sheets.join().matchAll(/^\t--([a-z0-9-]+):\s*([^;]+);/gm)) {
	const colours = value.match(/#[0-9a-f]{3,8}/gi);
	if (colours && !tokens.has(name))
		tokens.set(name, { light: parse(colours[0]), dark: parse(colours.at(-1)) });
}
const speakers = [...tokens.keys()].filter((name) => /^s\d$/.test(name));
assert.equal(speakers.length, 8);
const colour = (name, scheme) => tokens.get(name)[scheme];

/**
 * Which colours must have enough contrast: for each background, the colours of the text
 * that appears on it. WCAG 2.2 requires 4.5 to 1 for text (1.4.3), and 3 to 1 for
 * graphics (1.4.11).
 */
const text = {
	paper: ["ink", "ink-2", "ink-3", "accent"],
	tint: ["ink", "ink-2", "ink-3", "accent"],
	mark: ["ink"],
	"mark-now": ["mark-now-ink"],
};
const graphics = {
	paper: ["ctl", "accent", "ink", ...speakers],
	tint: ["accent", "ink", ...speakers],
};
/**
 * Colours that need no contrast: those of decoration, of disabled controls, and of the
 * backgrounds themselves.
 */
const free = ["hair", "paper", "tint", "mark", "mark-now"];

function check(pairs, least) {
	for (const scheme of schemes) {
		for (const [ground, names] of Object.entries(pairs)) {
			for (const name of names) {
				const ratio = contrast(colour(name, scheme), colour(ground, scheme));
				assert.ok(ratio >= least, `${name} on ${ground}, ${scheme}: ${ratio.toFixed(2)}, less than ${least}`);
			}
		}
	}
}

test("text has a contrast of 4.5 to 1 on its ground", () => check(text, 4.5));

test("controls, marks and every speaker's bars have a contrast of 3 to 1", () => check(graphics, 3));

test("every colour that the style uses is in these pairs", () => {
	const known = new Set([...Object.values(text), ...Object.values(graphics)].flat().concat(free, "c"));
	const uses =
		/(?:color|fill|stroke|background|border[a-z-]*|outline|decoration)[a-z-]*:[^;]*?var\(--([a-z0-9-]+)/g;
	const used = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(uses)].map(([, name]) => name)));
	const colours = [...used].filter((name) => tokens.has(name) || name === "c");
	assert.deepEqual(
		colours.filter((name) => !known.has(name)),
		[],
	);
	assert.ok(colours.length > 10, `${colours}`);
	const raw = sheets.filter((sheet) =>
		/:\s*[^;]*(#[0-9a-f]{3,8}\b|rgb\(|hsl\()/i.test(sheet.replace(/^\t--.*;$/gm, "")),
	);
	assert.deepEqual(raw, [], "every colour is a token");
});

for (const [sight, count, least] of [
	["normal", 4, 20],
	["protan", 4, 20],
	["deutan", 4, 20],
	["tritan", 4, 20],
	["normal", 8, 13],
	["protan", 8, 13],
	["deutan", 8, 13],
	["tritan", 8, 13],
]) {
	test(`${sight} vision distinguishes the first ${count} speakers`, () => {
		for (const scheme of schemes) {
			const seen = speakers.slice(0, count).map((name) => simulate(colour(name, scheme), sight));
			for (const [i, a] of seen.entries()) {
				for (const [k, b] of seen.slice(0, i).entries()) {
					const apart = distance(a, b);
					assert.ok(apart >= least, `speakers ${k + 1} and ${i + 1}, ${scheme}: ${apart.toFixed(1)}`);
				}
			}
		}
	});
}
