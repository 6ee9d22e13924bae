// What the page and the program say to each other, and what the page's own modules
// share. The program's side is in Go: the types here that name a type of wasm/studio/desk
// have the members of its JSON, so a change here is a change there as well.

import type { Runtime } from "../program/bridge.js";

/** The bytes of a source or of a transcript's JSON. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** edit.Step: one action of an editor. Which members count depends on the kind. */
export interface Step {
	kind: string;
	turn?: string;
	speaker?: string;
	into?: string;
	topic?: string;
	decision?: string;
	apply?: boolean;
	field?: string;
	value?: string;
	before?: string;
	at?: number;
	line?: number;
	column?: number;
}

/** edit.Log: the first "done" steps are in force, the others can be redone. */
export interface Log {
	steps: Step[];
	done: number;
}

/** desk.View: what the page shows besides the rows. */
export interface View {
	format: { name: string; why: string };
	encoding: string;
	introduction: string;
	lines: number;
	turns: number;
	words: number;
	speakers: Speaker[]; // the first 60
	speakerCount: number;
	suspicious: Place[];
	unread: Place[];
	unreadCount: number;
	leftOut: number;
	infos: number;
	topics: Topic[];
	fields: Record<string, string>; // "title", "media.url" and the others of edit.Fields
	interface: string;
	faults: LocatedFault[];
	faultCount: number;
	misfits: string[];
	undo: string; // "" if there is nothing to undo
	redo: string;
	sourceRows: Extent;
	turnRows: Extent;
}

/** desk.Extent: the code points of each block of 40 rows. */
export interface Extent {
	rows: number;
	blocks: number[];
}

/** desk.Place: a remark and the row of the source that it is about. */
export interface Place {
	row: number;
	line: number;
	n: number; // number of a turn, 0 for none
	title: string;
	text: string;
}

/** desk.Topic */
export interface Topic {
	id: string;
	label: string;
	turn: string;
	n: number;
	last: number;
}

/** transcript.Fault: what is wrong, and where in the transcript's JSON. */
export interface Fault {
	pointer: string;
	message: string;
}

/** desk.Fault: the program adds the turn, "" and 0 for none. The server does not. */
export interface LocatedFault extends Fault {
	turn: string;
	n: number;
}

/** A fault from the program or from the server. */
export type AnyFault = Fault & Partial<LocatedFault>;

/** desk.Speaker */
export interface Speaker {
	id: string;
	name: string;
	role: string;
	kind: string;
	sameAs: string[];
	lane: number;
	turns: number;
	labels: { label: string; turns: number }[];
	merges: Merge[];
}

/** desk.Merge: the step makes it, or undoes it. */
export interface Merge {
	label: string;
	turns: number;
	made: boolean;
	reason: string;
	step: Step;
}

/** desk.SourceRow */
export interface SourceRow {
	id: number;
	line: number;
	column: number;
	parts: Part[];
	remarks: Remark[];
}

/** desk.Part */
export interface Part {
	kind: string;
	text: string;
	lane: number; // -1 for none
}

/** desk.Remark */
export interface Remark {
	level: "info" | "check";
	kind: string;
	title: string;
	done: string;
	advice: string[];
	name: string;
	choices: { label: string; chosen: boolean; step: Step }[];
	remove: Step | null;
	leftOut: boolean;
	line: number;
	column: number;
}

/** transcript.TurnKind */
export type TurnKind = "question" | "answer" | "statement" | "note";

/** desk.TurnRow */
export interface TurnRow {
	id: string;
	n: number;
	speaker: string;
	name: string;
	lane: number; // -1 for none
	kind: TurnKind;
	text: string;
	clipped: boolean;
	topic: string;
	start: string;
}

/** transcript.Changes: the difference between two versions. */
export interface Changes {
	inserted: ChangedTurn[];
	removed: ChangedTurn[];
	reworded: { turn: string; before: ChangedTurn; after: ChangedTurn; words: Edit[] }[];
	moved: string[];
}

/** transcript.Turn, as far as the list of changes shows it. */
export interface ChangedTurn {
	n: number;
	speaker: string; // id, "" for none
	text: string;
}

/** transcript.Edit */
export interface Edit {
	op: "same" | "delete" | "insert";
	text: string;
}

/** desk.Snippets */
export interface Snippets {
	script: string;
	frame: string;
	link: string;
}

/** desk.Failure: why a call had no answer; without a line if no place is known. */
export interface Reason {
	reason: string;
	advice?: string;
	line?: number;
	column?: number;
}

interface Range {
	from: number;
	to: number;
}

/** The calls of desk.Session that only read. Those with raw: true answer with bytes. */
export interface Call {
	(name: "rows", question: { pane: "source" } & Range): Promise<SourceRow[]>;
	(name: "rows", question: { pane: "turns" } & Range): Promise<TurnRow[]>;
	(name: "turn", question: { turn: string }): Promise<TurnRow>;
	(name: "slug", question: { name: string }): Promise<string>;
	(name: "log"): Promise<Log>;
	(name: "snippets", question: { base: string }): Promise<Snippets>;
	(name: "compare", question: object, more: { body: Bytes }): Promise<Changes>;
	(name: "preview", question: Range, more: { raw: true }): Promise<Bytes>;
	(
		name: "publication",
		question: { date: string; note: string },
		more: { body: Bytes | undefined; raw: true },
	): Promise<Bytes>;
	(name: Change, question?: { step: Step }): Promise<View>;
}

/** The calls that change something and answer with the new view. */
export type Change = "do" | "undo" | "redo";

/** What the page sends to the worker after the compiled program. */
export interface Question {
	id: number;
	name: string;
	question?: object;
	body?: Bytes;
	raw?: boolean;
}

/** What the worker sends to the page: one answer for each question, and progress between. */
export type Reply =
	| { id: number; answer: unknown; failure?: undefined; progress?: undefined }
	| { id: number; failure: Reason; progress?: undefined }
	| { progress: number; of: number };

/** The worker's global object, as far as it is used. */
export interface Thread {
	Go: Runtime["Go"];
	/** What wasm/studio/main.go finds; it sets call. */
	__studio: {
		progress(stage: number, stages: number): void;
		call?(name: string, question: Bytes, body: Bytes | undefined): Bytes | string;
	};
	postMessage(message: Reply, transfer?: Transferable[]): void;
}

/** What a draft was published as. */
export interface Published {
	id: string;
	version: number;
	etag: string | undefined;
	bytes: Bytes | undefined;
}

/** A draft in this browser, without its source. */
export interface Draft {
	title: string;
	name: string; // of the file that the source came in
	saved: number; // when, in milliseconds since 1970
	turns: number;
	log: Log | undefined;
	published: Published | undefined;
}

/** A problem as the server describes it (RFC 9457). */
export interface Problem {
	detail: string;
	pointer?: string;
	errors?: Fault[];
}

/** An answer of the server; status 0 if there was none. */
export interface Answer<JSON> {
	ok: boolean;
	status: number;
	etag?: string;
	wait?: number; // seconds
	problem?: Problem;
	bytes?: Bytes;
	json?: JSON;
}

/** What the server answers to a publication. */
export interface Publication {
	version: number;
	etag: string;
	page: string;
	warnings: Fault[];
}

/** An attribute's value; false, null and undefined leave it out. */
export type Value = string | number | boolean | null | undefined;

/** Attributes of an element that is made, and its listeners. */
export interface Attributes {
	click?: (event: MouseEvent) => unknown;
	change?: (event: Event) => unknown;
	submit?: (event: SubmitEvent) => unknown;
	keydown?: (event: KeyboardEvent) => unknown;
	[name: string]: Value | ((event: never) => unknown);
}

/** What an element is made of; false, null and undefined are left out. */
export type Child = Node | string | false | null | undefined;

/** The element of a tag with classes: "button.link" makes an HTMLButtonElement. */
export type ElementOf<Tag extends string> = Tag extends `${infer Name}.${string}`
	? ElementOf<Name>
	: Tag extends keyof HTMLElementTagNameMap
		? HTMLElementTagNameMap[Tag]
		: HTMLElement;

/** The panes on the left. */
export type Pane = "source" | "turns" | "speakers" | "details";

/** The elements of studio.html that scripts look up. */
export type Elements = Record<
	| Pane
	| `tab-${Pane}`
	| "desk"
	| "draft-list"
	| "drafts"
	| "embed"
	| "import"
	| "message"
	| "preview"
	| "preview-empty"
	| "preview-part"
	| "preview-width"
	| "report"
	| "said"
	| "source-facts"
	| "stage"
	| "state"
	| "title"
	| "tools"
	| "working",
	HTMLElement
> &
	Record<"another" | "publish" | "redo" | "undo", HTMLButtonElement> &
	Record<"file" | "published-id", HTMLInputElement> &
	Record<"published" | "typed", HTMLFormElement> & {
		paste: HTMLTextAreaElement;
		"preview-frame": HTMLElement & { src: string };
		progress: HTMLProgressElement;
		publishing: HTMLDialogElement;
	};
