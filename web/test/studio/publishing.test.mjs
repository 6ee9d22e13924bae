// Tests of publishing with the studio (the editor of transcripts): from the pasted text
// to the published page, and from there to a corrected version.
import assert from "node:assert/strict";
import { test } from "node:test";
import { longSource, seedLine, studioSite } from "../support/studiosite.mjs";

const site = studioSite();

/**
 * Opens a newsroom's article that contains this snippet. Returns how many turns the
 * widget shows in it.
 */
async function embedded(context, snippet) {
	const page = await context.newPage();
	await page.setRequestInterception(true);
	const body = `<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,"><p>Before.</p>${snippet}`;
	page.on("request", (request) => {
		if (request.url() !== `${site.origin}/article`) return request.continue();
		return request.respond({ contentType: "text/html; charset=utf-8", body });
	});
	await page.goto(`${site.origin}/article`);
	const live = (element) => element.shadowRoot?.querySelectorAll(".ql[data-live] .turn").length;
	const element = await page.waitForSelector("quote-timeline");
	const turns = await (await page.waitForFunction(live, {}, element)).jsonValue();
	await page.close();
	return turns;
}

test("the interview from paste to the article page, and corrected there", async () => {
	await site.visit({}, async (studio, context) => {
		await studio.page.focus("#paste");
		await studio.paste(seedLine());
		await studio.previewed(30);
		await studio.says("#report", "30turns");
		await studio.says("#report .group h3", "Suspicious label");
		await studio.says("#report .group li", "in turn 12: “Host:”");
		await studio.describe("The interview of that day");
		await studio.publish();
		await studio.says("#publishing", "Version 1 is published");
		await studio.press("Copy the script");
		await studio.until(async () => (await navigator.clipboard.readText()).includes("<quote-timeline"));
		const snippet = await studio.copied();
		assert.match(snippet, /<b>Mira Murati:<\/b> We don&#39;t know|<b>Mira Murati:<\/b> We don't know/);
		assert.equal(await embedded(context, snippet), 30);
		assert.equal(await embedded(context, snippet.replace(/<blockquote.*<\/blockquote>/s, "")), 30);
	});

	const id = "the-interview-of-that-day";
	const first = await site.json(`/v1/transcripts/${id}`);
	assert.equal(first.turns.length, 30);
	assert.equal(first.editing, "translated");
	const [, , , fourth] = first.turns;
	const tenth = first.turns[9];

	await site.visit({ path: `/studio?id=${id}` }, async (studio) => {
		await studio.previewed(30);
		await studio.says("#state", "Version 1 published");
		await studio.edit(4);
		await studio.fill(".turn-form textarea", fourth.text.replace("better", "different"));
		await studio.choose(".turn-form [aria-label=Speaker]", "mira-murati");
		await studio.press("Save");
		await studio.says('.turn-row[data-row="3"]', "Mira Murati");
		await studio.publish({ note: "The speaker was mistaken." });
		await studio.says("#publishing", "Version 2 is published");
		await studio.says("#publishing", "From version 1 to version 2");
		await studio.says("#publishing del", "better");
		await studio.says("#publishing ins", "different");
		await studio.says("#publishing ins", "Mira Murati");
	});

	const second = await site.json(`/v1/transcripts/${id}`);
	assert.equal(second.version, 2);
	assert.deepEqual(
		second.turns.map((turn) => turn.id),
		first.turns.map((turn) => turn.id),
		"every turn keeps its id",
	);
	assert.equal(second.turns[3].speaker, "mira-murati");
	assert.match(second.turns[3].text, /different/);
	assert.equal(second.corrections[0].note, "The speaker was mistaken.");
	for (const turn of [fourth, tenth]) {
		const page = await fetch(`${site.origin}/t/${id}/q/${turn.id}`);
		assert.equal(page.status, 200, "an old link holds");
	}
	const change = await site.json(`/v1/transcripts/${id}/versions/2?from=1`);
	assert.deepEqual(
		change.reworded.map((rewording) => rewording.turn),
		[fourth.id],
	);
});

/**
 * Publishes a transcript with one turn directly, without the studio. Returns the
 * transcript as it was stored.
 */
async function publish(id, text, more = {}) {
	const address = `/v1/transcripts/${id}`;
	const transcript = {
		title: "Twice",
		lang: "en",
		timing: "none",
		editing: "verbatim",
		speakers: [{ id: "a", name: "Speaker A", kind: "host" }],
		turns: [{ speaker: "a", kind: "statement", text }],
		...more,
	};
	const answer = await fetch(site.origin + address, {
		method: "PUT",
		headers: { Authorization: `Bearer ${site.token}`, "Content-Type": "application/json" },
		body: JSON.stringify(transcript),
	});
	const said = await answer.json();
	assert.ok(answer.ok, JSON.stringify(said));
	return site.json(`${address}/versions/${said.version}`);
}

/** Replaces the words of a transcript's only turn in the studio. */
async function reword(studio, words) {
	await studio.press("Turns");
	await studio.edit(1);
	await studio.fill(".turn-form textarea", words);
	await studio.press("Save");
	await studio.says(".turn-row", words);
}

test("two editors do not overwrite each other, and nothing is lost", async () => {
	const id = "twice";
	const first = await publish(id, "One word and another.");
	const [{ id: turn }] = first.turns;
	const correction = { date: "2024-02-03", turn, note: "Theirs." };
	await site.visit({ path: `/studio?id=${id}`, errors: [/412/] }, async (studio) => {
		await studio.previewed(1);
		await publish(id, "One word and a third.", { corrections: [correction] });
		await reword(studio, "One word and mine.");
		await studio.publish({ note: "Mine." });
		await studio.says("#publishing", "Another editor published version 2");
		await studio.says("#publishing del", "a third.");
		await studio.says("#publishing ins", "mine.");
		assert.equal((await site.json(`/v1/transcripts/${id}`)).version, 2);
		await studio.press("Publish mine over version 2");
		await studio.says("#publishing", "Version 3 is published");
	});
	const last = await site.json(`/v1/transcripts/${id}`);
	assert.equal(last.turns[0].text, "One word and mine.");
	const [theirs, { date, ...mine }] = last.corrections;
	assert.deepEqual(theirs, correction, "their correction is kept");
	assert.match(date, /^\d{4}-\d\d-\d\d$/);
	assert.deepEqual(mine, {
		turn,
		note: "Mine.",
		before: "One word and a third.",
		after: "One word and mine.",
	});
	assert.equal(last.corrections.length, 2);
});

test("a short name that is taken names the transcript that has it, which is not overwritten", async () => {
	await publish("taken", "One word.", { title: "Another interview" });
	await site.visit({ errors: [/412/] }, async (studio) => {
		await studio.page.focus("#paste");
		await studio.paste("Speaker A: Who was there?\nSpeaker B: All of us.\n");
		await studio.previewed(2);
		await studio.describe("Taken");
		await studio.publish();
		await studio.says("#publishing [role=alert]", "short name already: “Another interview”");
		const buttons = await studio.page.$$eval("#publishing [role=alert] button", (list) => list.length);
		assert.equal(buttons, 0, "there is no way over it");
		await studio.until(() => document.activeElement.id === "publish-id");
		await studio.fill("#publish-id", "not-taken");
		await studio.page.click("#publishing form .solid");
		await studio.says("#publishing", "Version 1 is published");
	});
	assert.equal((await site.json("/v1/transcripts/taken")).version, 1);
	assert.equal((await site.json("/v1/transcripts/not-taken")).version, 1);
});

test("what was withdrawn meanwhile is published again", async () => {
	await publish("withdrawn", "One word.");
	await site.visit({ path: "/studio?id=withdrawn", errors: [/412/, /410/] }, async (studio) => {
		await studio.previewed(1);
		await reword(studio, "Two words.");
		const headers = { Authorization: `Bearer ${site.token}` };
		const answer = await fetch(`${site.origin}/v1/transcripts/withdrawn`, { method: "DELETE", headers });
		assert.ok(answer.ok);
		await studio.publish();
		await studio.says("#publishing [role=alert]", "This transcript was withdrawn.");
		await studio.press("Publish it again");
		await studio.says("#publishing", "Version 3 is published");
	});
	assert.equal((await site.json("/v1/transcripts/withdrawn")).turns[0].text, "Two words.");
});

/**
 * Makes the entity tags of transcripts weak (W/"…"), as a CDN that compresses answers
 * does. Returns a function that returns how many answers were changed.
 */
async function weaken(page) {
	let weakened = 0;
	await page.setRequestInterception(true);
	page.on("request", async (request) => {
		if (request.method() !== "GET" || !request.url().includes("/v1/transcripts/")) return request.continue();
		const answer = await fetch(request.url(), { headers: { Accept: request.headers().accept } });
		const headers = Object.fromEntries(answer.headers);
		delete headers["content-encoding"];
		assert.match(headers.etag, /^"/);
		weakened++;
		headers.etag = `W/${headers.etag}`;
		return request.respond({
			status: answer.status,
			headers,
			body: Buffer.from(await answer.arrayBuffer()),
		});
	});
	return () => weakened;
}

test("a transcript is corrected through an edge that makes entity tags weak", async () => {
	const id = "weak";
	await publish(id, "One word.");
	await site.visit({ errors: [/412/] }, async (studio) => {
		const weakened = await weaken(studio.page);
		await studio.fill("#published-id", id);
		await studio.press("Open");
		await studio.previewed(1);
		await reword(studio, "Two words.");
		await studio.publish();
		await studio.says("#publishing", "Version 2 is published");
		const [{ note, before, after }] = (await site.json(`/v1/transcripts/${id}`)).corrections;
		assert.deepEqual([note, before, after], ["", "One word.", "Two words."]);
		for (const path of [`/t/${id}`, `/embed/${id}`, `/v1/transcripts/${id}/embed?kind=static`])
			assert.match(await site.html(path), />Correction, <time /, path);
		await studio.page.keyboard.press("Escape");
		await publish(id, "Theirs.");
		await reword(studio, "Three words.");
		await studio.publish();
		await studio.press("Publish mine over version 3");
		await studio.says("#publishing", "Version 4 is published");
		assert.ok(weakened() >= 3, `${weakened()} answers were weakened`);
	});
});

test("a token that is not known, faults and no network say what to do", async () => {
	await site.visit({ errors: [/401/, /409/, /ERR_INTERNET_DISCONNECTED/] }, async (studio) => {
		await studio.page.focus("#paste");
		await studio.paste("Speaker A: Who was there?\nSpeaker B: All of us.\n");
		await studio.previewed(2);
		await studio.press("Publish");
		await studio.until(() => document.activeElement.id === "publish-title");
		for (const name of ["lang", "editing", "id"])
			await studio.page.waitForSelector(`#publish-${name}:required`, { visible: true });
		await studio.page.keyboard.press("Escape");
		await studio.describe("Faults");
		await studio.publish({ token: "ql_nobody_knows" });
		await studio.says("#publishing [role=alert]", "This token is not known.");
		await studio.says("#publishing [role=alert]", "Your work is kept here.");
		await studio.page.setOfflineMode(true);
		await studio.page.click("#publishing form .solid");
		await studio.says("#publishing [role=alert]", "The server cannot be reached.");
		await studio.page.setOfflineMode(false);
		await studio.fill("#publish-id", "altman-murati-2023");
		await studio.fill("#token", site.token);
		await studio.page.click("#publishing form .solid");
		await studio.says("#publishing [role=alert]", "Choose another short name.");
		await studio.fill("#publish-id", "No Slug");
		await studio.page.click("#publishing form .solid");
		await studio.says("#publishing [role=alert]", "The short name");
		await studio.fill("#publish-id", "faults");
		await studio.page.click("#publishing form .solid");
		await studio.says("#publishing", "Version 1 is published");
		assert.equal(await studio.page.evaluate(() => sessionStorage.length + localStorage.length), 0);
	});
});

test("a newer source that is opened while publishing begins leaves the dialog usable", async () => {
	await site.visit({}, async (studio) => {
		const talk = Buffer.from("Speaker A: Who was there?\nSpeaker B: All of us.\n");
		await studio.drop("talk.txt", talk);
		await studio.previewed(2);
		await studio.describe("Overtaken");
		await studio.fill("#field-id", "overtaken");
		await studio.says("#title", "Overtaken");
		await studio.press("Publish");
		await studio.page.waitForSelector("#token", { visible: true });
		await studio.fill("#token", site.token);
		// While the long source is being read, a click on Publish has to wait. Then
		// another source is opened, so the reading of the long one ends.
		await studio.drop("long.txt", Buffer.from(longSource(300_000)));
		await studio.page.click("#publishing form .solid");
		await studio.drop("talk.txt", talk);
		await studio.says("#publishing [role=alert]", "Nothing was published.");
		await studio.until(() => !document.querySelector("#publishing form .solid").disabled);
	});
	assert.equal((await site.json("/v1/transcripts/overtaken")).status, 404);
});
