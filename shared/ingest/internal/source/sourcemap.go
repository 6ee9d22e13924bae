package source

import (
	"sort"
	"strings"

	"quoteline/shared/transcript"
)

// sourceMap records which part of a derived text comes from which part of the source.
// For example, the text "a & b" of an HTML page comes from "a &amp; b" in the source.
type sourceMap struct {
	Src      *Source
	mappings []mapping // sorted; they cover the derived text except for characters that were inserted
}

// mapping connects a range of a derived text, such as the text of an HTML page, to
// the range of the source that it comes from (field from). Usually both have the same
// text. But the source may have an escape, such as &amp; or \u00e9. Then the derived
// text has the character that the escape means.
type mapping struct {
	at   int // byte offset in the derived text
	n    int // length in bytes in the derived text
	from transcript.Range
}

// verbatim reports whether the text at p is the same in the source and in the text
// derived from it. It compares only the lengths, because an escape such as &amp; and
// the character that it means usually differ in length.
func (p mapping) verbatim() bool { return p.n == p.from.End-p.from.Start }

// inputOffset converts an offset in a derived text, such as the text of an HTML page,
// to an offset in the source.
func (o *sourceMap) inputOffset(offset int) int {
	k := sort.Search(len(o.mappings), func(i int) bool { return o.mappings[i].at > offset }) - 1
	if k < 0 {
		return o.Src.Start
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

// ranges returns the ranges of the source from which a part of the derived text comes.
// The argument r is the range of this part in the derived text, such as the text of an
// HTML page. A character that was inserted, such as a line break, comes from no range.
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

// Root returns the input file as a source. It is s itself, unless s is a text that was
// derived from the file.
func (s *Source) Root() *Source {
	for s.sourceMap != nil {
		s = s.sourceMap.Src
	}
	return s
}

// InputRanges returns the ranges of the input file from which the range r of s comes.
// The source s may be the input file itself, or a text that was derived from the
// file, such as the text that an HTML page shows.
func (s *Source) InputRanges(r transcript.Range) []transcript.Range {
	if s.sourceMap == nil {
		return []transcript.Range{r}
	}
	var list []transcript.Range
	for _, p := range s.sourceMap.ranges(r) {
		list = append(list, s.sourceMap.Src.InputRanges(p)...)
	}
	return list
}

// DerivedText builds a text from a source, such as the text that an HTML page shows.
// It also builds the source map, which records where each piece comes from.
type DerivedText struct {
	strings.Builder
	sourceMap
}

// NewDerivedText returns an empty text, to which pieces of the source src can be
// appended.
func NewDerivedText(src *Source) *DerivedText { return &DerivedText{sourceMap: sourceMap{Src: src}} }

// AppendSame appends the text in a range of the source (argument from) to the text
// that is being built. The text is not changed.
func (d *DerivedText) AppendSame(from transcript.Range) {
	d.AppendMeaning(d.Src.Slice(from), from)
}

// AppendMeaning appends text to the text that is being built, and records that it comes
// from a range of the source (argument from). The two may differ: the source may have
// "&amp;" where the text has "&". If the two are the same, and the range begins where the
// last recorded range ends, no new range is recorded. Instead, the last one is extended.
func (d *DerivedText) AppendMeaning(text string, from transcript.Range) {
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
	if !d.Src.Budget.Values(1) {
		return
	}
	d.mappings = append(d.mappings, mapping{d.Len(), len(text), from})
	d.WriteString(text)
}

// Source returns the finished text as a source, which can be read as a transcript. It
// includes the record of where each piece comes from.
func (d *DerivedText) Source() *Source {
	s := &Source{Text: d.String(), Encoding: d.Src.Encoding, Budget: d.Src.Budget}
	if len(d.mappings) > 0 {
		s.sourceMap = &d.sourceMap
	} else {
		s.sourceMap = &sourceMap{Src: d.Src}
	}
	return s
}
