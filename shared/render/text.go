package render

import (
	"strings"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendText appends the words of turn i with its hits marked. What somebody
// said is a quotation; what the interviewer asks stands as plain paragraphs.
func appendText(dst []byte, t *transcript.Transcript, row *timeline.Row, i int) []byte {
	turn := &t.Turns[i]
	element := "blockquote"
	if turn.Kind == transcript.Question || turn.Kind == transcript.Note {
		element = "div"
	}
	lang := turn.Lang
	if lang == "" {
		lang = t.Lang
	}
	dst = append(dst, '<')
	dst = append(dst, element...)
	dst = append(dst, ` class="text" lang="`...)
	dst = appendEscaped(dst, lang)
	dst = append(dst, `">`...)
	dst = appendParagraphs(dst, turn.Text, row.Hits, row.Hit)
	dst = append(dst, `</`...)
	dst = append(dst, element...)
	return append(dst, '>')
}

// appendParagraphs appends a text with its hits; when now is set, the first
// one is the current hit. A hit that runs over a paragraph's end is marked in
// both.
func appendParagraphs(dst []byte, text string, hits []transcript.Range, now bool) []byte {
	for start := 0; start <= len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		dst = append(dst, `<p dir="auto">`...)
		dst, hits, now = appendMarked(dst, text, start, end, hits, now)
		dst = append(dst, `</p>`...)
		start = end + 1
	}
	return dst
}

// appendMarked appends text[start:end] and returns the hits that reach beyond it.
func appendMarked(dst []byte, text string, start, end int, hits []transcript.Range, now bool) ([]byte, []transcript.Range, bool) {
	for len(hits) > 0 && hits[0].Start < end {
		from, to := max(start, hits[0].Start), min(end, hits[0].End)
		if from < to {
			dst = appendEscaped(dst, text[start:from])
			dst = appendMark(dst, text[from:to], now)
			start = to
		}
		if hits[0].End > end {
			break
		}
		hits, now = hits[1:], false
	}
	return appendEscaped(dst, text[start:end]), hits, now
}

func appendMark(dst []byte, text string, now bool) []byte {
	if now {
		dst = append(dst, `<mark class="now">`...)
	} else {
		dst = append(dst, `<mark>`...)
	}
	dst = appendEscaped(dst, text)
	return append(dst, `</mark>`...)
}

// AppendPreview appends a look at turn i for pointing at the line: who, where,
// how long, and the first words.
func AppendPreview(dst []byte, t *transcript.Transcript, l *timeline.Layout, i int) []byte {
	dst = append(dst, `<p class="who s`...)
	dst = appendInt(dst, max(0, l.Segments[i].Lane))
	dst = append(dst, `"><svg class="glyph" aria-hidden="true"><use href="#g-`...)
	dst = appendInt(dst, max(0, l.Segments[i].Lane))
	dst = append(dst, `"/></svg><b><bdi>`...)
	dst = appendEscaped(dst, speakerName(t, i))
	dst = append(dst, `</bdi></b> <span>Turn `...)
	dst = appendCount(dst, i+1)
	dst = append(dst, ` of `...)
	dst = appendCount(dst, len(t.Turns))
	dst = append(dst, `, `...)
	dst = appendOf(dst, l.Segments[i].Words, "word")
	dst = append(dst, `</span></p><p class="words" dir="auto" lang="`...)
	dst = appendEscaped(dst, t.Lang)
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, firstRunes(t.Turns[i].Text, previewRunes))
	return append(dst, `</p>`...)
}

// previewRunes is more than two lines of the preview hold; the style cuts.
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
