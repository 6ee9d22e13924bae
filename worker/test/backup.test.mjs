// Tests of the commands that "make backup" and "make restore" run, on local databases. For the deployed database they run the same wrangler commands with the
// option --remote, which needs an account and is not tested here.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { copyTranscripts, selectAll } from "../backup/copy.mjs";
import { schemaOf, schemaStatements } from "../backup/schema.mjs";
import { runBackup, runRestore } from "./support/backups.mjs";
import { crawl } from "./support/crawl.mjs";
import { send, talk } from "./support/talks.mjs";
import { freePort, makeState, makeToken, startWrangler } from "./support/wrangler.mjs";

let folder, state, token, file, transcripts, answers, port;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "quoteline-"));
	file = join(folder, "all.backup.gz");
	state = await makeState();
	token = await makeToken(state);
	port = await freePort();
	const worker = await startWrangler({ state, port });
	try {
		transcripts = await publishAll(worker.origin);
		answers = await crawl(worker.origin, transcripts);
	} finally {
		await worker.stop();
	}
});
after(async () => {
	for (const name of [folder, state]) if (name) await rm(name, { recursive: true, force: true });
});

/** Text with everything that an SQL file could lose: quotes, comments, line breaks, rare characters. */
const awkward =
	"It's O'Brien's; -- not a comment /* nor this */ \"quoted\" \\n é 𝒜 \u2028 \u202B عربي 董事会 ?1 BEGIN; END";

/**
 * Lines of a long transcript. Some of them contain the version number, so they differ from
 * version to version.
 */
const longLines = (version) =>
	Array.from(
		{ length: 300 },
		(_, i) =>
			`${i % 2 ? "ann" : "host"}: ${i} ${i % 50 ? "" : `in version ${version}, `}${awkward.repeat(7).replaceAll("董事会", "")}`,
	);

/**
 * Publishes transcripts of every kind: with several versions, with removed and restored
 * turns, withdrawn (unpublished) ones, one that was withdrawn and published again, and a
 * long one. Returns the list of them that the function crawl needs.
 */
async function publishAll(origin) {
	const arches = [
		"host: Who built the arch by the harbour?",
		"ann: My grandfather did, with two friends and a borrowed cart.",
		"host: Did it ever fall?",
		"ann: Once, in a storm.",
	];
	const versions = {
		arches: [
			talk(arches),
			talk(arches.with(1, "ann: My grandfather did, with three friends and a borrowed cart.")),
			talk(arches.slice(0, 3)),
			talk([...arches.slice(0, 2), `ann: ${awkward}`], { title: `Arches, ${awkward}` }),
		],
		gone: [talk(["host: Will this stay?", "ann: No, it will not stay by the harbour."]), undefined],
		back: [talk(arches.slice(2)), undefined, talk(["host: Did it fall?", "ann: The harbour did."])],
		zh: [talk(["host: 谁知道？", "ann: 他说，公司的董事会知道。"], { lang: "zh" })],
		long: [1, 2, 3].map((version) => talk(longLines(version), { title: "At length" })),
	};
	const published = [];
	for (const [id, list] of Object.entries(versions)) {
		const turns = new Set(["qnowhere"]);
		for (const version of list) {
			await send(origin, token, id, version);
			if (!version) continue;
			const current = await (await fetch(`${origin}/v1/transcripts/${id}`)).json();
			for (const turn of current.turns.slice(0, 6)) turns.add(turn.id);
		}
		published.push({ id, turns: [...turns], versions: list.length });
	}
	return published;
}

test("every answer is the same after backup and restore", async (t) => {
	const saved = await runBackup(file, state);
	assert.equal(saved.status, 0, saved.output);
	assert.match(saved.output, /versions 13, tokens 1, .*quotes 3\d\d/);
	assert.equal((await stat(file)).mode & 0o777, 0o600, "others cannot read the file");
	const empty = await makeState();
	t.after(() => rm(empty, { recursive: true, force: true }));
	const restored = await runRestore(file, empty);
	assert.equal(restored.status, 0, restored.output);

	const worker = await startWrangler({ state: empty, port });
	try {
		const found = await crawl(worker.origin, transcripts);
		assert.ok(answers.size > 150, `${answers.size} addresses`);
		for (const [address, answer] of answers) assert.deepEqual(found.get(address), answer, address);
		assert.match(answers.get("/v1/search?q=%E8%91%A3%E4%BA%8B").body, /"transcript":"zh"/);
		// After a restore, the old token must still be valid, and the triggers must
		// exist. So a new version can be published, the search finds its words, and an
		// unchanged turn keeps its id.
		await send(worker.origin, token, "back", talk(["host: Did it fall?", "ann: The lighthouse did."]));
		const { hits } = await (await fetch(`${worker.origin}/v1/search?q=lighthouse`)).json();
		assert.equal(hits[0].turn, transcripts.find(({ id }) => id === "back").turns.at(-1));
	} finally {
		await worker.stop();
	}
	const again = await runRestore(file, empty);
	assert.equal(again.status, 1);
	assert.match(
		again.output,
		/the database is not empty, it has rows in versions, tokens, .*: restore into a new database/,
	);
});

// A backup reads the database in batches. This test counts them for several limits. It
// does not run the command: that would start wrangler once for each batch, which takes
// seconds. Instead it calls the function that makes the batches, and reads the database's
// file with Node.
test("batches of every size have each row once", async () => {
	const [name] = globSync("v3/d1/**/*.sqlite", { cwd: state, exclude: ["**/metadata.sqlite"] });
	const database = new DatabaseSync(join(state, name), { readOnly: true });
	try {
		let batches = 0;
		const read = async (statements) => {
			batches++;
			return statements.map((statement) => database.prepare(statement).all());
		};
		const { tables } = schemaOf(await read(schemaStatements));
		const byId = tables.filter((table) => table.byId);
		const all = byId.map((table) => [table.name, database.prepare(selectAll(table)).all()]);
		const expected = Object.fromEntries(all.map(([name, rows]) => [name, sorted(rows.map(Object.values))]));
		assert.equal(expected.versions.length, 13);
		const counts = [];
		for (const limit of [1, 60_000, 500_000, 8_000_000]) {
			batches = 0;
			const copied = Object.fromEntries(byId.map(({ name }) => [name, []]));
			const write = async (name, rows) => copied[name].push(...rows);
			await copyTranscripts({ read }, tables, limit, write);
			for (const [name, rows] of Object.entries(copied)) assert.deepEqual(sorted(rows), expected[name], name);
			counts.push(batches);
		}
		assert.deepEqual(
			counts,
			counts.toSorted((a, b) => b - a),
		);
		assert.ok(counts[0] > 10 && counts[2] > 4 && counts[3] === 2, `${counts} batches`);
	} finally {
		database.close();
	}
});

const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

test("a backup never replaces a file", async () => {
	const taken = join(folder, "taken");
	await writeFile(taken, "");
	const { status, output } = await runBackup(taken, state);
	assert.equal(status, 1);
	assert.match(output, /taken exists: name another file/);
});

/**
 * Writes a changed copy of the backup, and returns its path. The function edit changes
 * the lines.
 */
async function edited(name, edit) {
	const lines = gunzipSync(await readFile(file))
		.toString()
		.split("\n");
	const path = join(folder, name);
	await writeFile(path, gzipSync(edit(lines).join("\n")));
	return path;
}

for (const [what, make, reason] of [
	["no backup", async () => join(folder, "missing"), /cannot be read as a backup: ENOENT/],
	["another file", () => edited("other", () => ["{}", ""]), /is not a backup of this revision's format/],
	[
		"without the last line",
		() => edited("short", (all) => [...all.slice(0, -2), ""]),
		/incomplete: its last line is missing/,
	],
	[
		"without a row",
		() => edited("row", (all) => all.filter((line) => !line.startsWith('["tokens"'))),
		/incomplete: it has 0 of 1 rows of the table tokens/,
	],
	[
		"cut off",
		async () => {
			const path = join(folder, "cut");
			await writeFile(path, (await readFile(file)).subarray(0, -100));
			return path;
		},
		/cannot be read as a backup: unexpected end of file/,
	],
	[
		"with a changed byte",
		async () => {
			const bytes = await readFile(file);
			bytes[bytes.length - 6] ^= 1; // in gzip's checksum
			const path = join(folder, "changed");
			await writeFile(path, bytes);
			return path;
		},
		/cannot be read as a backup: incorrect/,
	],
]) {
	test(`a file is refused before the database is touched: ${what}`, async () => {
		const untouched = join(folder, "no database");
		const { status, output } = await runRestore(await make(), untouched);
		assert.equal(status, 1, output);
		assert.match(output, reason);
		await assert.rejects(stat(untouched));
	});
}
