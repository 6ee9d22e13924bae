// The types of the messages between the page and the Go program, and of the data that
// the page's modules share. A comment such as "desk.View" names a Go type in
// wasm/studio or shared. The JSON of that type has the same members, so a change of one
// needs a change of the other.

import type { Runtime } from "../program/bridge.js";

/** The bytes of a source or of a transcript's JSON. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** edit.Step: one step of editing. Its kind determines which other members are used. */
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
 * edit.Log: the steps of editing. The first "done" of them are applied; the others were
 * undone and can be redone.
 */
export interface Log {
	steps: Step[];
	done: number;
}

/** desk.View: the state that the page shows, except for the rows of the two lists. */
export interface View {
	format: { name: string; why: string };
	encoding: string;
	introduction: string;
	lines: number;
	turns: number;
	words: number;
	speakers: Speaker[]; // at most the first 60
	speakerCount: number;
	suspicious: Place[];
	unread: Place[];
	unreadCount: number;
	leftOut: number;
	infos: number;
	topics: Topic[];
	fields: Record<string, string>; // by name, such as "title" or "media.url": see edit.Fields
	interface: string;
	faults: LocatedFault[];
	faultCount: number;
	misfits: string[];
	undo: string; // "" if there is nothing to undo
	redo: string;
	sourceRows: Extent;
	turnRows: Extent;
}

/** desk.Extent: the size of a list. blocks: the number of code points in each block of 40 rows. */
export interface Extent {
	rows: number;
	blocks: number[];
}

/** desk.Place: a remark, and the row of the source that it is about. */
export interface Place {
	row: number;
	line: number;
	n: number; // a turn's number, 0 if there is none
	title: string;
	text: string;
}

/** desk.Topic: a topic, and the first and last turn that it covers. */
export interface Topic {
	id: string;
	label: string;
	turn: string;
	n: number;
	last: number;
}

/** transcript.Fault: what is wrong, and the JSON Pointer of the place in the transcript. */
export interface Fault {
	pointer: string;
	message: string;
}

/**
 * desk.Fault: a fault with the id and the number of its turn, "" and 0 if it is about
 * no turn. The server's faults have neither.
 */
export interface LocatedFault extends Fault {
	turn: string;
	n: number;
}

/** A fault from the program or from the server. */
export type AnyFault = Fault & Partial<LocatedFault>;

/** desk.Speaker: a speaker, its labels in the source, and its merges. */
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
 * desk.Merge: a label that is merged into a speaker (made), or could be. step makes the
 * merge, or undoes it.
 */
export interface Merge {
	label: string;
	turns: number;
	made: boolean;
	reason: string;
	step: Step;
}

/** desk.SourceRow: a row of the source, which is a line or a part of one. */
export interface SourceRow {
	id: number;
	line: number;
	column: number;
	parts: Part[];
	remarks: Remark[];
}

/** desk.Part: a piece of a row's text, and how it was understood. */
export interface Part {
	kind: string;
	text: string;
	lane: number; // -1 if there is none
}

/** desk.Remark: a remark about a row of the source. */
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

/** desk.TurnRow: a row of the list of turns. */
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

/** transcript.Changes: the difference between two versions. */
export interface Changes {
	inserted: ChangedTurn[];
	removed: ChangedTurn[];
	reworded: { turn: string; before: ChangedTurn; after: ChangedTurn; words: Edit[] }[];
	moved: string[];
}

/** transcript.Turn: the members that the list of changes shows. */
export interface ChangedTurn {
	n: number;
	speaker: string; // an id, "" if there is none
	text: string;
}

/** transcript.Edit: a run of words that is unchanged, deleted or inserted. */
export interface Edit {
	op: "same" | "delete" | "insert";
	text: string;
}

/** desk.Snippets: the HTML that embeds the transcript. */
export interface Snippets {
	script: string;
	frame: string;
	link: string;
}

/**
 * desk.Failure: why a call failed. line and column are missing if the place in the
 * source is unknown.
 */
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

/** The calls of desk.Session. A call with raw: true answers with bytes, others with parsed JSON. */
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

/** A message from the page to the worker. The first message of all is the compiled program instead. */
export interface Question {
	id: number;
	name: string;
	question?: object;
	body?: Bytes;
	raw?: boolean;
}

/** A message from the worker to the page: one answer for each question, and progress in between. */
export type Reply =
	| { id: number; answer: unknown; failure?: undefined; progress?: undefined }
	| { id: number; failure: Reason; progress?: undefined }
	| { progress: number; of: number };

/** The members of the worker's global object that the studio uses. */
export interface Thread {
	Go: Runtime["Go"];
	/** The object that wasm/studio/main.go looks up. The program sets its member call. */
	__studio: {
		progress(stage: number, stages: number): void;
		call?(name: string, question: Bytes, body: Bytes | undefined): Bytes | string;
	};
	postMessage(message: Reply, transfer?: Transferable[]): void;
}

/** The published version that a draft is based on. */
export interface Published {
	id: string;
	version: number;
	etag: string | undefined;
	bytes: Bytes | undefined;
}

/** A draft in this browser, without its source. */
export interface Draft {
	title: string;
	name: string; // of the source's file, "" if the text was pasted
	saved: number; // the time of the last save, in milliseconds since 1970
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

/** The server's answer to a publication. */
export interface Publication {
	version: number;
	etag: string;
	page: string;
	warnings: Fault[];
}

/** An attribute's value. With false, null or undefined the attribute is not set. */
export type Value = string | number | boolean | null | undefined;

/** The attributes and event listeners of a new element. */
export interface Attributes {
	click?: (event: MouseEvent) => unknown;
	change?: (event: Event) => unknown;
	submit?: (event: SubmitEvent) => unknown;
	keydown?: (event: KeyboardEvent) => unknown;
	[name: string]: Value | ((event: never) => unknown);
}

/** A child of a new element. false, null and undefined are ignored. */
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
