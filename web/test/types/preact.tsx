/** @jsxImportSource preact */
// The element in Preact.
import { useRef } from "preact/hooks";
import type { QuoteTimeline } from "../../quote-timeline.js";

export function Interview() {
	const element = useRef<QuoteTimeline>(null);
	return (
		<quote-timeline
			ref={element}
			src="https://edge.example/v1/transcripts/tides"
			lang="en"
			class="wide"
			theme="dark"
			only={true}
			onqt-select={(event) => element.current?.goTo(event.detail.turn)}
			onClick={() => element.current?.clear()}
		>
			<blockquote>Neither.</blockquote>
		</quote-timeline>
	);
}

// @ts-expect-error: there is no such theme
export const wrong = <quote-timeline theme="blue" />;
// @ts-expect-error: this event has no turn
export const other = <quote-timeline onqt-error={(event) => event.detail.turn} />;
