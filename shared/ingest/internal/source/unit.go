package source

import (
	"math"

	"quoteline/shared/transcript"
)

// Unit is the unit of the numbers that a source gives as times: how many of them make
// a second. 0 means that the unit is unknown.
type Unit float64

// The units that programs use.
const (
	UnitUnknown Unit = 0
	UnitSeconds Unit = 1
	UnitMillis  Unit = 1000
	UnitTicks   Unit = 10_000_000 // 100 ns, as .NET counts time
)

// Offset converts v to a time offset. It returns zero if the unit is unknown.
func (u Unit) Offset(v float64) transcript.Offset {
	if u == UnitUnknown {
		return transcript.Offset{}
	}
	return Seconds(v / float64(u))
}

// Pace finds the unit of times by how fast people speak: about 15 characters a second,
// never 100 and rarely less than 1. If a text of 150 characters has the length 10, the
// unit is seconds. If it has the length 10,000, the unit is milliseconds.
type Pace struct {
	characters int
	length     float64 // sum of the lengths, in the unknown unit
	fractions  int     // times that are no whole numbers
	spans      int     // pieces of text with a length
	last       float64
	pending    int // characters of the last text, if it had a start only
}

// Add counts a text with this number of characters. Its start or end is NaN if the source
// does not give it. A text without an end lasts until the next one starts.
func (p *Pace) Add(characters int, start, end float64) {
	for _, v := range []float64{start, end} {
		if v != math.Trunc(v) && !math.IsNaN(v) {
			p.fractions++
		}
	}
	if p.pending > 0 && start > p.last {
		p.count(p.pending, start-p.last)
	}
	p.pending = 0
	switch {
	case end > start:
		p.count(characters, end-start)
	case math.IsNaN(end) && !math.IsNaN(start):
		p.pending, p.last = characters, start
	}
}

// count adds a text with this number of characters and this length in time.
func (p *Pace) count(characters int, length float64) {
	p.characters, p.length, p.spans = p.characters+characters, p.length+length, p.spans+1
}

// Unit returns the unit (seconds or milliseconds) that fits the counted texts and times.
// It returns UnitUnknown if none fits.
func (p *Pace) Unit() Unit {
	const fewest = 2 // a single text may be a long pause with one word
	rate := float64(p.characters) / p.length
	switch {
	case p.length == 0 || math.IsNaN(rate) || math.IsInf(rate, 0):
	case rate >= 0.5 && rate < 200 && (p.fractions > 0 || p.spans >= fewest):
		return UnitSeconds
	case rate >= 0.002 && rate < 0.2 && p.fractions == 0 && p.spans >= fewest:
		return UnitMillis
	}
	if p.length == 0 && p.fractions > 0 {
		return UnitSeconds
	}
	return UnitUnknown
}
