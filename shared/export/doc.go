// Package export writes a transcript in formats for other programs.
//
// Formats with a clock, for players and captions: WebVTT ([AppendVTT]), SubRip
// ([AppendSRT]), Podcasting 2.0 JSON ([AppendPodcastJSON]). They need times and
// return [ErrNoTimecodes] without them, since a time is never invented. A turn
// becomes one cue, however long: times inside a turn are unknown.
//
// Formats for reading, with or without times: plain text ([AppendText]), Markdown
// ([AppendMarkdown]), Podcasting 2.0 HTML ([AppendPodcastHTML]). For search engines
// there is schema.org's vocabulary as JSON-LD ([AppendConversation],
// [AppendQuotation]).
//
// shared/ingest reads all of them except JSON-LD back. If joining neighbours is
// switched off (the decision "join"), each turn comes back equal, as far as the
// format can carry it. The doc comment of each function lists what its format loses.
// All formats but our own JSON lose: roles and kinds of speakers, topics, corrections
// and the rest of the metadata; a speaker whose name could not be a label, such as
// "Note"; and that a note had no brackets.
//
// Words are never changed. Characters with a meaning in a format are escaped as its
// standard says. Blank lines are left out, because they would end a cue. Stage
// directions and other notes are in square brackets if the format cannot mark them as
// notes in another way.
//
// All functions append to dst and return it. A transcript that has not been validated
// gives well-formed output too, as long as its turns have words.
package export
