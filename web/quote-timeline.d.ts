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
	/** The language of the interface, as a BCP 47 tag. */
	lang: string;
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

/** The attributes of the element, as HTML and templates write them. */
export interface QuoteTimelineAttributes {
	src?: string;
	/** Ids of the speakers that are shown, with commas between. */
	speaker?: string;
	topic?: string;
	q?: string;
	/** Snippets of one quote have it: the quote inside the element is shown until the reader asks for more. */
	only?: boolean;
	turn?: string;
	theme?: "light" | "dark" | "";
	density?: "compact" | "";
	address?: "none" | "";
	for?: string;
}

/** The listeners of the element, as JSX and Svelte name them: "onqt-ready" for "qt-ready". */
export type QuoteTimelineListeners = {
	[K in keyof QuoteTimelineEventMap as `on${K}`]?: (event: QuoteTimelineEventMap[K]) => void;
};

declare global {
	interface HTMLElementTagNameMap {
		"quote-timeline": QuoteTimeline;
	}
	// The events bubble, so document, window and every element may listen to them.
	interface GlobalEventHandlersEventMap extends QuoteTimelineEventMap {}
}

// The element in JSX and templates. Each framework below may be missing. Then its module and
// types do not exist, and the comments "@ts-ignore" suppress the errors about that.

// @ts-ignore
declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"quote-timeline": QuoteTimelineAttributes &
				QuoteTimelineListeners &
				// @ts-ignore
				DetailedHTMLProps<HTMLAttributes<QuoteTimeline>, QuoteTimeline>;
		}
	}
}

// @ts-ignore
declare module "preact" {
	namespace JSX {
		interface IntrinsicElements {
			// @ts-ignore
			"quote-timeline": QuoteTimelineAttributes & QuoteTimelineListeners & import("preact").HTMLAttributes<QuoteTimeline>;
		}
	}
}

// @ts-ignore
declare module "vue" {
	interface GlobalComponents {
		"quote-timeline": new () => QuoteTimeline & {
			// @ts-ignore
			$props: QuoteTimelineAttributes & import("vue").HTMLAttributes & import("vue").PublicProps;
			// @ts-ignore
			$emit: import("vue").EmitFn<{ [K in keyof QuoteTimelineEventMap]: (event: QuoteTimelineEventMap[K]) => void }>;
		};
	}
}

// @ts-ignore
declare module "svelte/elements" {
	interface SvelteHTMLElements {
		// @ts-ignore
		"quote-timeline": QuoteTimelineAttributes & QuoteTimelineListeners & HTMLAttributes<QuoteTimeline>;
	}
}
