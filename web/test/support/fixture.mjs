// Shared by the tests of one engine: its browser, the Worker, a newsroom's site, and
// the snippets of the interview.
//
// The variable ENGINES lists the engines to test in, all of them by default.
import { after, before, describe } from "node:test";
import { engines } from "./engines.mjs";
import { kinds } from "./environments.mjs";
import { borrowWorker } from "./launch.mjs";
import { startEndpoint, startNewsroom } from "./sites.mjs";

export const id = "altman-murati-2023";
/** The index of the turn that the snippet "quote" shows, counted from 0. */
export const quoted = 21;

export class Fixture {
	#opening;
	#snippets; // the HTML by kind, as the Worker returned it

	/** @param {string} engine */
	constructor(engine) {
		this.engine = engine;
	}

	open() {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	async #open() {
		const [widget] = (process.env.WIDGETS ?? "tinygo").split(" ");
		// Sequential, not parallel: if a later step fails, close() can end what has
		// already started.
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

	/** The id of the turn at index i, counted from 0. */
	turn(i) {
		return this.transcript.turns[i].id;
	}

	/**
	 * Words that identify a snippet: up to 40 characters from the start of a turn that
	 * a snippet of this kind shows.
	 */
	words(kind) {
		return this.transcript.turns[kind === "quote" ? quoted : 0].text.split("\n")[0].slice(0, 40);
	}

	/**
	 * The HTML of the snippets by kind, with the Worker's origin replaced by the
	 * endpoint's. "one speaker" is a script snippet with few turns, and "oembed" is the
	 * frame from the oEmbed answer.
	 */
	snippets({ origin }) {
		const of = (html) => html.replaceAll(this.worker.origin, origin);
		return Object.fromEntries(Object.entries(this.#snippets).map(([kind, html]) => [kind, of(html)]));
	}

	/** Publishes a document on the newsroom's site, and returns its address. */
	publish(body, headers = {}) {
		const path = `/${this.newsroom.pages.size}`;
		this.newsroom.pages.set(path, { headers, body });
		return this.newsroom.origin + path;
	}

	/**
	 * Starts an endpoint, opens an empty page, calls act with the page and the
	 * endpoint, and closes both.
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
 * The fixtures by engine. Each opens when a test first needs it, and closes after the
 * last test of the process.
 */
const fixtures = new Map(Object.keys(engines).map((engine) => [engine, new Fixture(engine)]));
after(() => Promise.all([...fixtures.values()].map((fixture) => fixture.close())));

/**
 * Declares a subject's tests once for each engine.
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
