// The form that builds an embed snippet, the HTML that shows a transcript in a page. This
// script asks the server for the snippet that the form describes. It shows the snippet and a
// preview.

import { find } from "../find.js";

/** @typedef {"speaker" | "topic" | "turn" | "theme" | "lang" | "height"} Option the name of a field in the form */
/** @typedef {[text: string, value: string]} Entry an option of a select element */
/** @typedef {{id: string, name: string}} Speaker a speaker of the transcript */
/** @typedef {{id: string, label: string}} Topic a topic of the transcript */
/** @typedef {{id: string, n: number, speaker?: string, text: string}} Turn a turn of the transcript; n is its number, and a note has no speaker */

const form = find(".builder", HTMLFormElement);
const code = find("#code", HTMLTextAreaElement);
const preview = find(".preview", HTMLIFrameElement);

/** @param {string} name */
const select = (name) => find(`.builder [name=${name}]`, HTMLSelectElement);

const fields = {
	id: select("id"),
	kind: select("kind"),
	speaker: select("speaker"),
	topic: select("topic"),
	turn: select("turn"),
	theme: select("theme"),
	lang: select("lang"),
	height: find(".builder [name=height]", HTMLInputElement),
};

/**
 * The options that each kind of snippet has. The server rejects other options.
 *
 * @type {Record<string, Option[]>}
 */
const options = {
	script: ["speaker", "topic", "turn", "theme", "lang"],
	iframe: ["speaker", "topic", "turn", "theme", "lang", "height"],
	quote: ["turn", "theme", "lang"],
	static: ["speaker", "topic"],
	link: ["turn"],
};

/**
 * Sends a request to the server and returns the answer's JSON. The type of the JSON is any,
 * because only the caller knows its shape.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
const ask = async (path) => {
	const response = await fetch(path, { headers: { Accept: "application/json" } });
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.detail);
	return answer;
};

/**
 * Replaces the options of a select element. An entry is the option's text and its value.
 *
 * @param {HTMLSelectElement} select
 * @param {Entry[]} entries
 */
const fill = (select, entries) =>
	select.replaceChildren(...entries.map(([text, value]) => new Option(text, value)));

async function loadTranscripts() {
	/**
	 * The list of published transcripts.
	 *
	 * @type {{transcripts: {id: string, title: string}[]}}
	 */
	const { transcripts } = await ask("/v1/transcripts?limit=100");
	fill(
		fields.id,
		transcripts.map(({ title, id }) => [title, id]),
	);
	const wanted = new URLSearchParams(location.search).get("id");
	if (wanted && transcripts.some(({ id }) => id === wanted)) fields.id.value = wanted;
}

async function loadChoices() {
	/**
	 * The lists of the transcript's JSON from which the form offers choices.
	 *
	 * @type {{speakers: Speaker[], topics: Topic[], turns: Turn[]}}
	 */
	const { speakers, topics, turns } = await ask(`/v1/transcripts/${fields.id.value}`);
	/**
	 * Returns the name of the speaker with this id. A note has no speaker, so its name is
	 * "Note".
	 *
	 * @param {string | undefined} id
	 */
	const name = (id) => speakers.find((speaker) => speaker.id === id)?.name ?? "Note";
	/** @type {(speaker: Speaker) => Entry} */
	const bySpeaker = ({ name, id }) => [name, id];
	/** @type {(topic: Topic) => Entry} */
	const byTopic = ({ label, id }) => [label, id];
	/** @type {(turn: Turn) => Entry} */
	const byTurn = ({ n, speaker, text, id }) => [`${n} ${name(speaker)}: ${text.slice(0, 50)}`, id];
	fill(fields.speaker, [["All", ""], ...speakers.map(bySpeaker)]);
	fill(fields.topic, [["All", ""], ...topics.map(byTopic)]);
	fill(fields.turn, [["None", ""], ...turns.map(byTurn)]);
}

function query() {
	const kind = fields.kind.value;
	const chosen = options[kind].map((option) => [option, fields[option].value]).filter(([, value]) => value);
	return new URLSearchParams(chosen);
}

/** @type {string | undefined} */
let latest; // address of the snippet that was requested last

async function build() {
	const kind = fields.kind.value;
	for (const option of options.iframe) fields[option].disabled = !options[kind].includes(option);
	if (kind === "quote" && !fields.turn.value) fields.turn.selectedIndex = Math.min(2, fields.turn.length - 1);
	const chosen = query();
	const snippets = `/v1/transcripts/${fields.id.value}/embed?kind=${kind}&${chosen}`;
	latest = snippets;
	/**
	 * The snippet, as the server returns it.
	 *
	 * @type {{html: string}}
	 */
	const { html } = await ask(snippets);
	if (latest !== snippets) return; // the form has changed since this request
	code.value = html;
	const height = chosen.get("height") ?? "640";
	chosen.delete("height");
	const live = kind === "script" || kind === "iframe";
	preview.src = live ? `/embed/${fields.id.value}?${chosen}` : snippets;
	preview.height = height;
}

/**
 * Writes a text into the element that matches the selector.
 *
 * @param {string} selector
 * @param {string} text
 */
const tell = (selector, text) => {
	find(selector, HTMLElement).textContent = text;
};

/**
 * Calls the functions one after another. If one fails, the page shows the reason, and the
 * functions after it are not called.
 *
 * @param {...(() => Promise<void>)} acts
 */
const attempt = async (...acts) => {
	tell(".fault", "");
	try {
		for (const act of acts) await act();
	} catch (error) {
		tell(".fault", `This cannot be embedded: ${error instanceof Error ? error.message : error}`);
	}
};

form.addEventListener("change", ({ target }) => {
	if (target === fields.id) attempt(loadChoices, build);
	else attempt(build);
});
form.addEventListener("submit", (event) => event.preventDefault());
find(".copy", HTMLButtonElement).addEventListener("click", async () => {
	code.select();
	try {
		await navigator.clipboard.writeText(code.value);
		tell(".said", "Copied");
	} catch {
		tell(".said", "Selected: copy it with the keyboard");
	}
});
attempt(loadTranscripts, loadChoices, build);
