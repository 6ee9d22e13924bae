package dialogue

import (
	"strconv"
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// InBrackets returns the format of a text with times and speakers in brackets between the
// words, as speech recognition models write it: "[0.48][S01]Good morning.[1.66]". A time
// is a number of seconds, or has a colon as in 0:05.
func InBrackets() draft.Format {
	return draft.Format{Name: "bracketed-times", Detect: beginsInBrackets, Read: readInBrackets}
}

// beginsInBrackets reports whether a text begins with a time and a speaker in brackets.
func beginsInBrackets(src *source.Source) bool {
	at := source.SkipSpace(src.Text, src.Start, len(src.Text))
	first, ok := tokenAt(src.Text, at)
	if !ok || !first.timed {
		return false
	}
	second, ok := tokenAt(src.Text, first.End)
	return ok && !second.timed
}

// token is a time or a speaker's name in brackets.
type token struct {
	transcript.Range
	timed bool
	time  transcript.Offset
}

// name returns the range of the name, which is inside the brackets.
func (t token) name() transcript.Range {
	return transcript.Range{Start: t.Start + 1, End: t.End - 1}
}

// tokenAt reads a token, which is a time or a speaker's name in brackets, at text[at].
// The second result is false if there is none.
func tokenAt(text string, at int) (token, bool) {
	if at >= len(text) || text[at] != '[' {
		return token{}, false
	}
	inner, _, ok := strings.Cut(text[at+1:min(len(text), at+1+label.MaxNameBytes)], "]")
	t := token{Range: transcript.Range{Start: at, End: at + len("[]") + len(inner)}}
	if !ok {
		return token{}, false
	}
	if t.time = source.WholeClock(inner); t.time.IsZero() && strings.Trim(inner, "0123456789.") == "" {
		if v, err := strconv.ParseFloat(inner, 64); err == nil {
			t.time = source.Seconds(v)
		}
	}
	t.timed = !t.time.IsZero()
	return t, t.timed || label.IsLabelName(inner) && !label.IsCommonWord(inner) && !label.IsSound(inner)
}

// inBrackets reads a text with times and speakers in brackets.
type inBrackets struct {
	*draft.Draft
	start   transcript.Offset // the time before the next words; zero if there is none
	times   int
	names   map[string]int
	pending bool // a time was read, and no words followed
}

// readInBrackets reads the whole text. The draft (the words that were read) is nil if the
// text does not name speakers in at least two pairs of brackets.
func readInBrackets(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	// A speaker's name directly follows a time, as [S01] does in "[0.5][S01]Yes
	// [Laughter] no.[2.5]". Any other text in brackets, such as [Laughter], is part of
	// the words.
	b := &inBrackets{Draft: draft.New(src), names: map[string]int{}}
	b.EveryCue = true
	labels := 0
	for line := range src.Lines() {
		from := line.Start
		for i := from; i < line.End; {
			n := strings.IndexByte(src.Text[i:line.End], '[')
			if n < 0 {
				break
			}
			t, ok := tokenAt(src.Text[:line.End], i+n)
			if i += n + 1; !ok || !t.timed && (!b.pending || i-1 != from) {
				continue
			}
			b.words(transcript.Range{Start: from, End: t.Start})
			if b.token(t); !t.timed {
				labels++
			}
			i, from = t.End, t.End
		}
		b.words(transcript.Range{Start: from, End: line.End})
	}
	if labels < 2 {
		return nil, "", nil
	}
	return b.Draft, "times and speakers in brackets between the words; speakers: " + strconv.Itoa(len(b.names)) + ", times: " + strconv.Itoa(b.times), nil
}

// token reads a time or a name. A time after words is their end. It is also the start of
// the next words, if no other time follows.
func (b *inBrackets) token(t token) {
	if !t.timed {
		name := label.Clean(b.Src.Slice(t.name()))
		b.names[name]++
		b.BeginCue(draft.Cue{Label: t.name(), Name: name, Clock: source.Clock{Start: b.start}})
		b.Account(draft.SpanLabel, t.name())
		b.pending = false
		return
	}
	b.times++
	if !b.pending && len(b.Cues) > 1 {
		b.OpenCue().Clock.Extend(t.time)
	}
	b.Account(draft.SpanTime, t.Range)
	b.start, b.pending = t.time, true
}

// words reads the words in the range r, which may be blank. After a time, they begin a cue
// (a piece of text by one speaker) without a label.
func (b *inBrackets) words(r transcript.Range) {
	s := b.Src.Slice(r)
	r.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	r.End = r.Start + len(strings.TrimSpace(s))
	if r.Start >= r.End {
		return
	}
	if b.pending && b.times > 0 {
		b.BeginCue(draft.Cue{Name: b.OpenCue().Name, Continued: true, TimestampOnly: true, Clock: source.Clock{Start: b.start}})
		b.pending = false
	}
	b.AddPart(draft.Part{Range: r, Join: ' '})
}
