// Package ingest reads transcripts: it turns the bytes of a file into a
// [transcript.Transcript], with a [Report] of how they were read.
//
// [Ingest] works in five steps:
//
//	bytes  → source   text in UTF-8, neither binary nor blank, with lines and columns
//	source → cues     by format: which names are labels, and which speech is under each
//	cues   → speakers labels that name the same speaker are merged
//	cues   → turns    texts are joined and normalised, answers linked to questions
//	draft  → report   decisions, remarks, and what each part of the source became
//
// For example, the line "Ada: Yes." becomes a cue with the name "Ada" and the text
// "Yes."; the spelling "Ada" becomes the speaker "ada"; and the cue becomes a turn.
// The cues, remarks and spans of a source are collected in a draft, the decisions
// in a ledger.
//
// Files are named by family:
//
//	ingest, format       the steps, and the recognition of formats
//	source, encoding, binary, clock, sourcemap
//	                     text, places in it, and times
//	label_*, markdown, sentence
//	                     is this text a name, a label, the end of a sentence?
//	cue, spacing, stagedirections, remark, coverage, report
//	                     the draft and the report
//	text, dialogue_*     plain text and Markdown: the names and styles of labels are
//	                     counted in the whole text first, then lines are read
//	caption_*, json_*, html_*, csv*, congressionalrecord, spacelog
//	                     the other formats
//	speaker_*, turns, timing, duplicates, meta
//	                     speakers and turns
//	budget               limits of the work
//
// Formats are recognised by content, never by a file's name. formats lists the text
// formats, recogniseJSON and recogniseHTML the others. The text that an HTML page
// shows, or that a JSON string holds, is a source too; its source map leads back to
// the input.
//
// Formats and their standards:
//
//	webvtt, srt             WebVTT of the W3C; SubRip and SubViewer as tools write them
//	podcasting20-json, -html  the transcripts of the Podcasting 2.0 namespace
//	podlove-json, whisper-json, deepgram-json, assemblyai-json, aws-transcribe-json,
//	aws-call-analytics-json, rev-json, oyez-json, hyperaudio-html, otranscribe
//	                        the output of the program or service of that name
//	labelled-json, text-json  a list of objects with a speaker and a text; a text alone
//	spacelog                the transcripts of space missions in Spacelog
//	congressional-record    the US Government Publishing Office, and records like it
//	csv                     RFC 4180, also with semicolons or tabs
//	dialogue                text and Markdown with labels that have more than a colon:
//	                        headings, bold type, times, dashes, separate lines
//	text                    labels before colons, and everything else
//	quoteline-json          a transcript in Quoteline's JSON
//
// Three rules hold for every format:
//
//   - Nothing is lost. [Report.Spans] gives each character except white space: it is
//     in a turn, the introduction, a label or the format's syntax, or a remark
//     reports that it is left out.
//   - Nothing is invented: no speaker, time or metadata that neither the source nor
//     the caller gives.
//   - Editors have the last word. Each choice with an alternative is a [Decision],
//     which [Options] reverse by its id.
//
// The same bytes and options always give the same transcript, ids and report.
// Time and memory grow linearly with the input.
//
// To add a format, write a file with a read function and list it in formats, or
// in recogniseJSON or recogniseHTML.
package ingest
