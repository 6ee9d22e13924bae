package ingest

import (
	"strconv"
	"strings"
)

// IDAt returns the id of a [Decision] (a choice of the importer that an editor can
// reverse) about the position p. An example is "split:12:40" for line 12, column 40.
func IDAt(kind DecisionKind, p Position) string {
	return string(kind) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// PlaceOf returns the kind and the position in a decision's id that [IDAt] made, such
// as "split:12:40". The result ok is false for an id without a position, such as
// "label:Ada Long".
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

// Past returns the position (line and column) of text[to]. Its receiver p must be the
// position of text[from]. The offset from must not be greater than to.
func (p Position) Past(text string, from, to int) Position {
	for from < to {
		from = p.step(text, from)
	}
	return p
}
