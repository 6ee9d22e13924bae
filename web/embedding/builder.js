// The builder: asks the endpoint for the snippet that the form describes, and
// shows what it gives.

const form = document.querySelector(".builder");
const fields = form.elements;
const code = document.querySelector("#code");
const preview = document.querySelector(".preview");

/** The options that mean something, by kind; the endpoint refuses the others. */
const options = {
	script: ["speaker", "topic", "turn", "theme", "lang"],
	iframe: ["speaker", "topic", "turn", "theme", "lang", "height"],
	quote: ["turn", "theme", "lang"],
	static: ["speaker", "topic"],
	link: ["turn"],
};

const ask = async (path) => {
	const response = await fetch(path, { headers: { Accept: "application/json" } });
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.detail);
	return answer;
};

const fill = (select, entries) =>
	select.replaceChildren(...entries.map(([text, value]) => new Option(text, value)));

async function loadTranscripts() {
	const { transcripts } = await ask("/v1/transcripts?limit=100");
	fill(
		fields.id,
		transcripts.map(({ title, id }) => [title, id]),
	);
	const wanted = new URLSearchParams(location.search).get("id");
	if (transcripts.some(({ id }) => id === wanted)) fields.id.value = wanted;
}

async function loadChoices() {
	const { speakers, topics, turns } = await ask(`/v1/transcripts/${fields.id.value}`);
	const name = (id) => speakers.find((speaker) => speaker.id === id)?.name ?? "Note";
	fill(fields.speaker, [["All", ""], ...speakers.map(({ name, id }) => [name, id])]);
	fill(fields.topic, [["All", ""], ...topics.map(({ label, id }) => [label, id])]);
	fill(fields.turn, [
		["None", ""],
		...turns.map(({ n, speaker, text, id }) => [`${n} ${name(speaker)}: ${text.slice(0, 50)}`, id]),
	]);
}

function query() {
	const kind = fields.kind.value;
	const chosen = options[kind].map((option) => [option, fields[option].value]).filter(([, value]) => value);
	return new URLSearchParams(chosen);
}

let latest; // address of the snippet that was asked for last

async function build() {
	const kind = fields.kind.value;
	for (const option of options.iframe) fields[option].disabled = !options[kind].includes(option);
	if (kind === "quote" && !fields.turn.value) fields.turn.selectedIndex = Math.min(2, fields.turn.length - 1);
	const chosen = query();
	const snippets = `/v1/transcripts/${fields.id.value}/embed?kind=${kind}&${chosen}`;
	latest = snippets;
	const { html } = await ask(snippets);
	if (latest !== snippets) return; // something else has been chosen since
	code.value = html;
	const height = chosen.get("height") ?? 640;
	chosen.delete("height");
	const live = kind === "script" || kind === "iframe";
	preview.src = live ? `/embed/${fields.id.value}?${chosen}` : snippets;
	preview.height = height;
}

const tell = (selector, text) => {
	document.querySelector(selector).textContent = text;
};

/** Runs what may fail, and says why it did. */
const attempt = async (...acts) => {
	tell(".fault", "");
	try {
		for (const act of acts) await act();
	} catch (error) {
		tell(".fault", `This cannot be embedded: ${error.message}`);
	}
};

form.addEventListener("change", ({ target }) => {
	if (target === fields.id) attempt(loadChoices, build);
	else attempt(build);
});
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector(".copy").addEventListener("click", async () => {
	code.select();
	try {
		await navigator.clipboard.writeText(code.value);
		tell(".said", "Copied");
	} catch {
		tell(".said", "Selected: copy it with the keyboard");
	}
});
attempt(loadTranscripts, loadChoices, build);
