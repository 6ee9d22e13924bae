// Package ingest reads transcripts. It turns the bytes of a file (the source) into a
// [transcript.Transcript], and reports how it read them ([Report]).
//
// [Ingest] works in five steps:
//
//	bytes  → source   decode to UTF-8; refuse binary and blank files; count lines and columns
//	source → cues     for each format: find the labels and the words under each label
//	cues   → speakers merge labels that name the same speaker
//	cues   → turns    join and normalise texts, link answers to questions
//	draft  → report   list decisions, remarks, and the kind of each part of the source
//
// For example, the line "Ada: Yes." becomes a cue with the name "Ada" and the text
// "Yes."; the name "Ada" becomes the speaker "ada"; and the cue becomes a turn. A
// label is a speaker's name before the words, such as "Ada:". A cue is the text under
// one label or time. A draft has the cues of a source, and the remarks (entries of the
// report) and decisions that were made while they were read.
//
// The steps are in the packages of this list, each in a folder of
// shared/ingest/internal. The packages from dialogue to record read formats. They
// import source, label and draft, but not each other. The only exception is caption,
// which imports dialogue:
//
//	source    the text, with its lines, columns, times and kind; the budget (limits
//	          on the work)
//	label     whether a text is a name, a label, the end of a sentence
//	draft     the cues, remarks and spans (ranges of the source with their kind) that
//	          a format finds; the decisions (choices that an editor can reverse)
//	dialogue  plain text and Markdown with labels
//	caption   WebVTT, SubRip and similar captions
//	jsonform  JSON, such as that of speech recognition
//	page      HTML
//	table     tables with columns
//	linguistic  TextGrid, CHAT, STM
//	document  documents of word processors (DOCX, ODT), which become text
//	xmlform   XML: captions, records of parliaments, files of programs for linguists
//	record    the records of parliaments and of space missions
//	compose   speakers and turns, made of the cues
//
// Ingest recognises a format by the content of the file, never by its name. The
// function formats lists all formats. Some text is derived from the input: the text
// that an HTML page shows, or the value of a JSON string. It is read like any other
// source. Its source map gives, for each range of this text, the range of the input
// from which it comes.
//
// The formats and their standards:
//
//	webvtt, srt             WebVTT of the W3C; SubRip and SubViewer as tools write them
//	ass                     scripts of SubStation Alpha, as Aegisub and FFmpeg write them
//	lrc                     song texts with times, which whisper.cpp writes as well
//	ccextractor             timed transcripts of the program CCExtractor
//	microdvd, mpl2, tmplayer  captions of old video players, one on each line
//	sami                    Microsoft SAMI 1.0
//	podcasting20-json, -html  the transcripts of the Podcasting 2.0 namespace
//	podlove-json, whisper-json, deepgram-json, assemblyai-json, aws-transcribe-json,
//	aws-call-analytics-json, rev-json, oyez-json, hyperaudio-html, otranscribe,
//	elevenlabs-json, soniox-json, speechmatics-json, azure-json, google-json, watson-json,
//	gladia-json, otter-json, youtube-json3, vosk-json
//	                        the output of the program or service of that name
//	labelled-json           a list of objects with a speaker and a text
//	text-json               an object with one text
//	ttml                    TTML2 of the W3C, DFXP, IMSC, Apple Podcasts
//	timedtext               captions of YouTube in XML: srv1, srv2, srv3
//	tei                     TEI P5, chapter 8, with ParlaMint and ISO 24624
//	akoma-ntoso             Akoma Ntoso 1.0 to 3.0, OASIS LegalDocML
//	compte-rendu            the Assemblée nationale of France
//	hansard                 TheyWorkForYou and OpenAustralia
//	textgrid                Praat, in its long, short and chronological form
//	chat                    CLAN and TalkBank
//	stm                     the references of NIST's sclite
//	elan, transcriber       .eaf of ELAN, .trs of Transcriber
//	spacelog                the transcripts of space missions in Spacelog
//	congressional-record    the US Government Publishing Office, and similar records
//	csv                     RFC 4180, also with semicolons or tabs
//	table                   Markdown tables; columns between tabs without a header
//	dialogue                text and Markdown with labels that have more than a colon:
//	                        headings, bold type, times, dashes, separate lines
//	bracketed-times         times and speakers in brackets, as speech recognition writes them
//	text                    labels before colons, and any text in no other format
//	quoteline-json          a transcript in Quoteline's JSON
//
// Three rules are true for every format:
//
//   - Nothing is lost. The spans of the [Report] contain each character except white
//     space, with its kind: text of a turn, introduction, label, syntax of the format, or
//     omitted. A remark usually says why text is omitted.
//   - Nothing is invented. Each speaker, time and field of metadata comes from the
//     source or from the caller.
//   - Editors can change every choice that has an alternative. Each such choice is a
//     [Decision]; an editor reverses it by putting its id into [Options].
//
// The same bytes and options always give the same transcript, ids and report. Time
// and memory grow linearly with the size of the input.
//
// To add a format, write a file with a function that returns a format, and list it in
// formats. The comment on Format in package draft says what a format consists of.
package ingest
