// The dialog in which an editor publishes a transcript. It shows why the transcript cannot
// be published yet, or asks for the token that the server requires. Afterwards it shows the
// server's answer, and the HTML that embeds the transcript.

import * as api from "../api.js";
import { blockersOf, placeOf, told } from "../blockers.js";
import { changeList } from "../changes.js";
import { byId, count, h, present } from "../dom.js";
import { snippets, snippetsOf } from "../snippets.js";
import { Failure } from "../workerclient.js";
import { firstOpen, missing, neededFields } from "./needed.js";

/** @import { Answer, Bytes, Child, Publication, Published } from "../types.js" */
/**
 * The published version that a new version follows.
 *
 * @typedef {{ bytes?: Published["bytes"], etag?: string }} Before
 */

const tokenKey = "quoteline-token";

/**
 * Returns the controls of the publish dialog, and the element that shows the server's
 * answer. The arguments id and token are the values that two of the fields show at first.
 *
 * @param {string} id
 * @param {string} token
 */
const controlsFor = (id, token) => ({
	id: h("input", {
		id: "publish-id",
		value: id,
		required: true,
		spellcheck: "false",
		autocapitalize: "none",
	}),
	token: h("input", {
		id: "token",
		type: "password",
		value: token,
		required: true,
		autocomplete: "off",
	}),
	keep: h("input", { type: "checkbox", checked: sessionStorage.getItem(tokenKey) !== null }),
	copy: h("input", { type: "checkbox", checked: true }),
	note: h("input", { id: "correction", value: "" }),
	button: h("button.solid", {}, "Publish"),
	answer: h("div", { role: "alert", tabindex: "-1" }),
});

export class PublishDialog {
	#token = sessionStorage.getItem(tokenKey) ?? "";
	#controls = controlsFor("", this.#token);
	#suggested = ""; // the short name that the dialog proposes

	/** @param {import("../studio.js").Studio} studio */
	constructor(studio) {
		this.studio = studio;
		this.dialog = byId("publishing");
	}

	async open() {
		// The editor may click Publish while a field has the focus. The click makes the
		// field lose the focus, and so starts a save of its new value. The dialog opens
		// only when this save has ended.
		await this.studio.changed;
		await this.#ask();
		this.dialog.showModal();
		/** @type {HTMLElement | null} */
		const first = firstOpen(this.dialog) ?? this.dialog.querySelector("#publish-id, [data-first]");
		first?.focus();
	}

	/**
	 * Replaces the contents of the dialog.
	 *
	 * @param {...(Child | Child[])} content
	 */
	#show(...content) {
		const close = h(
			"button.close",
			{ type: "button", "aria-label": "Close", click: () => this.dialog.close() },
			"×",
		);
		this.dialog.replaceChildren(close, ...present(content));
	}

	async #ask() {
		const { view, published } = this.studio;
		// The transcript may lack only details, such as its title. Then the dialog has
		// fields for them. If there are other reasons against publication, the dialog
		// lists all reasons instead.
		const blockers = this.#blockers();
		const heading = h(
			"h2",
			{ id: "publishing-title" },
			published ? `Publish version ${published.version + 1}` : "Publish",
		);
		if (blockers.length > missing(view).length) {
			this.#show(heading, h("p", {}, "Before this can be published:"), h("ul.blockers", {}, blockers));
			return;
		}
		this.#suggested = view.fields.id || (await this.#suggestion());
		this.#controls = controlsFor(this.#suggested, this.#token);
		this.#controls.id.readOnly = Boolean(published);
		const difference = published && (await this.#difference(published));
		const checks =
			view.checks > 0 && h("p.quiet", {}, `The report lists ${count(view.checks, "place")} to look at.`);
		this.#show(heading, checks, this.#form(), difference, this.#controls.answer);
	}

	#form() {
		const { id, note, token, keep, copy, button } = this.#controls;
		/**
		 * Returns a control with its label and a hint below it.
		 *
		 * @type {(label: string, control: HTMLElement, hint: string) => HTMLElement}
		 */
		const field = (label, control, hint) =>
			h("div.field", {}, h("label", { for: control.id }, label), control, h("span.told-field", {}, hint));
		return h(
			"form",
			{
				submit: (event) => {
					event.preventDefault();
					this.#send();
				},
			},
			field("Short name in the address", id, `${location.origin}/t/…`),
			neededFields(this.studio, () => this.#suggest()),
			this.studio.published &&
				field(
					"Note to readers on the corrected turns",
					note,
					"Readers see what changed in any case. The note says why.",
				),
			field("Token", token, "Kept in this page’s memory, and nowhere else."),
			h("label.choice", {}, keep, "Keep it in this tab until the tab is closed"),
			!this.studio.published &&
				h("label.choice", {}, copy, "Copy the snippet, the HTML that embeds it, to the clipboard"),
			h(
				"div.actions",
				{},
				button,
				h("button", { type: "button", click: () => this.dialog.close() }, "Cancel"),
			),
		);
	}

	/**
	 * Shows the difference between the published version and the editor's work.
	 *
	 * @param {Published} published
	 */
	async #difference(published) {
		const { bytes, version } = published;
		if (!bytes) return;
		const changes = await this.studio.call("compare", {}, { body: bytes });
		return h(
			"details",
			{ open: true },
			h("summary", {}, `Changes since version ${version}`),
			changeList(changes, this.studio.view.speakers),
		);
	}

	/**
	 * Proposes a short name (the transcript's name in its address) again, unless the
	 * editor has typed one.
	 */
	async #suggest() {
		const { id } = this.#controls;
		if (id.value !== this.#suggested || this.studio.view.fields.id) return;
		this.#suggested = await this.#suggestion();
		id.value = this.#suggested;
	}

	/** Returns the reasons why the transcript cannot be published yet, as list items. */
	#blockers() {
		return blockersOf(this.studio, () => this.dialog.close());
	}

	/**
	 * Returns a short name (the transcript's name in its address) that is made from the
	 * title.
	 */
	async #suggestion() {
		return this.studio.call("slug", { name: this.studio.view.fields.title });
	}

	async #send() {
		await this.studio.changed; // the Enter key in a field also changes that field
		const id = this.#controls.id.value.trim();
		this.#remember();
		if (
			id !== this.studio.view.fields.id &&
			!(await this.studio.step({ kind: "meta", field: "id", value: id }))
		)
			return;
		const wrong = this.studio.view.faults.find(({ pointer }) => pointer === "/id");
		if (wrong) {
			this.#tell(`The short name ${wrong.message}.`);
			this.#controls.id.focus();
			return;
		}
		const blockers = this.#blockers();
		if (blockers.length > 0) {
			this.#tell(h("p.wrong", {}, "Before this can be published:"), h("ul.blockers", {}, blockers));
			this.#controls.answer.focus();
			return;
		}
		await this.#put(id, this.studio.published);
	}

	#remember() {
		const { token, keep } = this.#controls;
		this.#token = token.value.trim();
		if (keep.checked) sessionStorage.setItem(tokenKey, this.#token);
		else sessionStorage.removeItem(tokenKey);
	}

	/**
	 * Publishes the transcript, and shows the server's answer in the dialog.
	 *
	 * @param {string} id
	 * @param {Before} [before] the published version that the new one follows. The note to readers is
	 *   about the changes between the two
	 */
	async #put(id, before) {
		const { button, note } = this.#controls;
		button.disabled = true;
		this.#tell("Publishing…");
		const question = {
			date: new Date().toISOString().slice(0, 10),
			note: before ? note.value.trim() : "",
		};
		try {
			const body = await this.#body(question, before);
			if (!body) return;
			const answer = await api.put(id, body, this.#token, before?.etag);
			if (answer.ok && answer.json) await this.#done(id, answer.json);
			else await this.#failed(id, answer);
		} finally {
			button.disabled = false;
		}
	}

	/**
	 * Returns the JSON of the transcript for the server. If the WebAssembly program
	 * reports an error, shows the error and returns undefined.
	 *
	 * @param {{ date: string, note: string }} question
	 * @param {Before} [before]
	 * @returns {Promise<Bytes | undefined>}
	 */
	async #body(question, before) {
		try {
			return await this.studio.call("publication", question, { body: before?.bytes, raw: true });
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			this.#tell(h("p.wrong", {}, `${error.reason} Nothing was published.`));
		}
	}

	/**
	 * Replaces the contents of the element that shows the server's answer.
	 *
	 * @param {...(Child | Child[])} content
	 */
	#tell(...content) {
		this.#controls.answer.replaceChildren(...present(content));
	}

	/**
	 * Shows why the server has refused the transcript, with the faults that it has found.
	 *
	 * @param {string} id
	 * @param {Answer<unknown>} answer
	 */
	async #failed(id, answer) {
		if (answer.status === 412) return this.#overtaken(id);
		const { errors: all, pointer, detail = "" } = answer.problem ?? {};
		const errors = all ?? (pointer ? [{ pointer, message: detail }] : []);
		const places = errors.slice(0, 20).map((fault) => placeOf(this.studio, fault, () => this.dialog.close()));
		this.#tell(h("p.wrong", {}, api.advice(answer)), places.length > 0 && h("ul.blockers", {}, places));
		this.#controls.answer.focus();
	}

	/**
	 * Handles the answer 412, with which the server refuses the transcript: the newest
	 * version on the server is not the one that this work is based on.
	 *
	 * @param {string} id
	 */
	async #overtaken(id) {
		const theirs = await api.get(id);
		const { bytes, etag, json } = theirs;
		if (bytes && json && theirs.ok) {
			if (!this.studio.published) return this.#taken(id, json.title);
			return this.#conflict(id, { bytes, etag, version: json.version });
		}
		const again = () => this.#put(id, { bytes: this.studio.published?.bytes });
		this.#tell(
			h("p.wrong", {}, api.advice(theirs)),
			theirs.status === 410 && h("button", { type: "button", click: again }, "Publish it again"),
		);
		this.#controls.answer.focus();
	}

	/**
	 * Shows that another transcript on the server has the same short name (name in its
	 * address).
	 *
	 * @param {string} id
	 * @param {string} title of the transcript that has this id
	 */
	#taken(id, title) {
		this.#tell(
			h(
				"p.wrong",
				{},
				`There is a transcript with this short name already: “${title}”. Choose another name. Your work is kept here.`,
			),
			h("p", {}, h("a", { href: `?id=${id}`, target: "_blank" }, "Open what is there in another tab")),
		);
		this.#controls.id.focus();
	}

	/**
	 * Handles the case that another editor has published a version meanwhile. It shows the
	 * difference, and a button that publishes this editor's work as the next version.
	 *
	 * @param {string} id
	 * @param {Omit<Published, "id"> & { bytes: Bytes }} theirs
	 */
	async #conflict(id, theirs) {
		const changes = await this.studio.call("compare", {}, { body: theirs.bytes });
		// The list of changes above the button shows the editor what would be replaced.
		const over = () => this.#put(id, theirs);
		this.#tell(
			h(
				"p.wrong",
				{},
				`Another editor published version ${theirs.version} meanwhile. None of your work is lost.`,
			),
			h("p", {}, "From theirs to yours:"),
			changeList(changes, this.studio.view.speakers),
			h(
				"div.actions",
				{},
				h("button", { type: "button", click: over }, `Publish mine over version ${theirs.version}`),
				h("a", { href: `?id=${id}`, target: "_blank" }, "Open theirs in another tab"),
			),
		);
		this.#controls.answer.focus();
	}

	/**
	 * Shows that the transcript is published, with its address and the HTML that embeds it.
	 *
	 * @param {string} id
	 * @param {Publication} answer
	 */
	async #done(id, answer) {
		const first = !this.studio.published;
		const newest = await api.get(id);
		const { version } = answer;
		await this.studio.nowPublished({ id, version, etag: answer.etag, bytes: newest.bytes });
		const copied = first && this.#controls.copy.checked && (await this.#copy());
		const change = version > 1 ? await api.difference(id, version - 1, version) : undefined;
		const heading = h(
			"h2",
			{ id: "publishing-title", tabindex: "-1", "data-first": "" },
			`Version ${version} is published`,
		);
		this.#show(
			heading,
			h("p", {}, h("a", { href: answer.page, target: "_blank" }, answer.page)),
			answer.warnings.length > 0 &&
				h("p", {}, `The server does not know: ${answer.warnings.map(told).join("; ")}.`),
			change?.json &&
				change.ok && [
					h("h3", {}, `From version ${version - 1} to version ${version}`),
					changeList(change.json, this.studio.view.speakers),
				],
			h("h3", {}, "Put it into a page"),
			copied && h("p", {}, "The snippet with the script is in the clipboard."),
			await snippets(this.studio),
			h(
				"p",
				{},
				h(
					"a",
					{ href: `/demo/embed/?id=${id}`, target: "_blank" },
					"Other kinds, and what is shown at first",
				),
			),
		);
		heading.focus();
	}

	/**
	 * Copies the snippet with the script to the clipboard. Returns false if the browser does
	 * not allow it. Then the editor copies the snippet with its button.
	 */
	async #copy() {
		try {
			await navigator.clipboard.writeText((await snippetsOf(this.studio)).script);
			return true;
		} catch {
			return false;
		}
	}
}
