// Tests of the way from a dropped file to the published transcript, with its snippet in the
// clipboard. An editor needs at most five actions for a source without doubts, and one more
// for each doubt. An action is a drop, a click, or keys that are pressed in one field.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { archive } from "../support/archive.mjs";
import { checksShown, Editor } from "../support/editorwalk.mjs";
import { studioSite } from "../support/studiosite.mjs";

const site = studioSite();
const mostActions = 5;

/**
 * Publishes with the publish dialog: keeps the proposed short name (the transcript's name
 * in its address), and types the token. Fails if the number of the editor's actions is
 * greater than the argument most, or if the snippet is not in the clipboard afterwards.
 * Returns the published transcript.
 */
async function publish(editor, most = mostActions) {
	await editor.keys("Token", site.token, "Enter");
	await editor.studio.says("#publishing", "Version 1 is published");
	await editor.studio.says("#publishing", "The snippet with the script is in the clipboard.");
	const { actions } = editor;
	assert.ok(actions.length <= most, `${actions.length} actions: ${actions.join(", ")}`);
	const snippet = await editor.page.$eval("[data-snippet=script]", (field) => field.value);
	assert.equal(await editor.studio.copied(), snippet);
	const id = new URL(editor.page.url()).searchParams.get("id");
	return site.json(`/v1/transcripts/${id}`);
}

/** The turns of a transcript, each as "Name: words" or, without a speaker, as the words. */
function spoken({ speakers, turns }) {
	const names = new Map(speakers.map(({ id, name }) => [id, name]));
	return turns.map(({ speaker, text }) => (speaker ? `${names.get(speaker)}: ${text}` : text));
}

const png = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
	"base64",
);

/**
 * Makes a document as Microsoft Teams writes it: in each paragraph a picture, a bold name, a
 * time, and after a line break the words.
 */
function teamsDocument(title, lines) {
	const run = (text, bold = "") => `<w:r><w:rPr>${bold}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
	const picture =
		'<w:r><w:drawing><wp:inline><wp:extent cx="304800" cy="304800"/><wp:docPr id="1" name="" descr=""/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
	const spoken = ([name, time, words]) =>
		`<w:p>${picture}${run(name, '<w:b/><w:color w:val="616161"/>')}${run(`   ${time}`)}<w:r><w:br/><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
	const head = [run(title, "<w:b/>"), run("4 March 2026, 10:02AM"), run("12m 9s")];
	const about = (words) => `<w:p>${run("Ada Long", "<w:b/>")}${run(` ${words} transcription`)}</w:p>`;
	const names = ["w", "r", "wp", "a", "pic"].map((prefix) => `xmlns:${prefix}="urn:${prefix}"`);
	return archive({
		"[Content_Types].xml":
			'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
		"_rels/.rels":
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${names.join(" ")}><w:body>${head.map((text) => `<w:p>${text}</w:p>`).join("")}${about("started")}${lines.map(spoken).join("")}${about("stopped")}<w:sectPr/></w:body></w:document>`,
		"word/media/image1.png": png,
	});
}

const meeting = [
	["Ada Long", "0:03", "Good morning. What do we know about the bridge that they want to build?"],
	["Ben Ott (Guest)", "0:09", "That it is there on the map, and that they have not asked for the money yet."],
	["Ada Long", "1:02:05", "And what is it that they would say about this if you were to ask?"],
];

test("a meeting of Microsoft Teams as DOCX", async () => {
	await site.visit({}, async (studio) => {
		const editor = new Editor(studio);
		const title = "Bridge-20260304_100200-Meeting Recording";
		await editor.drop("Bridge.docx", teamsDocument(title, meeting));
		assert.deepEqual(await checksShown(studio.page), []);
		await studio.says(
			".proposals",
			"Title: Bridge(it is the first line of the source, without the time of the recording)",
		);
		await editor.click("Use all 2 that are clear and publish …");
		await editor.keys("Editing status", "V");
		const published = await publish(editor);
		assert.deepEqual(
			spoken(published),
			meeting.map(([name, , words]) => `${name}: ${words}`),
		);
		assert.deepEqual(
			published.turns.map(({ start }) => start),
			[3000, 9000, 3_725_000],
		);
	});
});

const call = [
	["Ada Long (she/her)", "We begin with the roof, and then we come to what they said about it."],
	["Dr. Ben Ott, MD", "It was late, and it was: wet."],
	["iPhone von Cleo", "That is what I said to them at the time."],
	["", "And I have one question about the rest of it."],
	["Ada Long (she/her)", "Who is that?"],
	["Studio 3 | Room B", "It was me, from the room below."],
	["Dr. Ben Ott, MD", "Then you have been there before this."],
	["iPhone von Cleo", "Yes."],
	["Studio 3 | Room B", "And then?"],
];

test("a call of Zoom as WebVTT, with odd names and one caption without a name", async () => {
	const time = (seconds) => `00:00:${`${seconds}`.padStart(2, "0")}.500`;
	const captions = call.map(
		([name, words], i) =>
			`${i + 1}\r\n${time(i * 5)} --> ${time(i * 5 + 4)}\r\n${name ? `${name}: ` : ""}${words}\r\n`,
	);
	await site.visit({}, async (studio) => {
		const editor = new Editor(studio);
		await editor.drop(
			"GMT20260304-100200_Recording.transcript.vtt",
			`WEBVTT\r\n\r\n${captions.join("\r\n")}`,
		);
		assert.deepEqual(await checksShown(studio.page), [
			["Publishing waits for this", "Turn 4 has no speaker."],
			["Unknown speaker", `in turn 4: “${call[3][1]}”`],
		]);
		await editor.click("iPhone von Cleo speaks in turn 4");
		await editor.click("Use all and publish …");
		await editor.keys("Title", "The roof");
		await editor.keys("Editing status", "V");
		const published = await publish(editor, mostActions + 1);
		assert.equal(published.recordedAt, "2026-03-04");
		const named = call.map(([name, words]) => `${name || "iPhone von Cleo"}: ${words}`);
		assert.deepEqual(spoken(published), named);
	});
});

/** Encodes a text in Windows-1251, a code page for Cyrillic letters. */
function windows1251(text) {
	const decoder = new TextDecoder("windows-1251");
	const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Buffer.of(code)), code]));
	return Buffer.from([...text].map((character) => codes.get(character)));
}

test("Russian subtitles in Windows-1251", async () => {
	const lines = [
		["Спикер №1", "Добрый вечер. Когда вы пришли на маяк — и кто вас там ждал?"],
		["Спикер №2", "Осенью, когда начались дожди и дорога закрылась. Ждал сторож."],
		["Спикер №1", "Что он сказал вам, когда вы пришли?"],
		["Спикер №2", "Что дверь открыта: входите. Но он не знал, как мы были там до этого."],
		["Спикер №1", "И что это было, если он не сказал вам, кто он и что он там делал?"],
		["Спикер №2", "Я не знаю. Это было так, как если бы он был там всегда, и мы не были."],
	];
	const time = (seconds) => `00:00:${`${seconds}`.padStart(2, "0")},000`;
	const captions = lines.map(
		([name, words], i) => `${i + 1}\r\n${time(i * 5)} --> ${time(i * 5 + 4)}\r\n${name}: ${words}\r\n`,
	);
	await site.visit({}, async (studio) => {
		const editor = new Editor(studio);
		await editor.drop("маяк.srt", windows1251(captions.join("\r\n")));
		assert.deepEqual(await checksShown(studio.page), [
			["Encoding not certain", `in turn 1: “${`${lines[0].join(": ")}`.slice(0, 60)}”`],
		]);
		await editor.keys("Encoding of the source", "windows-1251");
		await studio.says("#report", "windows-1251, as chosen");
		await editor.click("Use all and publish …");
		await editor.keys("Editing status", "V");
		const published = await publish(editor);
		assert.deepEqual(
			spoken(published),
			lines.map(([name, words]) => `${name}: ${words}`),
		);
	});
});

const opening = "Good morning. What is it that they want to build there, and who pays for it?";
const interview = [
	["Ada Long", 3, opening],
	["Ben Ott", 9, "They want a bridge, and they have not asked for the money that it takes."],
	["Ada Long", 15, "What would they say about this if you were to ask?"],
	["Ben Ott", 21, "That it is there on the map, and that this is all we need to know about it."],
	["Ada Long", 27, "And when is the next time that you see them?"],
	["Ben Ott", 33, "Not before they have what they need from the town."],
];
const clock = (seconds) => `00:${`${seconds}`.padStart(2, "0")}`;

/** The interview as Zoom writes it: captions that begin with a name. */
const zoom = `WEBVTT\r\n\r\n${interview
	.map(
		([name, at, words], i) =>
			`${i + 1}\r\n00:${clock(at)}.500 --> 00:${clock(at + 4)}.000\r\n${name}: ${words}\r\n`,
	)
	.join("\r\n")}`;

/** The interview as Otter exports it as text, with title and date above. */
const otter = `The bridge and the map\nWed, Mar 4, 2026 10:02AM • 12:09\n\nSUMMARY KEYWORDS\nbridge, money, map\n\nSPEAKERS\nAda Long, Ben Ott\n\n${interview
	.map(([name, at, words]) => `${name}  ${clock(at)}\n${words}\n`)
	.join("\n")}\nTranscribed by https://otter.ai\n`;

/** The interview as the JSON of Deepgram: each word with its time and a speaker's number. */
function deepgram() {
	const words = interview.flatMap(([name, at, text]) =>
		text.split(" ").map((word, i) => ({
			word: word.toLowerCase(),
			start: at + i / 4,
			end: at + i / 4 + 0.2,
			confidence: 0.99,
			speaker: name === "Ada Long" ? 0 : 1,
			punctuated_word: word,
		})),
	);
	const transcript = interview.map(([, , text]) => text).join(" ");
	const alternative = { transcript, confidence: 0.99, words };
	return JSON.stringify({ results: { channels: [{ alternatives: [alternative] }] } });
}

const seed = readFileSync(new URL("../../../shared/ingest/testdata/seed.txt", import.meta.url));
const named = (names) => interview.map(([name, , words]) => `${names[name] ?? name}: ${words}`);

/**
 * Sources in which every speaker is clear. Each has the file's name and content, the places
 * that the report lists (checks), the key that chooses the editing status, the title that
 * the editor types (typed) or that the studio proposes (title), the turns, and the host.
 */
const plain = {
	"the interview that the project began with": {
		file: ["seed.txt", seed],
		key: "T",
		title: `${seed}`.split("\n")[0],
		host: "Host",
		checks: [
			["Before the transcript", "“Why were you fired? And why did you come back? Altman's firs”"],
			["Suspicious label", "“Mira Murati:”"],
			["Suspicious label", "in turn 12: “Host:”"],
		],
	},
	"a call of Zoom": {
		file: ["GMT20260304-100200_Recording.transcript.vtt", zoom],
		typed: "The bridge",
		turns: named({}),
		host: "Ada Long",
		recordedAt: "2026-03-04",
	},
	"a text of Otter": {
		file: ["note_otter_ai.txt", otter],
		title: "The bridge and the map",
		turns: named({}),
		host: "Ada Long",
		recordedAt: "2026-03-04",
	},
	"an answer of Deepgram": {
		file: ["bridge-interview.json", deepgram()],
		title: "Bridge interview",
		turns: named({ "Ada Long": "Speaker 0", "Ben Ott": "Speaker 1" }),
		host: "Speaker 0",
	},
};
for (const [name, source] of Object.entries(plain)) {
	const { file, checks = [], key = "V", typed, title = typed, turns, host, recordedAt } = source;
	test(`${name}, in at most ${mostActions} actions`, async () => {
		await site.visit({}, async (studio) => {
			const editor = new Editor(studio);
			await editor.drop(...file);
			assert.deepEqual(await checksShown(studio.page), checks);
			assert.equal(await studio.text("#title"), file[0], "nothing is filled in silently");
			await editor.click("Use all and publish …");
			if (typed) await editor.keys("Title", typed);
			await editor.keys("Editing status", key);
			const published = await publish(editor);
			const hosts = published.speakers.filter(({ kind }) => kind === "host");
			assert.deepEqual(
				[published.title, published.lang, published.recordedAt, hosts.map((speaker) => speaker.name)],
				[title, "en", recordedAt, [host]],
			);
			if (turns) assert.deepEqual(spoken(published), turns);
			else assert.equal(published.turns.length, 30);
		});
	});
}
