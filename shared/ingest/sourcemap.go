package ingest

import (
	"sort"
	"strings"

	"quoteline/shared/transcript"
)

// sourceMap maps the text of a derived source to the source it was taken from. For
// example, "a & b" on an HTML page is "a &amp; b" in the input.
type sourceMap struct {
	src      *source
	mappings []mapping // in order; they cover the derived text except for line breaks that were inserted
}

// mapping maps one stretch of a derived text. The stretch is the same in the
// source, or it is what one escape in the source means (&amp; or \u00e9).
type mapping struct {
	at   int // offset in the derived text
	n    int // its length there
	from transcript.Range
}

// verbatim reports whether the stretch is the same in the source.
func (p mapping) verbatim() bool { return p.n == p.from.End-p.from.Start }

// inputOffset returns the offset in the source for an offset in the derived text.
func (o *sourceMap) inputOffset(offset int) int {
	k := sort.Search(len(o.mappings), func(i int) bool { return o.mappings[i].at > offset }) - 1
	if k < 0 {
		return o.src.start
	}
	p := o.mappings[k]
	if p.verbatim() {
		return p.from.Start + min(offset-p.at, p.n)
	}
	if offset < p.at+p.n {
		return p.from.Start
	}
	return p.from.End
}

// ranges returns the parts of the source that a range of the derived text was
// taken from. Line breaks that were put in have no part.
func (o *sourceMap) ranges(r transcript.Range) []transcript.Range {
	var list []transcript.Range
	k := max(0, sort.Search(len(o.mappings), func(i int) bool { return o.mappings[i].at > r.Start })-1)
	for ; k < len(o.mappings) && o.mappings[k].at < r.End; k++ {
		p := o.mappings[k]
		from := p.from
		if p.verbatim() {
			from.End = from.Start + min(r.End-p.at, p.n)
			from.Start += max(0, r.Start-p.at)
		}
		if p.at+p.n <= r.Start || from.Start >= from.End {
			continue
		}
		if n := len(list); n > 0 && list[n-1].End == from.Start {
			list[n-1].End = from.End
		} else {
			list = append(list, from)
		}
	}
	return list
}

// derivedText builds a derived text and its source map.
type derivedText struct {
	strings.Builder
	sourceMap
}

// appendSame appends the text at from as it is.
func (d *derivedText) appendSame(from transcript.Range) {
	d.appendMeaning(d.src.slice(from), from)
}

// appendMeaning appends text, which is what the source at from means. A verbatim
// stretch that follows the one before directly is merged into its mapping.
func (d *derivedText) appendMeaning(text string, from transcript.Range) {
	if text == "" {
		return
	}
	if k := len(d.mappings) - 1; k >= 0 && len(text) == from.End-from.Start {
		if p := &d.mappings[k]; p.verbatim() && p.from.End == from.Start && p.at+p.n == d.Len() {
			p.n += len(text)
			p.from.End = from.End
			d.WriteString(text)
			return
		}
	}
	if !d.src.budget.values(1) {
		return
	}
	d.mappings = append(d.mappings, mapping{d.Len(), len(text), from})
	d.WriteString(text)
}

// source returns the finished text as a source.
func (d *derivedText) source() *source {
	s := &source{text: d.String(), encoding: d.src.encoding, budget: d.src.budget}
	if len(d.mappings) > 0 {
		s.sourceMap = &d.sourceMap
	} else {
		s.sourceMap = &sourceMap{src: d.src}
	}
	return s
}
