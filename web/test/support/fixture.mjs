// What the tests in one browser engine share: the browser, the Worker (the server), a
// newsroom's site, and the snippets (markup to paste) of the interview.
//
// The environment variable ENGINES lists the engines to test in. By default it is all of
// them.
import { after, before, describe } from "node:test";
import { engines } from "./engines.mjs";
import { kinds } from "./environments.mjs";
import { borrowWorker } from "./launch.mjs";
import { startEndpoint, startNewsroom } from "./sites.mjs";

export const id = "altman-murati-2023";
/** The index (from 0) of the turn that the snippet "quote" shows. */
export const quoted = 21;

export class Fixture {
	#opening;
	#snippets; // the HTML of each kind of snippet, as the Worker returned it

	/**
	 * Creates the fixture (the browser and servers of the tests) for one browser
	 * engine. open() starts them.
	 *
	 * @param {string} engine
	 */
	constructor(engine) {
		this.engine = engine;
	}

	open() {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	async #open() {
		const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");
		// These steps run one after another, not in parallel. So if a step fails,
		// close() can end everything that has started.
		this.worker = await borrowWorker(widget);
		this.newsroom = await startNewsroom();
		this.browser = await engines[this.engine]();
		this.transcript = await this.#ask(`/v1/transcripts/${id}`);
		this.#snippets = {};
		for (const kind of kinds) {
			const query = new URLSearchParams({ kind, ...(kind === "quote" && { turn: this.turn(quoted) }) });
			this.#snippets[kind] = (await this.#ask(`/v1/transcripts/${id}/embed?${query}`)).html;
		}
		const short = new URLSearchParams({ speaker: this.transcript.speakers.at(-1).id });
		this.#snippets["one speaker"] = (await this.#ask(`/v1/transcripts/${id}/embed?${short}`)).html;
		const page = encodeURIComponent(`${this.worker.origin}/t/${id}`);
		this.#snippets.oembed = (await this.#ask(`/oembed?url=${page}`)).html;
	}

	async close() {
		await this.browser?.close();
		this.newsroom?.close();
		await this.worker?.release();
	}

	async #ask(path) {
		return (await fetch(this.worker.origin + path)).json();
	}

	/** The id of the turn with this index, counted from 0. */
	turn(i) {
		return this.transcript.turns[i].id;
	}

	/**
	 * Words that show whether a snippet (pasted markup) of this kind is readable: the first
	 * 40 characters of a turn that it contains, or fewer if the turn's first line is
	 * shorter.
	 */
	words(kind) {
		return this.transcript.turns[kind === "quote" ? quoted : 0].text.split("\n")[0].slice(0, 40);
	}

	/**
	 * The HTML of each kind of snippet. Addresses of the Worker are replaced with those
	 * of the endpoint (the test's server of transcripts). Two keys are not kinds: "one
	 * speaker" is a script snippet with few turns, and "oembed" is the frame from the
	 * oEmbed answer.
	 */
	snippets({ origin }) {
		const of = (html) => html.replaceAll(this.worker.origin, origin);
		return Object.fromEntries(Object.entries(this.#snippets).map(([kind, html]) => [kind, of(html)]));
	}

	/** Publishes a document on the newsroom's site, and returns the document's URL. */
	publish(body, headers = {}) {
		const path = `/${this.newsroom.pages.size}`;
		this.newsroom.pages.set(path, { headers, body });
		return this.newsroom.origin + path;
	}

	/**
	 * Starts an endpoint (server of transcripts) and opens an empty page. Calls act
	 * with both, and then closes them.
	 *
	 * @param {{fault?: Function, width?: number, height?: number}} options
	 * @param {(page, endpoint) => Promise<void>} act
	 */
	async visit(options, act) {
		const endpoint = await startEndpoint(this.worker.origin, options.fault);
		let page;
		try {
			page = await this.browser.open(options);
			await act(page, endpoint);
		} finally {
			endpoint.close(); // first, so that the page has no open requests when it closes
			await page?.close();
		}
	}
}

/**
 * A fixture (the browser and servers of the tests) for each engine. It opens when a
 * test first needs it, and closes after the last test of the process.
 */
const fixtures = new Map(Object.keys(engines).map((engine) => [engine, new Fixture(engine)]));
after(() => Promise.all([...fixtures.values()].map((fixture) => fixture.close())));

/**
 * Declares the tests of a subject once for each browser engine.
 *
 * @param {string} subject
 * @param {(fixture: Fixture) => void} declare
 */
export function eachEngine(subject, declare) {
	for (const engine of process.env.ENGINES?.split(" ") ?? fixtures.keys()) {
		describe(`${subject} in ${engine}`, { timeout: 600_000 }, () => {
			const fixture = fixtures.get(engine);
			before(() => fixture.open());
			declare(fixture);
		});
	}
}
