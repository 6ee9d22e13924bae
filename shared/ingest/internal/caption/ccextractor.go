package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// CCExtractor returns the format of timed transcripts of the program CCExtractor, with
// lines such as "00:00:01,002|00:00:03,002|POP|GOOD MORNING." The fields between the
// times and the words are about the channel and the mode.
func CCExtractor() draft.Format {
	return draft.Format{
		Name: "ccextractor",
		Detect: func(src *source.Source) bool {
			const look = 3 // lines
			n := 0
			for line := range src.Lines() {
				body := src.Body(line)
				if body.Start == body.End {
					continue
				}
				if _, _, ok := barTimes(src.Slice(body)); !ok {
					return false
				}
				if n++; n == look {
					break
				}
			}
			return n > 0
		},
		Read: readCCExtractor,
	}
}

// barTimes reads the start and the end of a line such as "00:00:01,002|00:00:03,002|POP|
// YES". The result ok is false for another line.
func barTimes(text string) (start, end transcript.Offset, ok bool) {
	fields := strings.SplitN(text, "|", 4)
	if len(fields) < 3 {
		return start, end, false
	}
	start, end = source.WholeClock(fields[0]), source.WholeClock(fields[1])
	return start, end, !start.IsZero() && !end.IsZero() && isMode(fields[2])
}

// readCCExtractor reads a timed transcript of CCExtractor.
func readCCExtractor(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	c := newCaptions(src, l)
	var list []entry
	for line := range src.Lines() {
		body := src.Body(line)
		text := src.Slice(body)
		start, end, ok := barTimes(text)
		if !ok {
			if body.Start < body.End {
				c.OmitUnknown(body, "a line without times")
			}
			continue
		}
		at := body.Start + wordsAfterBars(text)
		e := entry{start: start, end: end, time: transcript.Range{Start: body.Start, End: body.Start + strings.LastIndexByte(text[:at-body.Start], '|')}}
		e.lines = []transcript.Range{{Start: at, End: body.End}}
		list = c.add(list, e)
	}
	c.readEntries(list)
	return c.Draft, c.evidence("lines of two times, a mode and words, with bars between them, as CCExtractor writes them"), nil
}

// wordsAfterBars returns the offset of the words in a line. The line begins with two
// times, and up to four fields such as "CC1" and "POP" follow them.
func wordsAfterBars(text string) int {
	at := 0
	for i := range 6 {
		n := strings.IndexByte(text[at:], '|')
		if n < 0 || i > 1 && !isMode(text[at:at+n]) {
			break
		}
		at += n + 1
	}
	return at
}

// isMode reports whether a field is about the channel ("CC1"), or about the way in which
// captions appear: all at once ("POP"), as two lines that roll up ("RU2"), or letter by
// letter ("PAI").
func isMode(field string) bool {
	switch field {
	case "", "POP", "RU1", "RU2", "RU3", "RU4", "PAI", "TXT", "TLT", "608", "708", "CC1", "CC2", "CC3", "CC4", "TEL", "DVB", "ISDB":
		return true
	}
	return false
}
