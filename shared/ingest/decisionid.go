package ingest

import (
	"strconv"
	"strings"
)

// IDAt returns the id of a decision about the position p, such as "split:12:40" for
// line 12, column 40.
func IDAt(kind DecisionKind, p Position) string {
	return string(kind) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// PlaceOf returns the kind and position in an id that [IDAt] made. The result ok is
// false for other ids, such as "label:Ada Long".
func PlaceOf(id string) (kind DecisionKind, p Position, ok bool) {
	name, place, _ := strings.Cut(id, ":")
	kind = DecisionKind(name)
	if kind != DecideSplit && kind != DecideDrop { // ids of other kinds contain labels
		return "", Position{}, false
	}
	line, column, _ := strings.Cut(place, ":")
	p.Line, _ = strconv.Atoi(line)
	p.Column, _ = strconv.Atoi(column)
	return kind, p, p.Line > 0 && p.Column > 0
}

// Past moves a position forward in text. If p is the position of text[from], the
// result is the position of text[to]. The offset from must not be greater than to.
func (p Position) Past(text string, from, to int) Position {
	for from < to {
		from = p.step(text, from)
	}
	return p
}
