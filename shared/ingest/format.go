package ingest

import "strings"

// format is a text format of transcripts.
type format struct {
	name string

	// read makes cues of a source. Its second result is the evidence that the
	// source is in this format. It is "" if the source is not; then read has
	// recorded no decision.
	read func(src *source, l *ledger) (*draft, string, error)
}

// formats returns all text formats, the most specific first. Plain text is last
// and accepts everything.
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

// recognise reads src in the first format that fits. JSON and HTML are recognised
// by how they begin, because both could be read as plain text.
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

// recogniseText reads src in the first text format that fits.
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
