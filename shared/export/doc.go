// Package export writes a transcript in formats that other programs read.
//
// Formats for players and captions: WebVTT ([AppendVTT]), SubRip ([AppendSRT]) and
// Podcasting 2.0 JSON ([AppendPodcastJSON]). They need the start of every turn, and
// return [ErrNoTimecodes] if one is missing, because export never invents a time. A
// turn becomes one cue, even if it is long, because the times of its words are unknown.
//
// Formats for reading, with or without times: plain text ([AppendText]), Markdown
// ([AppendMarkdown]) and Podcasting 2.0 HTML ([AppendPodcastHTML]).
//
// For search engines: JSON-LD with the vocabulary of schema.org ([AppendConversation],
// [AppendQuotation]).
//
// Package shared/ingest, the importer, can read all formats except JSON-LD. It joins
// neighbouring turns of one speaker, unless an editor undoes that. Without joining,
// each turn is read back equal, except for the losses that the doc comment of each
// function lists.
//
// All formats except the project's own JSON lose: roles and kinds of speakers, topics,
// corrections and most other metadata; speakers whose name cannot be a label (the name
// before the words), such as "Note"; and whether a note had brackets.
//
// Export never changes words. It escapes characters that have a meaning in the format,
// as the format's standard requires. It leaves out blank lines, because they would end
// a cue. Notes, such as stage directions, are in square brackets if the format has no
// other mark for them.
//
// All functions append to dst and return the result. Even a transcript that is not
// valid gives well-formed output, if each of its turns has words.
package export
