// The dialog in which a transcript is published: the reasons against it, the
// token, the answer, and the snippets.

import * as api from "../api.js";
import { blockersOf, placeOf, told } from "../blockers.js";
import { changeList } from "../changes.js";
import { byId, h } from "../dom.js";
import { snippets } from "../snippets.js";

const tokenKey = "quoteline-token";

export class PublishDialog {
	#token = sessionStorage.getItem(tokenKey) ?? "";

	/** @param {object} studio with view, published, call, step, freshId, reveal and nowPublished */
	constructor(studio) {
		this.studio = studio;
		this.dialog = byId("publishing");
	}

	async open() {
		await this.#ask();
		this.dialog.showModal();
		this.dialog.querySelector("#publish-id, [data-first]")?.focus();
	}

	#show(...content) {
		const close = h(
			"button.close",
			{ type: "button", "aria-label": "Close", click: () => this.dialog.close() },
			"×",
		);
		this.dialog.replaceChildren(close, ...content.flat().filter(Boolean));
	}

	async #ask() {
		const { view, published } = this.studio;
		const blockers = blockersOf(this.studio, () => this.dialog.close());
		const heading = h(
			"h2",
			{ id: "publishing-title" },
			published ? `Publish version ${published.version + 1}` : "Publish",
		);
		if (blockers.length > 0) {
			this.#show(heading, h("p", {}, "Before this can be published:"), h("ul.blockers", {}, blockers));
			return;
		}
		this.answer = h("div", { role: "alert", tabindex: "-1" });
		this.id = h("input", {
			id: "publish-id",
			value: view.fields.id || (await this.#suggestion()),
			required: true,
			spellcheck: "false",
			autocapitalize: "none",
		});
		this.id.readOnly = Boolean(published);
		this.token = h("input", {
			id: "token",
			type: "password",
			value: this.#token,
			required: true,
			autocomplete: "off",
		});
		this.keep = h("input", { type: "checkbox", checked: sessionStorage.getItem(tokenKey) !== null });
		this.note = h("input", { id: "correction", value: "" });
		this.button = h("button.solid", {}, "Publish");
		const difference = published && (await this.#difference(published));
		this.#show(heading, this.#form(), difference, this.answer);
	}

	#form() {
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
			field("Short name in the address", this.id, `${location.origin}/t/…`),
			this.studio.published &&
				field(
					"Note to readers on the corrected turns",
					this.note,
					"If it is empty, readers do not see what changed.",
				),
			field("Token", this.token, "Kept in this page’s memory, and nowhere else."),
			h("label.choice", {}, this.keep, "Keep it in this tab until the tab is closed"),
			h(
				"div.actions",
				{},
				this.button,
				h("button", { type: "button", click: () => this.dialog.close() }, "Cancel"),
			),
		);
	}

	async #difference(published) {
		const changes = await this.studio.call("compare", {}, { body: published.bytes });
		return h(
			"details",
			{ open: true },
			h("summary", {}, `Changes since version ${published.version}`),
			changeList(changes, this.studio.view.speakers),
		);
	}

	/** A short name out of the title. */
	async #suggestion() {
		return this.studio.call("slug", { name: this.studio.view.fields.title });
	}

	async #send() {
		const id = this.id.value.trim();
		this.#remember();
		if (
			id !== this.studio.view.fields.id &&
			!(await this.studio.step({ kind: "meta", field: "id", value: id }))
		)
			return;
		const wrong = this.studio.view.faults.find(({ pointer }) => pointer === "/id");
		if (wrong) {
			this.#tell(`The short name ${wrong.message}.`);
			this.id.focus();
			return;
		}
		await this.#put(id, this.studio.published);
	}

	#remember() {
		this.#token = this.token.value.trim();
		if (this.keep.checked) sessionStorage.setItem(tokenKey, this.#token);
		else sessionStorage.removeItem(tokenKey);
	}

	// Before is the version that this one follows, which names the changes to readers.
	async #put(id, before) {
		this.button.disabled = true;
		this.#tell("Publishing…");
		const question = {
			date: new Date().toISOString().slice(0, 10),
			note: before ? this.note.value.trim() : "",
		};
		try {
			const body = await this.studio.call("publication", question, { body: before?.bytes, raw: true });
			const answer = await api.put(id, body, this.#token, before?.etag);
			if (answer.ok) await this.#done(id, answer.json);
			else await this.#failed(id, answer);
		} finally {
			this.button.disabled = false;
		}
	}

	#tell(...content) {
		this.answer.replaceChildren(...content.flat().filter(Boolean));
	}

	async #failed(id, answer) {
		if (answer.status === 412) return this.#overtaken(id);
		const errors =
			answer.problem?.errors ??
			(answer.problem?.pointer ? [{ ...answer.problem, message: answer.problem.detail }] : []);
		const places = errors.slice(0, 20).map((fault) => placeOf(this.studio, fault, () => this.dialog.close()));
		this.#tell(h("p.wrong", {}, api.advice(answer)), places.length > 0 && h("ul.blockers", {}, places));
		this.answer.focus();
	}

	/** The newest version is not the one that this work began with. */
	async #overtaken(id) {
		const theirs = await api.get(id);
		if (theirs.ok && this.studio.published) return this.#conflict(id, theirs);
		if (theirs.ok) return this.#taken(id, theirs.json);
		const again = () => this.#put(id, { bytes: this.studio.published?.bytes });
		this.#tell(
			h("p.wrong", {}, api.advice(theirs)),
			theirs.status === 410 && h("button", { type: "button", click: again }, "Publish it again"),
		);
		this.answer.focus();
	}

	#taken(id, { title }) {
		this.#tell(
			h(
				"p.wrong",
				{},
				`There is a transcript with this short name already: “${title}”. Choose another name. Your work is kept here.`,
			),
			h("p", {}, h("a", { href: `?id=${id}`, target: "_blank" }, "Open what is there in another tab")),
		);
		this.id.focus();
	}

	/** Another editor has published meanwhile. */
	async #conflict(id, theirs) {
		const changes = await this.studio.call("compare", {}, { body: theirs.bytes });
		const over = () => this.#put(id, theirs);
		this.#tell(
			h(
				"p.wrong",
				{},
				`Another editor published version ${theirs.json.version} meanwhile. None of your work is lost.`,
			),
			h("p", {}, "From theirs to yours:"),
			changeList(changes, this.studio.view.speakers),
			h(
				"div.actions",
				{},
				h("button", { type: "button", click: over }, `Publish mine over version ${theirs.json.version}`),
				h("a", { href: `?id=${id}`, target: "_blank" }, "Open theirs in another tab"),
			),
		);
		this.answer.focus();
	}

	async #done(id, answer) {
		const newest = await api.get(id);
		const { version } = answer;
		await this.studio.nowPublished({ id, version, etag: answer.etag, bytes: newest.bytes });
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
			change?.ok && [
				h("h3", {}, `From version ${version - 1} to version ${version}`),
				changeList(change.json, this.studio.view.speakers),
			],
			h("h3", {}, "Put it into a page"),
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
}
