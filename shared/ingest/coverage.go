package ingest

import (
	"cmp"
	"slices"
	"unicode"

	"quoteline/shared/transcript"
)

// coverage returns spans that cover the input. number holds the turn of each cue.
// Text that no stretch covers is markup: syntax and fields of the format.
func (d *draft) coverage(number []int) []Span {
	// Spans count bytes of the input, so derived text is traced back to it. On a page
	// one stretch may have several parts: "a <b>b</b>" has two.
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

// sortStretches sorts the stretches by place. Most formats make them in order.
func (d *draft) sortStretches() {
	byPlace := func(a, b stretch) int { return cmp.Compare(a.Start, b.Start) }
	if !slices.IsSortedFunc(d.stretches, byPlace) {
		slices.SortStableFunc(d.stretches, byPlace)
	}
}

// inputRanges returns the parts of the input that a range of s was taken from.
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

// coverageWriter appends spans in order. It fills gaps with markup, except for
// white space.
type coverageWriter struct {
	src  *source
	list []Span
	at   int // the end of the last span

	position Position // of the character at reached
	reached  int

	counted int // how many spans the budget has counted
}

// locate returns the position of offset, which is not before that of the last
// call.
func (w *coverageWriter) locate(offset int) Position {
	for w.reached < offset {
		w.reached = w.position.step(w.src.text, w.reached)
	}
	return w.position
}

// add appends a span of that kind for r, after the markup before it. Text that a
// span before covers is left out.
func (w *coverageWriter) add(kind SpanKind, r transcript.Range, turn int) {
	r.Start = max(r.Start, w.at)
	if r.Start >= r.End {
		return
	}
	w.fill(r.Start)
	w.appendSpan(Span{w.locate(r.Start), kind, r.Start, r.End, turn})
	w.at = r.End
}

// appendSpan adds a span. Those beyond the stretches are markup between these, and the
// pieces of a page's text.
func (w *coverageWriter) appendSpan(s Span) {
	if len(w.list) < w.counted || w.src.budget.answer(spanSize) {
		w.list = append(withRoom(w.list), s)
	}
}

// fill adds the text between the last span and end as markup.
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
