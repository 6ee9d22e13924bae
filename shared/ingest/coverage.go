package ingest

import (
	"cmp"
	"slices"
	"unicode"

	"quoteline/shared/transcript"
)

// coverage returns the spans of the whole input. The argument number holds the number
// of each cue's turn. Text that no call of account has recorded is syntax of the
// format, so it becomes a span of kind markup.
func (d *draft) coverage(number []int) []Span {
	// Spans count bytes of the input. Derived text (such as the text that a page
	// shows) is traced back to the input, where one recorded range may have several
	// parts: "a <b>b</b>" has two.
	root := d.src
	for root.sourceMap != nil {
		root = root.sourceMap.src
	}
	d.sortStretches()
	w := &coverageWriter{src: root, list: make([]Span, 0, len(d.stretches)), position: Position{1, 1}, reached: root.start, counted: len(d.stretches)}
	w.add(SpanEncoding, transcript.Range{End: root.start}, 0)
	for _, s := range d.stretches {
		turn := 0
		if s.kind == SpanText || s.kind == SpanLabel || s.kind == SpanNote || s.kind == SpanTime {
			turn = number[s.cue]
		}
		if s.kind == SpanText && d.cues[s.cue].note {
			s.kind = SpanNote
		}
		if d.src.sourceMap == nil {
			w.add(s.kind, s.Range, turn)
			continue
		}
		for _, r := range d.src.inputRanges(s.Range) {
			w.add(s.kind, r, turn)
		}
	}
	w.fill(len(root.text))
	return w.list
}

// sortStretches sorts the recorded ranges by offset. Most formats are read in order,
// so their ranges are sorted already.
func (d *draft) sortStretches() {
	byPlace := func(a, b stretch) int { return cmp.Compare(a.Start, b.Start) }
	if !slices.IsSortedFunc(d.stretches, byPlace) {
		slices.SortStableFunc(d.stretches, byPlace)
	}
}

// inputRanges returns the ranges of the input from which the range r of s was
// derived.
func (s *source) inputRanges(r transcript.Range) []transcript.Range {
	if s.sourceMap == nil {
		return []transcript.Range{r}
	}
	var list []transcript.Range
	for _, p := range s.sourceMap.ranges(r) {
		list = append(list, s.sourceMap.src.inputRanges(p)...)
	}
	return list
}

// coverageWriter appends spans in order. It fills the gaps between them with spans of
// kind markup; white space is in no span.
type coverageWriter struct {
	src  *source
	list []Span
	at   int // end offset of the last span

	position Position // line and column of the byte offset reached
	reached  int

	counted int // how many spans the budget has already counted
}

// locate returns the position of a byte offset. The offset must not be less than in
// the last call.
func (w *coverageWriter) locate(offset int) Position {
	for w.reached < offset {
		w.reached = w.position.step(w.src.text, w.reached)
	}
	return w.position
}

// add appends a span for the range r. Before it, text in no span becomes markup. If a
// part of r is in a span already, only the rest of r is appended.
func (w *coverageWriter) add(kind SpanKind, r transcript.Range, turn int) {
	r.Start = max(r.Start, w.at)
	if r.Start >= r.End {
		return
	}
	w.fill(r.Start)
	w.appendSpan(Span{w.locate(r.Start), kind, r.Start, r.End, turn})
	w.at = r.End
}

// appendSpan appends a span. The budget has counted one span for each recorded range;
// further spans (markup, and the parts of a divided range) are counted here.
func (w *coverageWriter) appendSpan(s Span) {
	if len(w.list) < w.counted || w.src.budget.answer(spanSize) {
		w.list = append(withRoom(w.list), s)
	}
}

// fill appends a markup span for the text from the last span to the offset end,
// without the white space around the text.
func (w *coverageWriter) fill(end int) {
	text := w.src.text
	start := skipSpace(text, w.at, end)
	for end > start && isSpaceByte(text[end-1]) {
		end--
	}
	if start < end {
		w.appendSpan(Span{w.locate(start), SpanMarkup, start, end, 0})
		w.at = end
	}
}

// isSpaceByte reports whether b is white space in ASCII.
func isSpaceByte(b byte) bool { return b < 0x80 && unicode.IsSpace(rune(b)) }
