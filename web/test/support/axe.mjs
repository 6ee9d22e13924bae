// Checks a page with axe-core, a library that finds accessibility errors.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Returns the accessibility violations that axe-core finds, one readable line for each.
 *
 * @param {import("puppeteer-core").Page} page
 * @param {{scheme?: "light" | "dark", within?: string}} [where] scheme: with "dark", only the rules
 *   about colours run, because a scheme changes nothing else; within: a selector that limits the
 *   check, for the whole page by default
 */
export async function findings(page, { scheme = "light", within } = {}) {
	if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
	const options = { resultTypes: ["violations"], preload: false };
	if (scheme === "dark") options.runOnly = ["color-contrast", "link-in-text-block"];
	const { violations } = await page.evaluate(
		(within, options) => axe.run(within ?? document, options),
		within,
		options,
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
	);
}
