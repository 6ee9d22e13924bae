package table

import (
	"math"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/source"
)

// clock says how the times in a table are written. The cells of the table show this.
type clock struct {
	unit           source.Unit // unit of numbers
	comma          bool        // a comma is a decimal point
	framesRemarked bool        // the remark on frame numbers was made
}

// pace finds the unit of the numbers in a table's time columns. A column's name may say
// the unit. Otherwise the usual pace of speech shows it.
type pace struct {
	source.Pace
	comma bool
	whole bool // all numbers are whole
}

// see counts the times and the words of a row, from which the unit of time is found.
func (p *pace) see(from, to, text string) {
	start, end := math.NaN(), math.NaN()
	for _, c := range []struct {
		text string
		v    *float64
	}{{from, &start}, {to, &end}} {
		if v, ok := source.Numeral(c.text, p.comma); ok {
			*c.v = v
			p.whole = p.whole && v == math.Trunc(v)
		} else if strings.TrimSpace(c.text) != "" {
			p.whole = false
		}
	}
	p.Add(utf8.RuneCountInString(text), start, end)
}

// unit returns the unit of times. The argument name is the name of the column, and
// speakers is true if the table has a column of speakers. Without one it is a table of
// the program Whisper, which writes whole milliseconds.
func (p *pace) unit(name string, speakers bool) source.Unit {
	name = strings.ToLower(name)
	switch u := p.Unit(); {
	case strings.Contains(name, "ms"), strings.Contains(name, "milli"):
		return source.UnitMillis
	case strings.Contains(name, "sec"), strings.Contains(name, "(s)"), strings.HasSuffix(name, "_s"):
		return source.UnitSeconds
	case u != source.UnitUnknown:
		return u
	case !speakers && p.whole:
		return source.UnitMillis
	}
	return source.UnitUnknown
}
