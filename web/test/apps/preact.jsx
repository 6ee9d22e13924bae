// A small page in Preact: two interviews in a list with keys, a search field, and the
// number of words that the search finds. The test gives the first interview other props with
// setProps.
import { render } from "preact";
import { useState } from "preact/hooks";
import { load } from "quoteline";

load("/quoteline/quote-timeline.js");
const src = "/v1/transcripts/altman-murati-2023";

function Page() {
	const [words, setWords] = useState("board");
	const [hits, setHits] = useState(0);
	const [names, setNames] = useState(["first", "second"]);
	const [shown, setShown] = useState(true);
	const [props, setProps] = useState({});
	globalThis.setProps = setProps;
	const q = words || undefined;
	return (
		<>
			<input id="words" value={words} onInput={({ target }) => setWords(target.value)} />
			<output id="hits">{hits}</output>
			<button type="button" id="reverse" onClick={() => setNames(names.toReversed())} />
			<button type="button" id="toggle" onClick={() => setShown(!shown)} />
			{shown &&
				names.map((name) =>
					name === "first" ? (
						<quote-timeline
							key={name}
							id={name}
							src={src}
							q={q}
							{...props}
							onqt-filter={({ detail }) => setHits(detail.hits)}
						/>
					) : (
						<quote-timeline key={name} id={name} src={src} address="none">
							<p>The words of the second one.</p>
						</quote-timeline>
					),
				)}
		</>
	);
}

render(<Page />, document.querySelector("#app"));
