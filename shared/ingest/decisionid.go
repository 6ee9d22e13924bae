package ingest

import (
	"strconv"
	"strings"
)

// IDAt returns the id of a decision of that kind about the place p, such as
// "split:12:40" for line 12, column 40.
func IDAt(kind DecisionKind, p Position) string {
	return string(kind) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// PlaceOf reads an id that [IDAt] made, and returns its kind and place. It
// reports false for other ids, such as "label:Ada Long".
func PlaceOf(id string) (kind DecisionKind, p Position, ok bool) {
	name, place, _ := strings.Cut(id, ":")
	kind = DecisionKind(name)
	if kind != DecideSplit && kind != DecideDrop { // ids of other kinds hold labels
		return "", Position{}, false
	}
	line, column, _ := strings.Cut(place, ":")
	p.Line, _ = strconv.Atoi(line)
	p.Column, _ = strconv.Atoi(column)
	return kind, p, p.Line > 0 && p.Column > 0
}

// Past returns the position of the offset to in text. p is the position of the
// offset from, which is at most to.
func (p Position) Past(text string, from, to int) Position {
	for from < to {
		from = p.step(text, from)
	}
	return p
}
