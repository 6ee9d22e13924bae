// Types of the <quote-timeline> element. custom-elements.json describes each member.

/**
 * The argument of filter. If a member is missing, its filter stays as it is. The value ""
 * removes the filter.
 */
export interface QuoteTimelineFilter {
	/** Ids of the speakers whose turns are shown. */
	speaker?: string | string[];
	/** The id of the topic whose turns are shown. */
	topic?: string;
	/** The words to search for. */
	q?: string;
	/** Whether turns without the words of the search are hidden. */
	only?: boolean;
}

export interface QuoteTimelineEventMap {
	"qt-ready": CustomEvent<null>;
	"qt-select": CustomEvent<{ turn: string; n: number; speaker: string }>;
	"qt-filter": CustomEvent<{
		speaker: string[];
		topic: string;
		q: string;
		only: boolean;
		hits: number;
		shown: number;
		total: number;
	}>;
	"qt-copy": CustomEvent<{ turn: string; style: string; text: string }>;
	"qt-error": CustomEvent<{ message: string }>;
}

/**
 * The <quote-timeline> element. Three attributes have no property: density, only, and address.
 * With address="none" the element neither reads nor writes the page's address.
 */
export interface QuoteTimeline extends HTMLElement {
	/** The absolute address of the transcript. */
	src: string;
	speaker: string;
	topic: string;
	q: string;
	turn: string;
	theme: string;
	for: string;

	/** Shows a turn and scrolls to it. Returns false if the transcript has no such turn. */
	goTo(turn: string): boolean;
	filter(criteria: QuoteTimelineFilter): void;
	/** Removes all filters and the search. */
	clear(): void;
	/**
	 * Returns the HTML of what the widget shows now. It is "" until the WebAssembly program
	 * runs.
	 */
	toHTML(): string;

	addEventListener<K extends keyof QuoteTimelineEventMap>(
		type: K,
		listener: (this: QuoteTimeline, event: QuoteTimelineEventMap[K]) => void,
		options?: boolean | AddEventListenerOptions,
	): void;
	addEventListener(
		type: string,
		listener: EventListenerOrEventListenerObject,
		options?: boolean | AddEventListenerOptions,
	): void;
	removeEventListener<K extends keyof QuoteTimelineEventMap>(
		type: K,
		listener: (this: QuoteTimeline, event: QuoteTimelineEventMap[K]) => void,
		options?: boolean | EventListenerOptions,
	): void;
	removeEventListener(
		type: string,
		listener: EventListenerOrEventListenerObject,
		options?: boolean | EventListenerOptions,
	): void;
}

declare global {
	interface HTMLElementTagNameMap {
		"quote-timeline": QuoteTimeline;
	}
}
