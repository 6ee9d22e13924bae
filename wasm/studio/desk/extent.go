package desk

import "unicode/utf8"

// BlockRows is the number of rows that the page draws together, as a block.
const BlockRows = 40

// Extent is the size of a list of rows. The page uses it to reserve room for the rows that
// it does not draw.
type Extent struct {
	Rows   int   `json:"rows"`
	Blocks []int `json:"blocks"` // approximate characters of each block of BlockRows rows
}

// remarkWeight is the height of a remark (an entry of the import report) below a row. It is
// expressed as the number of source characters that need the same height.
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
