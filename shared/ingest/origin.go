package ingest

import (
	"sort"
	"strings"

	"quoteline/shared/transcript"
)

// origin says where the text of a derived source stands in the source it was
// taken from: what an HTML page shows, or what a JSON string holds.
type origin struct {
	src    *source
	pieces []piece // in order, covering the derived text up to line breaks that were put in
}

// piece is a stretch of a derived text. It stands word for word in the source,
// or it is the one character that an escape in the source means.
type piece struct {
	at   int // offset in the derived text
	n    int // its length there
	from transcript.Range
}

func (p piece) verbatim() bool { return p.n == p.from.End-p.from.Start }

// at returns the offset in the source that a derived offset stands for.
func (o *origin) at(offset int) int {
	k := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].at > offset }) - 1
	if k < 0 {
		return o.src.start
	}
	p := o.pieces[k]
	if p.verbatim() {
		return p.from.Start + min(offset-p.at, p.n)
	}
	if offset < p.at+p.n {
		return p.from.Start
	}
	return p.from.End
}

// ranges returns the parts of the source that a derived range was taken from.
func (o *origin) ranges(r transcript.Range) []transcript.Range {
	var list []transcript.Range
	k := max(0, sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].at > r.Start })-1)
	for ; k < len(o.pieces) && o.pieces[k].at < r.End; k++ {
		p := o.pieces[k]
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

// deriver writes a derived text.
type deriver struct {
	strings.Builder
	origin
}

// keep appends what stands at from.
func (d *deriver) keep(from transcript.Range) {
	d.put(d.src.slice(from), from)
}

// put appends what the source at from means.
func (d *deriver) put(text string, from transcript.Range) {
	if text == "" {
		return
	}
	if k := len(d.pieces) - 1; k >= 0 && len(text) == from.End-from.Start {
		if p := &d.pieces[k]; p.verbatim() && p.from.End == from.Start && p.at+p.n == d.Len() {
			p.n += len(text)
			p.from.End = from.End
			d.WriteString(text)
			return
		}
	}
	d.pieces = append(d.pieces, piece{d.Len(), len(text), from})
	d.WriteString(text)
}

// source returns what was written as a source of its own.
func (d *deriver) source() *source {
	s := &source{text: d.String(), encoding: d.src.encoding}
	if len(d.pieces) > 0 {
		s.origin = &d.origin
	} else {
		s.origin = &origin{src: d.src}
	}
	return s
}
