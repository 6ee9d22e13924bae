package ingest

import "strings"

// format is a format of plain text, such as WebVTT, with the function that reads it.
type format struct {
	name string

	// read turns a source into cues (pieces of text by one speaker). The second
	// result is the evidence that the source is in this format. If the source is in
	// another format, the second result is "". In that case, read must not record a
	// decision (a choice that an editor can reverse) in the list l.
	read func(src *source, l *ledger) (*draft, string, error)
}

// formats returns the formats of plain text, from the most specific to the most
// general. The last one, "text", accepts every source.
func formats() []format {
	return []format{
		{"webvtt", readWebVTT},
		{"srt", readSRT},
		{"spacelog", readSpacelog},
		{"congressional-record", readCongressionalRecord},
		{"csv", readCSV},
		{"dialogue", readDialogue},
		{"text", readText},
	}
}

// recognise reads src in the first format that fits. It tries JSON and HTML before
// plain text, because the plain text format "text" would accept them too.
func recognise(src *source, l *ledger) (*draft, Format, error) {
	body := strings.TrimSpace(src.text[src.start:])
	switch {
	case looksLikeJSON(body):
		return recogniseJSON(src, l)
	case looksLikeHTML(body):
		return recogniseHTML(src, l)
	}
	return recogniseText(src, l)
}

// recogniseText tries the formats of plain text in order, and reads src in the first
// one that fits.
func recogniseText(src *source, l *ledger) (*draft, Format, error) {
	if !src.budget.lines(strings.Count(src.text, "\n") + strings.Count(src.text, "\r")) {
		return nil, Format{}, src.budget.exceeded()
	}
	src.numbered = numbersLines(src)
	for _, f := range formats() {
		d, why, err := f.read(src, l)
		if err != nil {
			return nil, Format{}, err
		}
		if why != "" {
			return d, Format{f.name, why}, nil
		}
	}
	return newDraft(src), Format{}, nil
}
