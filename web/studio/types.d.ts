// The types of the messages between the page and the Go program, and of data that several
// scripts of the page use. A comment that begins with a name such as "desk.View" refers to a
// Go type in wasm/studio or shared. As JSON, that Go type has the same members. So a change
// of one of the two types requires the same change of the other.

import type { Runtime } from "../program/bridge.js";

/** The bytes of a source text, or of a transcript as JSON. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** edit.Step: one editing step. The member kind determines which other members are needed. */
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

/**
 * edit.Log: the editing steps. Done is the number of steps that are applied. The steps after
 * these were undone and can be redone.
 */
export interface Log {
	steps: Step[];
	done: number;
	encoding?: string; // the encoding of the source that the editor chose
}

/** A source that the program opens, and the editing steps that it applies. */
export interface Opened {
	source: Bytes;
	file: string; // the name of the source's file, "" for none
	log: Log;
}

/**
 * desk.View: the state of the transcript that the page shows. The rows of the two lists,
 * source and turns, are fetched separately.
 */
export interface View {
	format: { name: string; why: string };
	encoding: string;
	encodings: string[]; // the names that the editor can choose; empty if the encoding is certain
	encodingNamed: string; // the name that the editor has chosen, "" for none
	repair: { encoding: string; why: string }; // of characters whose encoding was changed twice; the name is "" for none
	introduction: string;
	lines: number;
	turns: number;
	words: number;
	speakers: Speaker[]; // at most the first 60
	speakerCount: number;
	groups: Group[];
	checks: number;
	unread: Place[];
	unreadCount: number;
	leftOut: number;
	infos: number;
	topics: Topic[];
	fields: Record<string, string>; // by name, such as "title" or "media.url": see edit.Fields
	proposals: Proposal[];
	interface: string;
	faults: LocatedFault[];
	faultCount: number;
	obstacles: LocatedFault[]; // the faults that are not about a field of the details
	obstacleCount: number;
	misfits: string[];
	undo: string; // "" if there is nothing to undo
	redo: string;
	sourceRows: Extent;
	turnRows: Extent;
}

/**
 * desk.Extent: the size of a list. Its rows form blocks of 40. The member blocks has the
 * number of code points in each block.
 */
export interface Extent {
	rows: number;
	blocks: number[];
}

/**
 * propose.Proposal: a value for a detail that has none yet, with the editing step that
 * sets it.
 */
export interface Proposal {
	field: string; // of the transcript, or "name" or "kind" of the speaker, or "topic"
	value: string;
	of: string; // the speaker's name, "" for a field of the transcript
	reason: string;
	either: boolean; // the value may belong to another field instead
	step: Step;
}

/** desk.Group: the entries of the import report of one kind. */
export interface Group {
	kind: string;
	level: "info" | "check";
	title: string;
	count: number;
	places: Place[]; // at most the first 200
}

/** desk.Place: an entry of the import report, and the row of the source that it is about. */
export interface Place {
	row: number;
	line: number;
	n: number; // a turn's number, 0 if there is none
	turn: string; // id of the turn if it has no speaker yet, otherwise ""
	text: string;
}

/** desk.Topic: a topic, and the first and the last turn that it covers. */
export interface Topic {
	id: string;
	label: string;
	turn: string;
	n: number;
	last: number;
}

/**
 * transcript.Fault: a fault that prevents publication, and the JSON Pointer of the faulty
 * member of the transcript.
 */
export interface Fault {
	pointer: string;
	message: string;
}

/**
 * desk.Fault: a fault with the id and the number of the turn that has it. If the fault is
 * not about a turn, they are "" and 0. Faults that the server reports do not have these
 * members.
 */
export interface LocatedFault extends Fault {
	turn: string;
	n: number;
}

/** A fault that the Go program or the server has found. */
export type AnyFault = Fault & Partial<LocatedFault>;

/**
 * desk.Speaker: a speaker, the spellings of the name in the source, and the names that were
 * merged into the speaker, or could be.
 */
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

/**
 * desk.Merge: another name that is merged into a speaker (made is true), or could be. The
 * editing step makes the merge, or undoes it if it is made.
 */
export interface Merge {
	label: string;
	turns: number;
	made: boolean;
	reason: string;
	step: Step;
}

/**
 * desk.SourceRow: a row of the source as the page shows it, which is a line or a part of a
 * long line.
 */
export interface SourceRow {
	id: number;
	line: number;
	column: number;
	parts: Part[];
	remarks: Remark[];
}

/** desk.Part: a piece of a row's text, and its kind, such as a speaker's label. */
export interface Part {
	kind: string;
	text: string;
	lane: number; // -1 if there is none
}

/** desk.Remark: an entry of the import report about a row of the source. */
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

/** desk.TurnRow: a row of the list of turns, which shows one turn. */
export interface TurnRow {
	id: string;
	n: number;
	speaker: string;
	name: string;
	lane: number; // -1 if there is none
	kind: TurnKind;
	text: string;
	clipped: boolean;
	topic: string;
	start: string;
}

/** transcript.Changes: the difference between two versions of a transcript. */
export interface Changes {
	inserted: ChangedTurn[];
	removed: ChangedTurn[];
	reworded: { turn: string; before: ChangedTurn; after: ChangedTurn; words: Edit[] }[];
	moved: string[];
}

/** transcript.Turn: a turn, with only the members that the list of changes shows. */
export interface ChangedTurn {
	n: number;
	speaker: string; // an id, "" if there is none
	text: string;
}

/** transcript.Edit: a run of words that are all unchanged, all deleted or all inserted. */
export interface Edit {
	op: "same" | "delete" | "insert";
	text: string;
}

/** desk.Snippets: three alternative pieces of HTML that embed the transcript. */
export interface Snippets {
	script: string;
	frame: string;
	link: string;
}

/**
 * desk.Failure: the reason why a call of the Go program failed. The place in the source,
 * line and column, is missing if it is unknown.
 */
export interface Reason {
	reason: string;
	advice?: string;
	line?: number;
	column?: number;
	encodings?: string[]; // the names that the editor can choose, if the encoding is unknown
}

interface Range {
	from: number;
	to: number;
}

/**
 * The calls of the Go program (desk.Session). A call with raw: true returns bytes. Other
 * calls return parsed JSON.
 */
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

/**
 * The names of the calls that change the transcript. They return the new view, the state
 * that the page shows.
 */
export type Change = "do" | "undo" | "redo";

/**
 * A message from the page to the Web Worker. Only the first message is of another kind: it
 * is the compiled program.
 */
export interface Question {
	id: number;
	name: string;
	question?: object;
	body?: Bytes;
	raw?: boolean;
}

/**
 * A message from the Web Worker to the page. There is one answer for each question. Messages
 * about progress come in between.
 */
export type Reply =
	| { id: number; answer: unknown; failure?: undefined; progress?: undefined }
	| { id: number; failure: Reason; progress?: undefined }
	| { progress: number; of: number };

/** The members of the Web Worker's global object that the studio uses. */
export interface Thread {
	Go: Runtime["Go"];
	/**
	 * The functions through which worker.js and the Go program (wasm/studio/main.go) call
	 * each other. The program sets the member call when it starts.
	 */
	__studio: {
		progress(stage: number, stages: number): void;
		call?(name: string, question: Bytes, body: Bytes | undefined): Bytes | string;
	};
	postMessage(message: Reply, transfer?: Transferable[]): void;
}

/** The published version that the editor's work is based on. */
export interface Published {
	id: string;
	version: number;
	etag: string | undefined;
	bytes: Bytes | undefined;
}

/** A draft that is saved in this browser. Its source is stored separately. */
export interface Draft {
	title: string;
	name: string; // of the source's file, "" if the text was pasted
	saved: number; // the time of the last save, in milliseconds since 1970
	turns: number;
	log: Log | undefined;
	published: Published | undefined;
}

/** An error that the server reports, in the format of RFC 9457. */
export interface Problem {
	detail: string;
	pointer?: string;
	errors?: Fault[];
}

/** An answer of the server. If the server did not answer, status is 0. */
export interface Answer<JSON> {
	ok: boolean;
	status: number;
	etag?: string;
	wait?: number; // seconds
	problem?: Problem;
	bytes?: Bytes;
	json?: JSON;
}

/** The server's answer after it has published a transcript. */
export interface Publication {
	version: number;
	etag: string;
	page: string;
	warnings: Fault[];
}

/** The value of an attribute. With false, null or undefined, the attribute is not set. */
export type Value = string | number | boolean | null | undefined;

/** The attributes and event listeners of a new element. */
export interface Attributes {
	click?: (event: MouseEvent) => unknown;
	change?: (event: Event) => unknown;
	submit?: (event: SubmitEvent) => unknown;
	keydown?: (event: KeyboardEvent) => unknown;
	[name: string]: Value | ((event: never) => unknown);
}

/** A child of a new element. The values false, null and undefined are ignored. */
export type Child = Node | string | false | null | undefined;

/**
 * The class of the element that a tag with classes makes. For "button.link" it is
 * HTMLButtonElement.
 */
export type ElementOf<Tag extends string> = Tag extends `${infer Name}.${string}`
	? ElementOf<Name>
	: Tag extends keyof HTMLElementTagNameMap
		? HTMLElementTagNameMap[Tag]
		: HTMLElement;

/** The panes, which are the parts of the page on the left. Only one of them is visible. */
export type Pane = "source" | "turns" | "speakers" | "details";

/** The elements of studio.html that scripts find by their ids. */
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
