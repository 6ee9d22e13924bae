package ingest

import (
	"sort"
	"strings"

	"quoteline/shared/transcript"
)

// sourceMap says where the text of a derived source stands in the source it was
// taken from: what an HTML page shows, or what a JSON string holds.
type sourceMap struct {
	src      *source
	mappings []mapping // in order, covering the derived text up to line breaks that were put in
}

// mapping is a stretch of a derived text. It stands word for word in the source,
// or it is the one character that an escape in the source means.
type mapping struct {
	at   int // offset in the derived text
	n    int // its length there
	from transcript.Range
}

func (p mapping) verbatim() bool { return p.n == p.from.End-p.from.Start }

// inputOffset returns the offset in the source that a derived offset stands for.
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

// ranges returns the parts of the source that a derived range was taken from.
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

// derivedText writes a derived text.
type derivedText struct {
	strings.Builder
	sourceMap
}

// appendSame appends what stands at from.
func (d *derivedText) appendSame(from transcript.Range) {
	d.appendMeaning(d.src.slice(from), from)
}

// appendMeaning appends what the source at from means.
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
	d.mappings = append(d.mappings, mapping{d.Len(), len(text), from})
	d.WriteString(text)
}

// source returns what was written as a source of its own.
func (d *derivedText) source() *source {
	s := &source{text: d.String(), encoding: d.src.encoding}
	if len(d.mappings) > 0 {
		s.sourceMap = &d.sourceMap
	} else {
		s.sourceMap = &sourceMap{src: d.src}
	}
	return s
}
