package desk

import "unicode/utf8"

// BlockRows is how many rows the page draws together.
const BlockRows = 40

// Extent is how much there is to draw. With it the page reserves room for the rows
// that it does not draw.
type Extent struct {
	Rows   int   `json:"rows"`
	Blocks []int `json:"blocks"` // code points of each block of BlockRows rows, about
}

// remarkWeight is what a remark takes beside a row, in characters of a source.
const remarkWeight = 200

func (d *Desk) sourceExtent() Extent {
	pieces := d.reading.pieces
	e := Extent{len(pieces), make([]int, 0, len(pieces)/BlockRows+1)}
	for i := range pieces {
		p := &pieces[i]
		e.add(i, p.end-p.start+remarkWeight*(len(p.remarks)+len(p.decisions)))
	}
	return e
}

func (d *Desk) turnExtent() Extent {
	turns := d.current.Turns
	e := Extent{len(turns), make([]int, 0, len(turns)/BlockRows+1)}
	for i := range turns {
		e.add(i, min(utf8.RuneCountInString(turns[i].Text), clip))
	}
	return e
}

func (e *Extent) add(row, length int) {
	if row%BlockRows == 0 {
		e.Blocks = append(e.Blocks, 0)
	}
	e.Blocks[len(e.Blocks)-1] += length
}
