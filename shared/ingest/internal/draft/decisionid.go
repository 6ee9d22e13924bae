package draft

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/source"
)

// ContinueID is the id of the [Decision] of kind [DecideContinue]: whether words without
// a speaker's name are by the speaker before them.
const ContinueID = "continue"

// IDAt returns the id of a [Decision] (a choice of the importer that an editor can
// reverse) about the position p. An example is "split:12:40" for line 12, column 40.
func IDAt(kind DecisionKind, p source.Position) string {
	return string(kind) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// PlaceOf reads a decision's id that [IDAt] made, such as "split:12:40". It returns the
// decision's kind and position. The result ok is false for an id without a position, such
// as "label:Ada Long".
func PlaceOf(id string) (kind DecisionKind, p source.Position, ok bool) {
	name, place, _ := strings.Cut(id, ":")
	kind = DecisionKind(name)
	if kind != DecideSplit && kind != DecideDrop { // ids of other kinds contain labels
		return "", source.Position{}, false
	}
	line, column, _ := strings.Cut(place, ":")
	p.Line, _ = strconv.Atoi(line)
	p.Column, _ = strconv.Atoi(column)
	return kind, p, p.Line > 0 && p.Column > 0
}
