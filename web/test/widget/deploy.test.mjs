// Tests that pages which are open while the site gets a new release still become
// interactive. The Worker of the older release ends, and that of the new one starts at the
// same address, with the same database.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort, makeState, startWrangler } from "../../../worker/test/support/wrangler.mjs";
import { borrowBrowser } from "../support/launch.mjs";
import { Timeline } from "../support/timeline.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");
const id = "altman-murati-2023";

let folder, state, port, browser, release, worker;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "quoteline-"));
	[state, port, { browser, release }] = [await makeState(), await freePort(), await borrowBrowser()];
	await makeReleases();
});
after(async () => {
	await worker?.stop();
	await release?.();
	for (const name of [folder, state]) if (name) await rm(name, { recursive: true, force: true });
});

const node = (...args) => promisify(execFile)(process.execPath, args, { cwd: root });

/**
 * Makes the folders of two releases. The program of the second has another hash, because
 * the test adds a custom section with the name "next" (WebAssembly, section 5.5.3) to it.
 */
async function makeReleases() {
	await cp(join(root, `dist/public-${widget}`), join(folder, "first"), { recursive: true });
	await writeFile(join(folder, "first/far.html"), farPage);
	await cp(join(root, `dist/widget/${widget}`), join(folder, "widget"), { recursive: true });
	await appendFile(join(folder, "widget/widget.wasm"), Buffer.from("\0\x05\x04next", "latin1"));
	await node("web/build.mjs", join(folder, "widget"), "dist/studio", join(folder, "second"));
}

/** A page whose element is far below the window, so that only its script is loaded. */
const farPage = `<!doctype html>
<html lang="en">
<title>Far</title>
<link rel="icon" href="data:,">
<div style="height: 5000px">An article</div>
<quote-timeline src="/v1/transcripts/${id}"><blockquote>Why were you fired?</blockquote></quote-timeline>
<script type="module" src="/quote-timeline.js"></script>`;

/**
 * Runs in the page: pretends that the browser is set to save data. So the program starts
 * only when the reader touches the element.
 */
function saveData() {
	Object.defineProperty(navigator, "connection", { value: { saveData: true } });
}

async function start(name) {
	worker = await startWrangler({ assets: join(folder, name), state, port });
}

/** Opens a page without a cache. Collects the path and the status of each answer that the page gets. */
async function open(path, prepare) {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	await page.setCacheEnabled(false);
	if (prepare) await page.evaluateOnNewDocument(prepare);
	const asked = [];
	page.on("response", (response) => asked.push([new URL(response.url()).pathname, response.status()]));
	await page.goto(worker.origin + path, { waitUntil: "networkidle0" });
	return {
		page,
		asked,
		timeline: new Timeline(await page.$("quote-timeline")),
		close: () => context.close(),
	};
}

test("pages that were open before a deploy still become interactive", async () => {
	await start("first");
	const far = await open("/far");
	const shown = await open("/", saveData);
	await shown.timeline.shown();
	for (const { asked } of [far, shown]) {
		assert.ok(!asked.some(([path]) => path.endsWith(".wasm")), "the program is not loaded yet");
	}
	await node("worker/releases.mjs", worker.origin, join(folder, "second"));
	await worker.stop();
	await start("second");

	const list = JSON.parse(await readFile(join(folder, "second/releases.json"), "utf8"));
	const wake = [
		[far, (timeline) => timeline.element.scrollIntoView()],
		[shown, (timeline) => timeline.click(".title")],
	];
	for (const [{ asked, timeline, close }, touch] of wake) {
		asked.length = 0;
		await touch(timeline);
		await timeline.live();
		await timeline.press("only Mira Murati");
		assert.equal((await timeline.rows()).length, 7);
		const programs = asked
			.map(([path]) => path.slice("/assets/".length))
			.filter((name) => name.endsWith(".wasm"));
		assert.equal(programs.length, 1);
		assert.notEqual(list[programs[0]], "", "it is the program of the older release");
		assert.deepEqual(
			asked.filter(([, status]) => status >= 400),
			[],
		);
		await close();
	}

	const fresh = await open("/");
	await fresh.timeline.live();
	const [program] = fresh.asked.filter(([path]) => path.endsWith(".wasm"));
	assert.equal(list[program[0].slice("/assets/".length)], "", "a new page loads the new program");
	await fresh.close();
});
