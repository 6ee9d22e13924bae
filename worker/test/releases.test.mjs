// Tests of a deploy: worker/releases.mjs, which keeps the files of earlier releases, and
// the order of the steps of worker/deploy.sh.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startWrangler } from "./support/wrangler.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder;
before(async () => {
	folder = await mkdtemp(join(tmpdir(), "quoteline-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs a program. Returns its exit status and what it printed. */
const run = (program, args, options = {}) =>
	new Promise((resolve) => {
		execFile(program, args, options, (error, stdout, stderr) =>
			resolve({ status: error ? error.code : 0, output: stdout + stderr }),
		);
	});
const keep = (origin, dir) => run(process.execPath, [join(root, "worker/releases.mjs"), origin, dir]);

/** Returns the name that web/build.mjs gives to a file with this content. */
const nameOf = (content) => `part.${createHash("sha256").update(content).digest("hex").slice(0, 10)}.js`;

/**
 * Makes the folder of a release, with one file for each of the contents. A later release
 * may have replaced some of these files. Then replaced[content] is the time at which that
 * happened. These times are written to releases.json.
 */
async function release(name, contents, replaced = {}) {
	const dir = join(folder, name);
	await mkdir(join(dir, "assets"), { recursive: true });
	for (const content of contents) await writeFile(join(dir, "assets", nameOf(content)), content);
	const list = contents.map((content) => [nameOf(content), replaced[content] ?? ""]);
	await writeFile(join(dir, "releases.json"), JSON.stringify(Object.fromEntries(list)));
	await writeFile(join(dir, "index.html"), name);
	return dir;
}

const listOf = async (dir) => JSON.parse(await readFile(join(dir, "releases.json"), "utf8"));
const daysAgo = (n) => new Date(Date.now() - n * 24 * 3600 * 1000).toISOString();

test("a release keeps the files that the site serves, for 30 days", async () => {
	const [young, old] = [daysAgo(29), daysAgo(31)];
	const first = await release("first", ["shared", "of the first", "young", "old"], { young, old });
	const second = await release("second", ["shared", "of the second"]);
	const site = await startWrangler({ assets: first });
	try {
		for (let i = 0; i < 2; i++) {
			const { status, output } = await keep(`${site.origin}/`, second);
			assert.equal(status, 0, output);
			assert.match(output, /kept 2 files of earlier releases, beside 2 of this one/, "the second run too");
		}
	} finally {
		await site.stop();
	}
	const list = await listOf(second);
	assert.deepEqual(
		Object.keys(list).sort(),
		["shared", "of the second", "of the first", "young"].map(nameOf).sort(),
	);
	assert.deepEqual((await readdir(join(second, "assets"))).sort(), Object.keys(list).sort());
	assert.equal(await readFile(join(second, "assets", nameOf("of the first")), "utf8"), "of the first");
	assert.equal(list[nameOf("shared")], "");
	assert.equal(list[nameOf("young")], young);
	assert.ok(Math.abs(Date.parse(list[nameOf("of the first")]) - Date.now()) < 60_000);
	assert.equal(await readFile(join(second, "index.html"), "utf8"), "second");
});

/**
 * Starts a server with an answer (a status and a text) for each of some paths. For all
 * other paths it answers with status 404.
 */
async function serve(answers) {
	const server = createServer((request, response) => {
		const [status, body] = answers[request.url] ?? [404, ""];
		response.writeHead(status).end(body);
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const listed = JSON.stringify({ [nameOf("a")]: "" });
for (const [what, answers, reason] of [
	["the list fails", { "/releases.json": [500, ""] }, /releases\.json answered 500/],
	["the list is a page", { "/releases.json": [200, "<!doctype html>"] }, /is no list of files: <!doctype/],
	["the list has a path", { "/releases.json": [200, '{"../a.0a1b2c3d4e.js": ""}'] }, /is no list of files/],
	["a file is missing", { "/releases.json": [200, listed] }, /part\.\w+\.js answered 404/],
	[
		"a file has changed",
		{ "/releases.json": [200, listed], [`/assets/${nameOf("a")}`]: [200, "b"] },
		/has another content than its name says/,
	],
]) {
	test(`nothing is deployed if ${what}`, async () => {
		const dir = await release(`next, ${what}`, ["new"]);
		const site = await serve(answers);
		const { status, output } = await keep(site.origin, dir);
		site.close();
		assert.equal(status, 1, output);
		assert.match(output, reason);
		assert.deepEqual(Object.keys(await listOf(dir)), [nameOf("new")]);
	});
}

test("a site without a list loses the files of its last release, and the operator reads so", async () => {
	const dir = await release("onto an older site", ["new"]);
	const site = await serve({});
	const { status, output } = await keep(site.origin, dir);
	site.close();
	assert.equal(status, 0, output);
	assert.match(output, /has no releases\.json: pages that are open now must be loaded again/);
});

/**
 * Runs worker/deploy.sh in a folder of its own. A script takes the role of wrangler: it
 * writes its arguments to a file. If they begin with the text in the parameter fails,
 * the script ends with an error. Returns the arguments of each call of the script, and
 * the exit status and the output of deploy.sh.
 */
async function deploy(name, { site, toml, fails = "nothing" }) {
	const dir = join(folder, name);
	const log = join(dir, "steps");
	await release(`${name}/dist/public`, ["new"]);
	await mkdir(join(dir, "worker"));
	for (const file of ["deploy.sh", "releases.mjs"])
		await cp(join(root, "worker", file), join(dir, "worker", file));
	await writeFile(join(dir, "wrangler.toml"), toml);
	const script = `#!/bin/sh\necho "$@" >> "${log}"\ncase "$*" in "${fails}"*) exit 1;; esac\n`;
	await writeFile(join(dir, "wrangler"), script, { mode: 0o755 });
	const env = { ...process.env, PATH: `${dir}:${process.env.PATH}`, SITE: site };
	if (site === undefined) delete env.SITE;
	const { status, output } = await run("bash", [join(dir, "worker/deploy.sh")], { env });
	const steps = (await readFile(log, "utf8").catch(() => "")).trim().split("\n");
	return { status, output, steps };
}

const withDatabase = 'database_id = "11111111-0000-0000-0000-000000000000"\n';
const migrate = "d1 migrations apply quoteline --remote";

test("a deploy keeps the files, then migrates, then deploys", async () => {
	const site = await serve({ "/releases.json": [200, listed], [`/assets/${nameOf("a")}`]: [200, "a"] });
	const { status, output, steps } = await deploy("good", { site: site.origin, toml: withDatabase });
	site.close();
	assert.equal(status, 0, output);
	assert.deepEqual(steps, ["whoami", migrate, "deploy"]);
	assert.ok((await readdir(join(folder, "good/dist/public/assets"))).includes(nameOf("a")));
});

for (const [what, options, steps] of [
	["the first deploy", { site: "new", toml: withDatabase }, ["whoami", migrate, "deploy"]],
	["a migration fails", { site: "new", toml: withDatabase, fails: "d1 migrations" }, ["whoami", migrate]],
	["the site does not answer", { site: "http://127.0.0.1:1", toml: withDatabase }, ["whoami"]],
	[
		"the route does not answer",
		{ toml: `${withDatabase}routes = [{ pattern = "127.0.0.1", custom_domain = true }]` },
		["whoami"],
	],
	["no site is known", { toml: withDatabase }, ["whoami"]],
	["no database is known", { site: "new", toml: 'database_id = "00000000-0000"\n' }, [""]],
]) {
	test(`the steps of a deploy: ${what}`, async () => {
		const done = await deploy(what, options);
		assert.deepEqual(done.steps, steps, done.output);
		assert.equal(done.status === 0, steps.includes("deploy"), done.output);
	});
}
