// Uses react-virtuoso, a list that draws only its visible rows. The page's own scroll
// bar scrolls it, and a field filters the turns.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Virtuoso } from "react-virtuoso";

const Turn = (_, { name, text }) => (
	<div className="turn">
		<b>{name}</b>
		<p className="text">{text}</p>
	</div>
);

function Conversation({ turns }) {
	const [query, setQuery] = useState("");
	const found = query ? turns.filter(({ folded }) => folded.includes(query.toLowerCase())) : turns;
	useEffect(() => void performance.mark("ready"), []);
	return (
		<>
			<label>
				Search <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
			</label>
			<output className="count">{found.length}</output>
			<Virtuoso useWindowScroll data={found} itemContent={Turn} />
		</>
	);
}

const element = document.getElementById("conversation");
const turns = await (await fetch(element.dataset.src)).json();
for (const turn of turns) turn.folded = `${turn.name} ${turn.text}`.toLowerCase();
createRoot(element).render(<Conversation turns={turns} />);
