// Tests that a correction reaches all readers: those who load the page again, have it open,
// follow a link to words, or read a frame in another page.
import { after, before, test } from "node:test";
import { talk } from "../../../worker/test/support/talks.mjs";
import { eachEngine } from "../support/fixture.mjs";
import { live, until } from "../support/frame.mjs";
import { startProxy } from "../support/proxy.mjs";
import { servePublisher } from "../support/publisher.mjs";

const question = "host: Who built the arch by the harbour?";
const earlier = talk([question, "ann: My grandfather did, with two friends and a borrowed cart."]);
const corrected = talk([question, "ann: My grandfather did, with three friends and a borrowed cart."]);
const linked = "20-36~2a2c9a55"; // "with two friends", and the hash of these words

/**
 * Runs in the page. Returns the text of the quotes, and proof: the note that says whether
 * the words that the page's address names are unchanged.
 */
const read = () => {
	const root = document.querySelector("quote-timeline")?.shadowRoot;
	return {
		text: root?.querySelector(".list")?.textContent ?? "",
		proof: root?.querySelector(".proof")?.textContent ?? "",
	};
};
/** Replaces the result of read() if read() fails, as it does while the page is being loaded. */
const nothing = { text: "", proof: "no page" };
/** Runs in the page. Does what the browser does when the reader comes back from another tab. */
const comeBack = () => document.dispatchEvent(new Event("visibilitychange"));

eachEngine("Corrections", (fixture) => {
	let publisher, proxy, origin;
	before(async () => {
		const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");
		publisher = await servePublisher(widget);
		proxy = await startProxy(publisher.origin);
		origin = `http://127.0.0.1:${proxy.port}`;
	});
	after(async () => {
		proxy?.close();
		await publisher?.stop();
	});

	/**
	 * Publishes a transcript and opens a page. When the page shows the old words, it calls
	 * early, publishes the correction and calls act. Then it waits for the new words.
	 */
	async function correct({ id, url, frame, early, act }) {
		const { turns } = await publisher.publish(id, earlier);
		const link = `q=${turns[1].id}:${linked}`;
		const view = await fixture.browser.open({});
		const run = frame ? view.runIn.bind(view, "iframe") : view.run.bind(view);
		const says = (what, pattern, part = "text") =>
			until(async () => pattern.test((await run(read).catch(() => nothing))[part]), `${id}: ${what}`);
		await view.goto(url(link));
		await until(() => run(live), "the program runs");
		await says("the old words", /two friends/);
		await early?.(run, says, link);
		await publisher.publish(id, corrected);
		await act(run, says, link);
		await says("the new words", /three friends/);
		await view.close();
	}

	test("a page that is loaded again: a right copy is confirmed with 304, an old one is replaced", () =>
		correct({
			id: "loaded",
			url: () => `${origin}/t/loaded`,
			early: async (run, says) => {
				await run(() => location.reload());
				// When a page is loaded again, WebKitGTK fetches all of it, even if it has a copy.
				if (fixture.engine === "WebKitGTK") return says("the old words again", /two friends/);
				await until(() => proxy.answers.includes("/t/loaded 304"), "the page's copy is confirmed");
				await until(
					() => proxy.answers.includes("/v1/transcripts/loaded 304"),
					"the data's copy is confirmed",
				);
			},
			act: (run) => run(() => location.reload()),
		}));

	test("a page that has been open: the new words come when the reader comes back", () =>
		correct({ id: "open", url: () => `${origin}/t/open`, act: (run) => run(comeBack) }));

	test("a frame in another page: the new words come when the reader comes back", () =>
		correct({
			id: "framed",
			frame: true,
			url: () =>
				fixture.publish(
					`<!doctype html><iframe src="${origin}/embed/framed" width="600" height="600"></iframe>`,
				),
			act: (run) => run(comeBack),
		}));

	test("a link to words in an open page: unchanged before the correction, then what has changed", () =>
		correct({
			id: "linked",
			url: (link) => `${origin}/t/linked#${link}`,
			early: (_run, says) => says("unchanged", /linked, unchanged/, "proof"),
			act: async (run, says, link) => {
				await run(() => {
					location.hash = "";
				});
				await says("no link", /^$/, "proof");
				await run((hash) => {
					location.hash = hash;
				}, link);
				await says("what changed", /changed on .*two.*three/, "proof");
			},
		}));
});
