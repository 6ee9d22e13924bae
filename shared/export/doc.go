// Package export writes a transcript in the formats that others read.
//
// Formats with a clock, for players and captions: WebVTT ([AppendVTT]), SubRip
// ([AppendSRT]), Podcasting 2.0 JSON ([AppendPodcastJSON]). They need times and
// answer [ErrNoTimecodes] without them, since a time is never invented. A turn
// becomes one cue, however long: times inside a turn are not known.
//
// Formats for reading, times or not: plain text ([AppendText]), Markdown
// ([AppendMarkdown]), Podcasting 2.0 HTML ([AppendPodcastHTML]). For search
// engines there is schema.org's vocabulary as JSON-LD ([AppendConversation],
// [AppendQuotation]).
//
// shared/ingest reads all of them but JSON-LD again. What a format can carry
// comes back equal, turn for turn, when neighbours are kept apart (the decision
// "join"); what it cannot carry stands at its function. Common to all but our
// own JSON: roles and kinds of speakers, topics, corrections and the rest of the
// metadata; a speaker whose name could not be a label, such as "Note"; and that a
// note had no brackets.
//
// Words are never changed. What would mean something in a format is escaped as
// its standard says; a line that is blank is left out, because it would end a
// cue. Stage directions and other notes that are not speech stand in square
// brackets where the format has no other way to tell them from speech.
//
// All functions append to dst and return it. A transcript that has not been
// validated gives well-formed output too, as long as its turns have words.
package export
