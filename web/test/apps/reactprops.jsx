// A page in React with one <quote-timeline> element. The test changes the element's props
// with setProps.
import { load } from "quoteline";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
	const [props, setProps] = useState({ q: "board", topic: "staff" });
	globalThis.setProps = setProps;
	return <quote-timeline src="/v1/transcripts/altman-murati-2023" {...props} />;
}

load("/quoteline/quote-timeline.js");
createRoot(document.querySelector("#app")).render(<Page />);
