// Package ingest turns the bytes of a transcript into a [transcript.Transcript]
// and a [Report] of everything that was done on the way.
//
// The way has four steps, each in a file of its own:
//
//	bytes → source     checked: text in UTF-8, not binary, not empty; lines and columns
//	source → cues      one file a format; a cue is what stands under one label or time
//	cues → speakers    labels that mean one speaker are merged
//	cues → turns       text joined and normalised, questions linked with answers
//
// Formats are told apart by content, never by a file's name: formats lists those
// that are text, recogniseJSON and recogniseHTML the others. What an HTML page
// shows, and the HTML in a JSON string, is a source of its own that remembers
// where each character stands in the input (origin.go).
//
// What the formats follow:
//
//	webvtt, srt             WebVTT of the W3C; SubRip and SubViewer as tools write them
//	podcasting20-json, -html  the transcripts of the Podcasting 2.0 namespace
//	podlove-json, whisper-json, deepgram-json, assemblyai-json, aws-transcribe-json,
//	aws-call-analytics-json, rev-json, oyez-json, hyperaudio-html, otranscribe
//	                        what the program or service of that name writes
//	labelled-json, text-json  a list of objects with a speaker and a text; a text alone
//	spacelog                the transcripts of missions in Spacelog
//	congressional-record    the US Government Publishing Office, and records like it
//	csv                     RFC 4180, also with semicolons or tabs
//	dialogue                labels in text and Markdown that are set apart by more than a colon:
//	                        headings, bold type, times, dashes, lines of their own
//	text                    labels before colons; all that is nothing else
//	quoteline-json          a transcript of ours
//
// Three rules hold for every format. Nothing is lost: each character that is
// not white space is in a turn, in the introduction, in a label, in the format's
// own signs or in what a remark says is left out, and [Report.Spans] says which.
// Nothing is invented: no speaker, no time and no metadata that the source or the
// caller does not give. And nothing is settled behind the editor's back: each
// choice that could have been made otherwise is a [Decision], which [Options]
// turns round by its id.
//
// The same bytes and options always give the same transcript, ids and report.
// Time and memory grow linearly with the input.
//
// A further format is one more file with a format value, listed in formats.
package ingest
