package ingest

import (
	"strconv"
	"strings"
)

// IDAt returns the id of a decision of that kind about a place.
func IDAt(kind DecisionKind, p Position) string {
	return string(kind) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// PlaceOf returns the kind and the place that [IDAt] wrote into an id, and
// whether it did.
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

// Past returns the place of the offset to in text, where p is that of the offset
// from, which is no greater.
func (p Position) Past(text string, from, to int) Position {
	for from < to {
		from = p.step(text, from)
	}
	return p
}
