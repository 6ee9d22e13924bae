package ingest

import (
	"cmp"

	"quoteline/shared/ingest/internal/source"
)

// format is a format of sources, such as WebVTT.
type format struct {
	name string // name in the report: "webvtt"

	// detect reports whether a source looks like this format. It is called for every
	// source, so it examines what is quick to examine, such as the first lines.
	detect func(src *source.Source) bool

	// read turns a source that detect accepts into cues (pieces of text by one
	// speaker). The second result is the evidence that the source is in this format.
	// The draft is nil if reading shows that the source is in another format. In that
	// case, read must not record a decision (a choice that an editor can reverse) in
	// the ledger l.
	read func(src *source.Source, l *ledger, n nested) (*draft, string, error)
}

// nested reads a text inside a source, such as the text of an HTML page. The function
// read of a format gets it as an argument, because formats do not import each other.
type nested struct {
	// text reads a text in the first format of plain text that fits.
	text func(src *source.Source, l *ledger) (*draft, Format, error)

	// dialogue is the function read of the format "dialogue".
	dialogue func(src *source.Source, l *ledger, n nested) (*draft, string, error)

	// shown returns the text that an HTML page shows.
	shown func(page *source.Source) *source.Source
}

// formats returns all formats. Each source is read in the first one that fits.
func formats() []format {
	// Formats of JSON are first, then those of HTML, then those of plain text. In each
	// of the three groups, a format that requires more, or rarer marks, is earlier. The
	// last format of each group accepts every source that looks like the group.
	return []format{
		quoteline(),
		oTranscribe(),
		podcasting20(),
		podlove(),
		podloveList(),
		assemblyAI(),
		deepgram(),
		awsCallAnalytics(),
		whisper(),
		whisperSpeakers(),
		whisperChunks(),
		whisperList(),
		podloveGroups(),
		whisperCpp(),
		deepgramWords(),
		awsTranscribe(),
		rev(),
		oyez(),
		assemblyAIWords(),
		whisperWords(),
		labelled(),
		textOnly(),
		unknownJSON(),

		hyperaudioHTML(),
		podcasting20HTML(),
		shownPage(),

		webVTT(),
		subRip(),
		spacelogText(),
		congressional(),
		csvTable(),
		labelStyled(),
		plainText(),
	}
}

// recognise reads src in the first format that fits.
func recognise(src *source.Source, l *ledger) (*draft, Format, error) {
	if src.Kind == source.KindText {
		if err := src.CountLines(); err != nil {
			return nil, Format{}, err
		}
	}
	n := nested{text: recognise, dialogue: labelStyled().read, shown: shownText}
	for _, f := range formats() {
		if !f.detect(src) {
			continue
		}
		d, why, err := f.read(src, l, n)
		if err != nil {
			return nil, Format{}, err
		}
		if d != nil {
			return d, Format{cmp.Or(d.format, f.name), why}, nil
		}
	}
	return newDraft(src), Format{}, nil
}
