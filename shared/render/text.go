package render

import (
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendText appends the words of turn i. The hits of a search, or the words that a
// link quotes, are in <mark> elements. An answer is a <blockquote>, and a question is a
// <div>.
func appendText(dst []byte, t *transcript.Transcript, row *timeline.Row, o Options, i int) []byte {
	turn := &t.Turns[i]
	element := "blockquote"
	if turn.Kind == transcript.Question || turn.Kind == transcript.Note {
		element = "div"
	}
	dst = append(dst, '<')
	dst = append(dst, element...)
	dst = append(dst, ` class="text" lang="`...)
	dst = appendEscaped(dst, turnLang(t, i))
	dst = append(dst, `">`...)
	dst = appendParagraphs(dst, turn.Text, marksOf(row, o))
	dst = append(dst, `</`...)
	dst = append(dst, element...)
	return append(dst, '>')
}

// marks are the parts of a text that are written in <mark> elements. The parts are in
// order and do not overlap.
type marks struct {
	ranges []transcript.Range
	first  string // class of the first <mark> element
	class  string // class of the other <mark> elements
}

// marksOf returns the ranges of a turn that are written in <mark> elements. In the turn
// with the current hit, these are its hits. In any other turn, there are two cases:
//
//   - If the browser highlights hits without markup (o.Highlights), these are the words
//     that a link quotes.
//   - Otherwise these are the hits. If the turn has no hits, they are the words that a
//     link quotes.
func marksOf(row *timeline.Row, o Options) marks {
	switch {
	case row.Hit:
		return marks{ranges: row.Hits, first: "now"}
	case (len(row.Hits) == 0 || o.Highlights) && row.Cited.Start < row.Cited.End:
		return marks{ranges: []transcript.Range{row.Cited}, first: "cited", class: "cited"}
	}
	if o.Highlights {
		return marks{}
	}
	return marks{ranges: row.Hits}
}

// appendParagraphs appends a text as <p> elements, with <mark> elements for the ranges
// of m. If a range continues in the next paragraph, it is marked in both paragraphs.
func appendParagraphs(dst []byte, text string, m marks) []byte {
	for start := 0; start <= len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		dst = append(dst, `<p dir="auto">`...)
		dst, m = appendMarked(dst, text, start, end, m)
		dst = append(dst, `</p>`...)
		start = end + 1
	}
	return dst
}

// appendMarked appends text[start:end], with <mark> elements for the ranges of m. It
// returns the ranges that continue after end or begin after end.
func appendMarked(dst []byte, text string, start, end int, m marks) ([]byte, marks) {
	for len(m.ranges) > 0 && m.ranges[0].Start < end {
		r := m.ranges[0]
		from, to := max(start, r.Start), min(end, r.End)
		if from < to {
			dst = appendEscaped(dst, text[start:from])
			dst = appendMark(dst, text[from:to], m.first)
			start = to
		}
		if r.End > end {
			break
		}
		m = marks{ranges: m.ranges[1:], first: m.class, class: m.class}
	}
	return appendEscaped(dst, text[start:end]), m
}

func appendMark(dst []byte, text, class string) []byte {
	if class == "" {
		dst = append(dst, `<mark>`...)
	} else {
		dst = append(dst, `<mark class="`...)
		dst = append(dst, class...)
		dst = append(dst, `">`...)
	}
	dst = appendEscaped(dst, text)
	return append(dst, `</mark>`...)
}

// AppendPreview appends the preview of turn i, which is shown while the pointer is on
// the turn's bar on the timeline. It has the speaker, number, time, length and first
// words.
func AppendPreview(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	dst = append(dst, `<p class="who s`...)
	if lane := l.Segments[i].Lane; lane >= 0 {
		dst = appendInt(dst, l.Lanes[lane].Colour)
	}
	dst = append(dst, `"><svg class="glyph" aria-hidden="true"><use href="#g-`...)
	dst = appendInt(dst, max(0, l.Segments[i].Lane))
	dst = append(dst, `"/></svg><b><bdi>`...)
	dst = appendEscaped(dst, o.speakerName(t, i))
	dst = append(dst, `</bdi></b> <span>`...)
	dst = o.say(dst, messages.TurnOf, count(i+1), count(len(t.Turns)))
	if start, ok := t.Turns[i].Start.Millis(); ok {
		dst = o.comma(dst)
		dst = messages.AppendClock(dst, start)
	}
	dst = o.comma(dst)
	dst = o.sayCount(dst, messages.Words, l.Segments[i].Words, count(l.Segments[i].Words))
	dst = append(dst, `</span></p><p class="words" dir="auto" lang="`...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, firstRunes(t.Turns[i].Text, previewRunes))
	return append(dst, `</p>`...)
}

// previewRunes is the number of code points that are copied from a turn into its
// preview. The style sheet cuts off the text after two lines.
const previewRunes = 160

// firstRunes returns the first n code points of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
