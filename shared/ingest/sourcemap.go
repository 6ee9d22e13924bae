package ingest

import (
	"sort"
	"strings"

	"quoteline/shared/transcript"
)

// sourceMap maps ranges of a derived text to ranges of the source from which it was
// derived. For example, the text "a & b" of an HTML page comes from "a &amp; b" in
// the source.
type sourceMap struct {
	src      *source
	mappings []mapping // sorted; they cover the derived text except for characters that were inserted
}

// mapping maps one range of a derived text to a range of the source (from). Either
// both have the same text, or the source has an escape such as &amp; or \u00e9, and
// the derived text has its meaning.
type mapping struct {
	at   int // byte offset in the derived text
	n    int // length in bytes in the derived text
	from transcript.Range
}

// verbatim reports whether the derived text is the same as the source. It compares
// only the lengths, because an escape and its meaning usually differ in length.
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

// ranges returns the ranges of the source from which the range r of the derived text
// was derived. Characters that were inserted have no range.
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

// derivedText builds a derived text together with its source map.
type derivedText struct {
	strings.Builder
	sourceMap
}

// appendSame appends the text of a range of the source, unchanged.
func (d *derivedText) appendSame(from transcript.Range) {
	d.appendMeaning(d.src.slice(from), from)
}

// appendMeaning appends text, which is the meaning of a range of the source. If text
// is the same as the source and continues the last mapping, that mapping is extended.
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

// source returns the finished derived text as a source.
func (d *derivedText) source() *source {
	s := &source{text: d.String(), encoding: d.src.encoding, budget: d.src.budget}
	if len(d.mappings) > 0 {
		s.sourceMap = &d.sourceMap
	} else {
		s.sourceMap = &sourceMap{src: d.src}
	}
	return s
}
