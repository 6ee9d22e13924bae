// Makes a long transcript of common words. The same arguments give the same transcript.

const words = `the a of to and in that it is was we for on you this with as have be at not are they had
from which by there what would when or about will if one said more than been time could no some out
into so up them then do only other its also now after over many two where most water harbour bridge
timetable budget ferry schedule winter repair report figure answer question record measure station
morning street number letter engine window garden market winter weather river`.split(/\s+/);

/**
 * Returns a function that returns a pseudo-random integer from 0 to n-1, where n is its
 * argument. The same seed gives the same sequence of integers.
 */
function dice(seed) {
	let state = seed;
	return (n) => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return Math.floor((state / 2 ** 32) * n);
	};
}

function sentence(roll, length) {
	const text = Array.from({ length }, () => words[roll(words.length)]).join(" ");
	return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/**
 * Makes the transcript of a hearing with this number of turns. A host asks in every
 * second turn, and one of two other speakers answers.
 */
export function longTranscript(turns, id = "hearing") {
	const roll = dice(7);
	// There is one topic for every 1,000 turns. For example, the topic of turns 1,001 to
	// 2,000 is "Part 2".
	const topics = Array.from({ length: Math.max(1, Math.ceil(turns / 1000)) }, (_, i) => ({
		id: `part-${i + 1}`,
		label: `Part ${i + 1}`,
	}));
	return {
		schema: "quoteline/1",
		id,
		version: 1,
		title: "A long hearing",
		lang: "en",
		dateModified: "2026-01-01",
		timing: "none",
		editing: "verbatim",
		speakers: [
			{ id: "chair", name: "Chair", kind: "host", aliases: [], sameAs: [] },
			{ id: "a", name: "Speaker A", role: "Harbour office", kind: "guest", aliases: [], sameAs: [] },
			{ id: "b", name: "Speaker B", kind: "guest", aliases: [], sameAs: [] },
		],
		topics,
		turns: Array.from({ length: turns }, (_, i) => {
			const asks = i % 2 === 0;
			return {
				id: `h${i + 1}`,
				n: i + 1,
				speaker: asks ? "chair" : ["a", "b"][roll(2)],
				kind: asks ? "question" : "answer",
				...(asks ? {} : { replyTo: `h${i}` }),
				topics: [topics[Math.floor(i / 1000)].id],
				text: sentence(roll, asks ? 6 + roll(10) : 15 + roll(25)),
			};
		}),
		corrections: [],
	};
}
